import LocatedInput

/// The name of a city's or a split's folder, which is part of every address on the site.
public enum FolderName {
    /// True if `name` is small letters, digits and hyphens.
    public static func isSound(_ name: String) -> Bool {
        name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
    }

    /// True if the name is small letters, digits and hyphens; a diagnostic if not.
    static func check(_ folder: InputFolder, named name: String, _ diagnostics: inout Diagnostics) -> Bool {
        let isSound = isSound(name)
        if !isSound { diagnostics.emit(.strangeFolderName(name, folder)) }
        return isSound
    }
}

extension Diagnostic {
    fileprivate static func strangeFolderName(_ name: String, _ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "StrangeFolderName", at: SourceLocation(file: folder.path),
            "the folder name '\(name)' cannot be part of an address", remedy: "use a–z, 0–9 and hyphens")
    }
}

import Foundation

/// A folder the user pointed at. Files in it are named to the user as the user would name them.
public struct InputFolder: Hashable, Sendable {
    /// The path as the user gave it, without a slash at the end.
    public let path: String

    /// The folder at `path`, which need not exist.
    public init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The path of `name` inside this folder.
    public func file(_ name: String) -> String { path.isEmpty || path == "." ? name : "\(path)/\(name)" }

    /// The folder `name` inside this one.
    public func folder(_ name: String) -> InputFolder { InputFolder(file(name)) }

    /// True if the folder is there.
    public var exists: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// True if there is a file or folder `name` inside.
    public func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    /// The names inside, hidden ones left out, in byte order whatever the locale.
    public func names() -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return all.filter { !$0.hasPrefix(".") }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// The names of files that end in `.suffix`, in byte order.
    public func files(ending suffix: String) -> [String] { names().filter { $0.hasSuffix(".\(suffix)") } }

    /// The names of folders inside, in byte order.
    public func folders() -> [String] { names().filter { folder($0).exists } }
}

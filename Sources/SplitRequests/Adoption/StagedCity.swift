import Foundation
import Geography
import LocatedInput

/// A city as it would be with a requested split adopted, read back from files in a folder that is gone afterwards: what
/// is examined is what would be published.
struct StagedCity {
    /// The city with the split.
    let city: City
    /// The split.
    let split: Split

    /// The city with `files` written beside what it has in `geography` now; diagnostics and `nil` where its tables would
    /// not be accepted.
    init?(_ files: AdoptedFiles, of id: SplitID, _ diagnostics: inout Diagnostics) {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("bydelsprofil-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        do {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            try files.write(copyingInto: InputFolder(root.path).folder(id.city))
        } catch {
            diagnostics.emit(.cannotStage(root.path))
            return nil
        }
        guard let geography = Geography.load(from: InputFolder(root.path), &diagnostics),
            let city = geography.city(id.city),
            let split = geography.split(id)
        else { return nil }
        self.city = city
        self.split = split
    }
}

extension Diagnostic {
    fileprivate static func cannotStage(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "CannotWrite", at: SourceLocation(file: path), "the trial tables could not be written",
            remedy: "check the space left in the folder of temporary files")
    }
}

import Foundation
import LocatedInput

/// A folder of one test's own, gone when the test is done with it.
final class ScratchFolder {
    let folder: InputFolder

    init() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("registers-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        folder = InputFolder(path)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    /// Writes `text` to the file `name`, making the folders on the way.
    func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: folder.file(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// The text of the file `name`.
    func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder.file(name), encoding: .utf8)
    }
}

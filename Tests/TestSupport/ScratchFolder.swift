import Foundation
import LocatedInput

/// A folder of a test's own, gone when the test is.
public final class ScratchFolder {
    /// The folder.
    public let folder: InputFolder

    /// An empty folder, or a copy of the folder at `original`.
    public init(copying original: String? = nil) throws {
        let path = NSTemporaryDirectory() + "bydelsprofil-\(UUID().uuidString)"
        folder = InputFolder(path)
        if let original {
            try FileManager.default.copyItem(atPath: original, toPath: path)
        } else {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    /// Writes `text` to the file `name`, making the folders it needs.
    public func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    /// Writes `data` to the file `name`, making the folders it needs.
    public func write(_ data: Data, to name: String) throws {
        let url = URL(fileURLWithPath: folder.file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    /// The text of the file `name`.
    public func text(of name: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: folder.file(name)), encoding: .utf8)
    }

    /// Every name in it, hidden ones too.
    public func everyName() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// Takes the file or folder `name` away.
    public func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder.file(name)) }
}

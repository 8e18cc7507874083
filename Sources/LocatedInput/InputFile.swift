import Foundation

/// The bytes of an input file and the name the user knows it by.
public struct InputFile: Sendable {
    /// The path as the user would write it.
    public let path: String
    /// The file, mapped into memory where the system can.
    public let data: Data

    /// A file already in memory, such as a test's.
    public init(path: String, data: Data) {
        self.path = path
        self.data = data
    }

    /// A text already in memory, such as a test's.
    public init(path: String, text: String) { self.init(path: path, data: Data(text.utf8)) }

    /// Opens the file at `path`; a diagnostic and `nil` if it cannot be read.
    public init?(reading path: String, _ diagnostics: inout Diagnostics) {
        do {
            self.init(path: path, data: try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
        } catch {
            diagnostics.emit(.unreadableFile(path, exists: FileManager.default.fileExists(atPath: path)))
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unreadableFile(_ path: String, exists: Bool) -> Diagnostic {
        Diagnostic(
            .error, exists ? "UnreadableFile" : "MissingFile", at: SourceLocation(file: path),
            exists ? "the file cannot be read" : "the file does not exist",
            remedy: exists ? "check its permissions" : "check the path, or make the file")
    }
}

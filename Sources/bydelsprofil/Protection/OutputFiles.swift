import Foundation
import LocatedInput

/// Files that belong together: each is whole when it takes its place, and none does before all of them are.
struct OutputFiles {
    private let texts: [(path: String, text: String)]

    init(_ texts: [(path: String, text: String)]) {
        self.texts = texts
    }

    /// Writes the files, which only their owner may read.
    func write() throws(InputFailure) {
        var drafts: [String] = []
        defer { for draft in drafts { try? FileManager.default.removeItem(atPath: draft) } }
        for (path, text) in texts {
            let draft = path + ".part"
            guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw InputFailure(.cannotWrite(path)) }
            drafts.append(draft)
            do {
                let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: draft))
                try handle.write(contentsOf: Data(text.utf8))
                try handle.close()
            } catch {
                throw InputFailure(.cannotWrite(path))
            }
        }
        for (path, _) in texts {
            guard rename(path + ".part", path) == 0 else { throw InputFailure(.cannotWrite(path)) }
        }
    }
}

extension Diagnostic {
    fileprivate static func cannotWrite(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "CannotWrite", at: SourceLocation(file: path), "the file cannot be written",
            remedy: "check that its folder is there, its permissions and the space left")
    }
}

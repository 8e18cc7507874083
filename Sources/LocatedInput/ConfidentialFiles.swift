import Foundation

/// Confidential files that belong together, which only their owner may read: each is whole when it takes its place, and
/// none does before all of them are.
package struct ConfidentialFiles {
    private let files: [(path: String, bytes: [UInt8])]

    /// Files by path.
    package init(_ files: [(path: String, bytes: [UInt8])]) {
        self.files = files
    }

    /// Writes the files; what could not take its place is removed.
    package func write() throws(InputFailure) {
        var drafts: [String] = []
        defer { for draft in drafts { try? FileManager.default.removeItem(atPath: draft) } }
        for (path, bytes) in files {
            let draft = path + ".part"
            guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw InputFailure(.cannotWrite(path)) }
            drafts.append(draft)
            do {
                let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: draft))
                try handle.write(contentsOf: bytes)
                try handle.close()
            } catch {
                throw InputFailure(.cannotWrite(path))
            }
        }
        for (path, _) in files {
            guard rename(path + ".part", path) == 0 else { throw InputFailure(.cannotWrite(path)) }
        }
    }
}

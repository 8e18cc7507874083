import Checksum
import Foundation
import LocatedInput
import Parallel

/// Checks a published site: every file is what the manifest says, nothing is missing or added, and all that
/// ``SiteInspection`` looks at.
public struct SiteVerifier {
    private let folder: InputFolder

    /// A verifier of the site in the folder at `path`.
    public init(_ path: String) { folder = InputFolder(path) }

    /// Everything that is wrong, and how many files were looked at.
    public func verify() -> (diagnostics: Diagnostics, fileCount: Int) {
        var diagnostics = Diagnostics()
        guard let manifest = InputFile(reading: folder.file(Manifest.path), &diagnostics) else {
            return (diagnostics, 0)
        }
        guard let expected = Manifest.files(in: manifest.data) else {
            diagnostics.emit(.notAManifest(at: SourceLocation(file: manifest.path)))
            return (diagnostics, 0)
        }
        var tree = SiteTree()
        for path in files() where path != Manifest.path {
            if let file = InputFile(reading: folder.file(path), &diagnostics) { tree.add(path, file.data) }
        }
        compare(tree, with: expected, &diagnostics)
        diagnostics.merge(SiteInspection(tree, named: folder).diagnostics())
        return (diagnostics, tree.paths.count + 1)
    }

    private func compare(_ tree: SiteTree, with expected: [Manifest.Entry], _ diagnostics: inout Diagnostics) {
        let found = concurrently(expected.count) { index -> Bool in
            guard let data = tree[expected[index].path] else { return true }
            return data.count == expected[index].size && Checksum.sha256(data) == expected[index].sha256
        }
        for (entry, isWhole) in zip(expected, found) {
            let location = SourceLocation(file: folder.file(entry.path))
            if tree[entry.path] == nil {
                diagnostics.emit(.fileGone(at: location))
            } else if !isWhole {
                diagnostics.emit(.fileChanged(at: location))
            }
        }
        let known = Set(expected.map(\.path))
        for path in tree.paths where !known.contains(path) {
            diagnostics.emit(.fileAdded(at: SourceLocation(file: folder.file(path))))
        }
    }

    private func files() -> [String] {
        var found: [String] = []
        func collect(_ inner: InputFolder, _ prefix: String) {
            let all = (try? FileManager.default.contentsOfDirectory(atPath: inner.path)) ?? []
            for name in all {
                let child = inner.folder(name)
                if child.exists { collect(child, "\(prefix)\(name)/") } else { found.append(prefix + name) }
            }
        }
        collect(folder, "")
        return found.sorted()
    }
}

extension Diagnostic {
    fileprivate static func fileGone(at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "FileGone", at: location, "the manifest names a file that is gone", remedy: "build again")
    }

    fileprivate static func fileChanged(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "FileChanged", at: location, "the file is not what the manifest says", remedy: "build again")
    }

    fileprivate static func fileAdded(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "FileAdded", at: location, "the file is not in the manifest", remedy: "remove it, or build again")
    }
}

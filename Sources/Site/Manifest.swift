import Checksum
import Foundation
import LocatedInput
import Parallel

/// `manifest.json`: every file of the site with its size and checksum, and what it was made from.
struct Manifest {
    /// The name of the file.
    static let path = "manifest.json"
    /// What marks a folder as ours.
    static let generator = "bydelsprofil"

    /// The files of a site as a manifest names them.
    struct Entry: Equatable {
        let path: String
        let size: Int
        let sha256: String
        /// A checksum of all that a file was made from which takes long to make.
        var madeFrom: String?
    }

    /// The document for every file of `tree`.
    static func document(of tree: SiteTree, edition: String, date: String, inputs: [Entry]) -> String {
        let paths = tree.paths
        let files = concurrently(paths.count) { index -> Entry in
            let data = tree[paths[index]] ?? Data()
            return Entry(
                path: paths[index], size: data.count, sha256: Checksum.sha256(data),
                madeFrom: tree.origins[paths[index]])
        }
        return JSONText.object([
            ("generator", .string(generator)), ("schema_version", .whole(1)), ("edition", .string(edition)),
            ("date", .string(date)), ("inputs", .list(inputs.map(\.json))), ("files", .list(files.map(\.json))),
        ]).text
    }

    /// The files that the manifest in `data` names; `nil` if it is not a manifest of ours.
    static func files(in data: Data) -> [Entry]? { entries("files", in: data) }

    /// What the site of the manifest in `data` was made from; `nil` if it is not a manifest of ours.
    static func inputs(in data: Data) -> [Entry]? { entries("inputs", in: data) }

    private static func entries(_ key: String, in data: Data) -> [Entry]? {
        guard let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            document["generator"] as? String == generator, let files = document[key] as? [[String: Any]]
        else { return nil }
        var entries: [Entry] = []
        for file in files {
            guard let path = file["path"] as? String, let size = file["size"] as? Int,
                let sha256 = file["sha256"] as? String
            else { return nil }
            entries.append(Entry(path: path, size: size, sha256: sha256, madeFrom: file["made_from"] as? String))
        }
        return entries
    }
}

extension Manifest.Entry {
    fileprivate var json: JSONText {
        let origin = madeFrom.map { [("made_from", JSONText.string($0))] } ?? []
        return .object([("path", .string(path)), ("size", .whole(size)), ("sha256", .string(sha256))] + origin)
    }
}

extension Diagnostic {
    /// What should be a manifest is none of ours.
    static func notAManifest(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAManifest", at: location, "this is no manifest of a published site",
            remedy: "name the folder that a build wrote to")
    }
}

import Checksum
import Foundation
import Indicators
import LocatedInput
import Rendering

/// The files of earlier editions, taken over from a site that was published before: an address that once held figures
/// holds them still.
struct CarriedEditions {
    /// The files as they were published, by path.
    let files: [(path: String, data: Data)]
    /// The names of the editions, the newest first.
    let ids: [String]

    /// Those of the site in `folder`, or none if there is no such site; what `releases` does not know of, or is not what
    /// the site's manifest says, is a fault.
    init?(_ folder: InputFolder?, current: String, releases: [Release], _ diagnostics: inout Diagnostics) {
        guard let folder else {
            (files, ids) = ([], [])
            return
        }
        guard let manifest = InputFile(reading: folder.file(Manifest.path), &diagnostics) else { return nil }
        guard let entries = Manifest.files(in: manifest.data) else {
            diagnostics.emit(.notAManifest(at: SourceLocation(file: manifest.path)))
            return nil
        }
        var found = Diagnostics()
        var files: [(path: String, data: Data)] = []
        var carried: Set<String> = []
        for entry in entries {
            let parts = entry.path.split(separator: "/")
            guard parts.count == 3, parts[0] == "data", parts[1] != current else { continue }
            guard let file = InputFile(reading: folder.file(entry.path), &found) else { continue }
            if Checksum.sha256(file.data) != entry.sha256 {
                found.emit(.earlierFileChanged(at: SourceLocation(file: file.path)))
            }
            files.append((entry.path, file.data))
            carried.insert(String(parts[1]))
        }
        for id in carried.sorted() where !releases.contains(where: { $0.edition == id }) {
            found.emit(.unknownEdition(id, at: SourceLocation(file: folder.path)))
        }
        diagnostics.merge(found)
        if found.hasErrors { return nil }
        self.files = files
        var ids: [String] = []
        for release in releases where carried.contains(release.edition) && !ids.contains(release.edition) {
            ids.append(release.edition)
        }
        self.ids = ids
    }

    /// What pages say of them beside `figures`, the newest edition's table.
    func told(beside figures: Data, _ diagnostics: inout Diagnostics) -> EarlierEditions {
        guard let newest = ids.first, let before = files.first(where: { $0.path == "data/\(newest)/figures.csv" })
        else { return EarlierEditions(ids: ids, changes: []) }
        let old = FiguresFile(InputFile(path: before.path, data: before.data), &diagnostics)
        let new = FiguresFile(InputFile(path: "figures.csv", data: figures), &diagnostics)
        let moved = SiteDifference.figures(old.rows, new.rows, in: "")
        let indicator = FiguresFile.keyColumns.firstIndex(of: "indicator") ?? 0
        let changes = Dictionary(grouping: moved) { $0.key[indicator].value }.map { id, figures in
            func count(_ kind: SiteDifference.Kind) -> Int { figures.count { $0.kind == kind } }
            return EditionChange(
                indicator: IndicatorID(id), added: count(.added), changed: count(.changed), removed: count(.removed))
        }
        return EarlierEditions(ids: ids, changes: changes.sorted { $0.indicator.id < $1.indicator.id })
    }
}

extension Diagnostic {
    fileprivate static func earlierFileChanged(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "EarlierFileChanged", at: location, "the file is not what was published",
            remedy: "take the earlier site from a copy that passes verify")
    }

    fileprivate static func unknownEdition(_ id: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "UnknownEdition", at: location,
            "the earlier site holds the edition '\(id)', which was never released",
            remedy: "name it in releases.yaml")
    }
}

import CSystem
import Foundation
import Parallel

/// Writes a site beside the old one and lets them change places in one step.
///
/// Whatever happens — a kill, a full disk, a crash — the folder is the old site whole or the new site whole. What a
/// killed build left behind is cleared away by the next one. A file that is the same in both is one file with two names
/// until the old name goes, so that its date says when it last changed.
public struct SitePublisher: Sendable {
    private let destination: URL

    /// A publisher for the folder at `path`.
    public init(to path: String) { destination = URL(fileURLWithPath: path).standardizedFileURL }

    /// True if `publish` would be allowed to replace what is at the destination.
    public func check() throws(PublishingFault) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: destination.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { throw .notOurs(destination.path) }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: destination.path)) ?? []
        if names.isEmpty { return }
        let manifest = try? Data(contentsOf: destination.appendingPathComponent(Manifest.path))
        guard manifest.flatMap(Manifest.files) != nil else { throw .notOurs(destination.path) }
    }

    /// Puts `tree` in place of what is there.
    public func publish(_ tree: SiteTree) throws(PublishingFault) {
        try check()
        let parent = destination.deletingLastPathComponent()
        let staging = parent.appendingPathComponent(".\(destination.lastPathComponent).publishing")
        try createFolder(parent)
        let lock = try StagingLock(at: parent.appendingPathComponent(".\(destination.lastPathComponent).lock"))
        defer { lock.release() }
        try remove(staging)
        do {
            try write(tree, to: staging)
            try exchange(staging)
        } catch {
            try? remove(staging)
            throw error
        }
        try remove(staging)
    }

    private func write(_ tree: SiteTree, to folder: URL) throws(PublishingFault) {
        try createFolder(folder)
        let paths = tree.paths
        var folders: Set<String> = []
        for path in paths { folders.insert((path as NSString).deletingLastPathComponent) }
        for name in folders.sorted() where !name.isEmpty { try createFolder(folder.appendingPathComponent(name)) }
        let faults = concurrently(paths.count) { index -> PublishingFault? in
            let path = "/" + paths[index]
            let data = tree[paths[index]] ?? Data()
            if PublishedFile.link(destination.path + path, holding: data, to: folder.path + path) { return nil }
            return PublishedFile.write(data, to: folder.path + path).map {
                .inputOutput(folder.path + path, reason: $0)
            }
        }
        if let fault = faults.compactMap({ $0 }).first { throw fault }
    }

    /// The new site is moved in where nothing was; otherwise both change places, and the old one is left in staging.
    private func exchange(_ staging: URL) throws(PublishingFault) {
        if rename(staging.path, destination.path) == 0 { return }
        if bydelsprofil_exchange(staging.path, destination.path) == 0 { return }
        throw .inputOutput(destination.path, reason: String(cString: strerror(errno)))
    }

    private func createFolder(_ folder: URL) throws(PublishingFault) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotCreate(folder.path, reason: Self.reason(error))
        }
    }

    private func remove(_ folder: URL) throws(PublishingFault) {
        guard FileManager.default.fileExists(atPath: folder.path) else { return }
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            throw .inputOutput(folder.path, reason: Self.reason(error))
        }
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
        return String(cString: strerror(Int32(underlying.code)))
    }
}

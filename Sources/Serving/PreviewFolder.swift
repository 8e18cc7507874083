import Foundation
import Site
import Synchronization

/// A folder of the program's own for a site that is only looked at, which nobody else may read.
public final class PreviewFolder: Sendable {
    private let folder: String
    private let isGone = Mutex(false)

    /// Makes the folder, among the system's temporary ones.
    public init() throws(PublishingFault) {
        folder = NSTemporaryDirectory() + "bydelsprofil-serve-\(UUID().uuidString)"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotCreate(folder, reason: error.localizedDescription)
        }
    }

    /// Where the site is, once there is one.
    public var site: String { "\(folder)/site" }

    /// Puts `tree` in place of the site that was there; nothing happens once the folder is gone.
    public func publish(_ tree: SiteTree) throws(PublishingFault) {
        try isGone.withLock { isGone throws(PublishingFault) in
            if !isGone { try SitePublisher(to: site).publish(tree) }
        }
    }

    /// Takes the folder away for good; waits for a site that is being put in place.
    public func remove() {
        isGone.withLock { isGone in
            isGone = true
            try? FileManager.default.removeItem(atPath: folder)
        }
    }
}

import Foundation
import Site

/// When each file that a site is made from was last written: two that differ mean that something changed in between.
public struct InputState: Equatable, Sendable {
    private struct Stamp: Equatable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int
        /// Tells a file that was put in another's place.
        let number: UInt64
    }

    private let stamps: [String: Stamp]

    /// As the files in `folders` are now.
    public init(_ folders: SiteFolders) {
        var stamps: [String: Stamp] = [:]
        for input in folders.inputs {
            var status = stat()
            guard stat(input.path, &status) == 0 else { continue }
            stamps[input.path] = Stamp(
                seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size),
                number: UInt64(status.st_ino))
        }
        self.stamps = stamps
    }
}

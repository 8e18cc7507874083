import Foundation

/// Keeps two builds from writing the same site; the system lets go of it when the process ends, however it ends.
struct StagingLock {
    private let descriptor: Int32
    private let path: String

    /// Takes the lock at `url`, or says who is in the way.
    init(at url: URL) throws(PublishingFault) {
        path = url.path
        while true {
            let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw .cannotCreate(path, reason: String(cString: strerror(errno))) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw .busy(path)
            }
            if Self.isStillAt(path, descriptor) {
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    /// Lets go of the lock and leaves no trace of it.
    func release() {
        unlink(path)
        close(descriptor)
    }

    /// False if the build before removed the file between our opening it and our locking it.
    private static func isStillAt(_ path: String, _ descriptor: Int32) -> Bool {
        var held = stat()
        var present = stat()
        guard fstat(descriptor, &held) == 0, stat(path, &present) == 0 else { return false }
        return held.st_ino == present.st_ino && held.st_dev == present.st_dev
    }
}

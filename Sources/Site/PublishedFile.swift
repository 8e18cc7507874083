import Foundation

/// The files of a site on the disk.
enum PublishedFile {
    /// How the files may be used: read by all, written by their owner.
    private static let mode: mode_t = 0o644

    /// Gives the file at `old` a second name `path`, if it holds exactly `data`; false, and nothing done, if it does not
    /// or cannot be.
    static func link(_ old: String, holding data: Data, to path: String) -> Bool {
        let descriptor = open(old, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode == S_IFREG | mode, Int(status.st_size) == data.count,
            holds(descriptor, data)
        else { return false }
        return Foundation.link(old, path) == 0
    }

    private static func holds(_ descriptor: Int32, _ data: Data) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            data.withUnsafeBytes { bytes in
                var rest = bytes[...]
                while let wanted = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
                    guard let found = buffer.baseAddress else { return false }
                    let count = read(descriptor, found, buffer.count)
                    guard count > 0, count <= rest.count, memcmp(wanted, found, count) == 0 else { return false }
                    rest = rest.dropFirst(count)
                }
                return true
            }
        }
    }

    /// Writes a new file; the reason where that fails.
    ///
    /// The file is not forced to the disk: the old site stands until the whole of the new one is there, and waiting for
    /// a thousand files one by one takes longer than all the rest of a build.
    static func write(_ data: Data, to path: String) -> String? {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        var fault: String?
        data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while fault == nil, !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR {
                    fault = String(cString: strerror(errno))
                }
            }
        }
        if close(descriptor) != 0, fault == nil { fault = String(cString: strerror(errno)) }
        return fault
    }
}

import CLibCrypto
import Foundation

/// The identity of a file's bytes.
public enum Checksum {
    /// SHA-256 in 64 small hexadecimal digits (FIPS 180-4), by OpenSSL's libcrypto.
    public static func sha256(_ data: Data) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        data.withUnsafeBytes { bytes in
            _ = SHA256(bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, &digest)
        }
        return hexadecimal(digest)
    }

    /// The SHA-256 of the file at `path`, read piece by piece so that memory does not grow with it; `nil` if it cannot
    /// be read.
    public static func sha256(ofFileAt path: String) -> String? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 64)
        defer { buffer.deallocate() }
        var running = RunningChecksum()
        while true {
            let count = read(handle.fileDescriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return running.finish() }
            running.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// How many bytes of a file are held at a time.
    private static let pieceSize = 1 << 20

    static func hexadecimal(_ digest: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

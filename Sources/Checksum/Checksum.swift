import CMessageDigest
import Foundation

/// The identity of a file's bytes.
public enum Checksum {
    /// SHA-256 in 64 small hexadecimal digits (FIPS 180-4), by libmd.
    public static func sha256(_ data: Data) -> String {
        var digits = [CChar](repeating: 0, count: 2 * Int(SHA256_DIGEST_LENGTH) + 1)
        data.withUnsafeBytes { bytes in
            _ = SHA256Data(bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, &digits)
        }
        return String(decoding: digits.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

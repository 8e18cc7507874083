import Crypto
import Foundation

/// The files of a site, by path from its root.
public struct SiteTree: Sendable {
    private var files: [String: Data] = [:]

    /// An empty site.
    public init() {}

    /// The bytes at `path`.
    public subscript(path: String) -> Data? { files[path] }

    /// Every path, in byte order.
    public var paths: [String] {
        files.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// Adds a file. Two pages at one address are a mistake in the program, not in the data.
    mutating func add(_ path: String, _ data: Data) {
        precondition(files.updateValue(data, forKey: path) == nil, "two files are meant for \(path)")
    }

    /// Adds a text file in UTF-8.
    mutating func add(_ path: String, text: String) { add(path, Data(text.utf8)) }
}

/// The identity of a file's bytes.
enum Checksum {
    /// SHA-256 in small hexadecimal digits.
    static func sha256(_ data: Data) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in SHA256.hash(data: data) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

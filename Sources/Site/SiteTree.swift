import Foundation

/// The files of a site, by path from its root.
public struct SiteTree: Sendable {
    private var files: [String: Data] = [:]
    /// Of the files that take long to make: a checksum of all they were made from.
    private(set) var origins: [String: String] = [:]

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

    /// Adds a file that need not be made again while `origin`, a checksum of all it was made from, is the same.
    mutating func add(_ path: String, _ data: Data, madeFrom origin: String) {
        add(path, data)
        origins[path] = origin
    }

    /// Adds every file of `others`, each with `folder` before its path.
    mutating func add(_ others: SiteTree, below folder: String) {
        if files.isEmpty, folder.isEmpty {
            files = others.files
        } else {
            for (path, data) in others.files { add(folder + path, data) }
        }
    }

    /// Adds a text file in UTF-8.
    mutating func add(_ path: String, text: String) { add(path, Data(text.utf8)) }
}

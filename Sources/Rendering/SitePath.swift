/// The place of a page or a file in the site, from its root.
///
/// Links are always relative, and name `index.html`: so the site can lie under any address, and can be read from a disk.
public struct SitePath: Hashable, Sendable {
    /// The folders and, last, the file: `["nb", "om", "metode", "index.html"]`.
    public let parts: [String]

    /// The file reached through `parts`.
    init(_ parts: [String]) { self.parts = parts }

    /// The page in the folder `folders`.
    init(page folders: [String]) { parts = folders + ["index.html"] }

    /// The name of the file.
    public var name: String { parts.last ?? "" }

    /// The path below the site's folder, such as `nb/om/metode/index.html`.
    public var text: String { parts.joined(separator: "/") }

    /// The path as whole addresses have it: a page by its folder, `nb/om/metode/`.
    var folderAddress: String {
        parts.last == "index.html" ? parts.dropLast().map { "\($0)/" }.joined() : text
    }

    /// The file `name` in the same folder.
    func sibling(_ name: String) -> SitePath { SitePath(parts.dropLast() + [name]) }

    /// The way from a page at this path up to the site's folder: `../../`, or nothing.
    var linkToRoot: String { String(repeating: "../", count: parts.count - 1) }

    /// The address of `target` as a page at this path links to it.
    public func link(to target: SitePath) -> String {
        let here = parts.dropLast()
        let shared = zip(here, target.parts.dropLast()).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: here.count - shared)
        return (up + target.parts.dropFirst(shared)).joined(separator: "/")
    }
}

extension SitePath: Comparable, CustomStringConvertible {
    /// In byte order, folder by folder.
    public static func < (left: Self, right: Self) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
    /// The path.
    public var description: String { text }
}

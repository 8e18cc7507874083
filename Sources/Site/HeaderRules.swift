import Foundation

/// What a server is to say with a site's files, as `_headers` lists it: rules, each with an address and its headers.
public struct HeaderRules: Equatable, Sendable {
    /// A header's name and what it says.
    public struct Header: Hashable, Sendable {
        /// The name, as written.
        public let name: String
        /// What it says.
        public let value: String

        /// A header.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The headers of one address, or of all that begin with it where it ends in `*`.
    struct Rule: Equatable {
        let address: String
        var headers: [Header]

        func reaches(_ other: String) -> Bool {
            address.hasSuffix("*") ? other.hasPrefix(address.dropLast()) : other == address
        }
    }

    /// The name of the file that holds them, at the site's root.
    public static let path = "_headers"

    let rules: [Rule]

    init(_ rules: [Rule]) { self.rules = rules }

    /// The rules in a document that we wrote.
    public init(document: Data) {
        var rules: [Rule] = []
        for line in String(decoding: document, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            guard line.hasPrefix("  ") else {
                rules.append(Rule(address: String(line), headers: []))
                continue
            }
            let parts = line.dropFirst(2).split(separator: ": ", maxSplits: 1).map(String.init)
            guard parts.count == 2, !rules.isEmpty else { continue }
            rules[rules.count - 1].headers.append(Header(name: parts[0], value: parts[1]))
        }
        self.rules = rules
    }

    /// The document: a line for each address, its headers below it.
    var text: String {
        var lines = [
            "# What a server should say with each file. Pages hold the same policy themselves, except who may frame them."
        ]
        for rule in rules {
            lines.append(rule.address)
            lines += rule.headers.map { "  \($0.name): \($0.value)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The folder of the site on its server, `/` or ending in it, which the first rule is for.
    public var folder: String { rules.first.map { String($0.address.dropLast()) } ?? "/" }

    /// What goes with the file at `address`, from the server's root.
    public func headers(for address: String) -> [Header] { rules.filter { $0.reaches(address) }.flatMap(\.headers) }
}

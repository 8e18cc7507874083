import Foundation
import Site

/// A published site as a server shows it: its files by their addresses, the page of a folder, and nothing else.
///
/// Everything is looked up when it is asked for, so that a site published anew in the same place is seen at once.
struct ServedFolder: Sendable {
    /// The folder on the disk.
    let path: String

    /// What is said to a request; `target` is the address as it was sent, with its query.
    func answer(method: String, target: String) -> Answer {
        guard ["GET", "HEAD"].contains(method) else {
            return plain(
                .methodNotAllowed, "Only GET and HEAD are answered.", [.init(name: "Allow", value: "GET, HEAD")])
        }
        guard let document = FileManager.default.contents(atPath: "\(path)/\(HeaderRules.path)") else {
            return plain(.serviceUnavailable, "The site is being built.", [.init(name: "Retry-After", value: "1")])
        }
        let rules = HeaderRules(document: document)
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let address = parts.first.map(String.init) ?? ""
        guard address.hasPrefix("/") else { return plain(.badRequest, "An address begins with a slash.") }
        if address == "/", rules.folder != "/" { return redirect(to: rules.folder) }
        guard address.hasPrefix(rules.folder), let name = Self.name(String(address.dropFirst(rules.folder.count)))
        else {
            return notFound(rules)
        }
        switch find(name) {
        case .file(let file):
            return self.file(file, .ok, rules.headers(for: address))
        case .folder:
            let query = parts.count > 1 ? "?\(parts[1])" : ""
            return redirect(to: "\(address)/\(query)")
        case .nothing:
            return notFound(rules)
        }
    }

    // MARK: - Finding a file

    private enum Found {
        /// A file, by its path on the disk.
        case file(String)
        /// A folder that was asked for without the slash after it.
        case folder
        case nothing
    }

    /// The name of a file below the site's folder, with `index.html` for a folder; `nil` for what can be no file of a
    /// site: a step up or on the spot, a slash or an end of text in disguise, a hidden name, and what is said to
    /// servers only.
    static func name(_ address: String) -> String? {
        var names: [String] = []
        for part in address.split(separator: "/", omittingEmptySubsequences: false) {
            guard let name = String(part).removingPercentEncoding else { return nil }
            names.append(name)
        }
        if names.last?.isEmpty == true { names[names.count - 1] = "index.html" }
        let isFile = names.allSatisfy { name in
            !name.isEmpty && !name.hasPrefix(".") && !name.contains("/")
                && name.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\\" }
        }
        guard isFile, let first = names.first, !first.hasPrefix("_") else { return nil }
        return names.joined(separator: "/")
    }

    /// What is at `name`. A link is nothing: a site is made of files and folders, and a link could lead out of it.
    private func find(_ name: String) -> Found {
        guard let root = Self.realPath(path), let file = Self.realPath("\(root)/\(name)"), file == "\(root)/\(name)"
        else { return .nothing }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else { return .nothing }
        if !isFolder.boolValue { return .file(file) }
        return FileManager.default.fileExists(atPath: "\(file)/index.html") ? .folder : .nothing
    }

    /// The path without links and steps up.
    private static func realPath(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    // MARK: - Saying it

    private func file(_ file: String, _ status: Answer.Status, _ headers: [HeaderRules.Header]) -> Answer {
        guard let body = FileManager.default.contents(atPath: file) else {
            return plain(.notFound, "There is no such file.")
        }
        return answer(status, body, type: MediaType.of(file), headers)
    }

    /// The site's own page for what is not there.
    private func notFound(_ rules: HeaderRules) -> Answer {
        file("\(path)/404.html", .notFound, rules.headers(for: "\(rules.folder)404.html"))
    }

    private func redirect(to address: String) -> Answer {
        plain(.movedPermanently, "It is at \(address)", [.init(name: "Location", value: address)])
    }

    private func plain(_ status: Answer.Status, _ words: String, _ headers: [HeaderRules.Header] = []) -> Answer {
        answer(status, Data("\(words)\n".utf8), type: MediaType.of("answer.txt"), headers)
    }

    /// Nothing is to be kept: the next build may say something else.
    private func answer(
        _ status: Answer.Status, _ body: Data, type: String, _ headers: [HeaderRules.Header]
    ) -> Answer {
        let always = [
            HeaderRules.Header(name: "Content-Type", value: type),
            HeaderRules.Header(name: "Cache-Control", value: "no-store"),
        ]
        return Answer(status: status, headers: always + headers, body: body)
    }
}

import Foundation
import LocatedInput
import Testing
import TestSupport

@testable import Rendering

/// Holds the phrases against the program and the templates that use them, by reading both.
struct PhraseUseTests {
    /// What `"split.\(key)"` and the like may become.
    private static let variable = "[a-z0-9.-]+"

    /// The two sets of phrases.
    enum Speech: CaseIterable {
        /// The site's.
        case site
        /// Those of the reports on districts that municipalities ask for.
        case requests

        /// True for a part of the program, or a template, that speaks in these phrases.
        fileprivate func isOf(_ file: URL) -> Bool {
            file.path.lowercased().contains("/requests/") == (self == .requests)
        }

        fileprivate func words() throws -> Wording {
            if self == .site { return try Templates.wordings()[.nb] }
            var diagnostics = Diagnostics()
            return try #require(Wordings.load(from: Templates.folder.folder("requests"), keys: [], &diagnostics))[.nb]
        }

        fileprivate var fewestKeys: Int { self == .site ? 50 : 30 }
    }

    private static func text(of files: [URL]) throws -> String {
        try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
    }

    private static func files(under path: String, ending suffix: String) throws -> [URL] {
        let root = SharedData.packageRoot.appendingPathComponent(path)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { root.appendingPathComponent($0) }
    }

    /// The parts of the program that speak in the phrases.
    private static func program(_ speech: Speech) throws -> String {
        let sources = try ["Sources/Rendering", "Sources/Site"].flatMap { try files(under: $0, ending: ".swift") }
        return try text(of: sources.filter(speech.isOf))
    }

    /// The texts in the program that may be keys, as patterns of whole keys.
    private static func patterns(_ speech: Speech) throws -> [String] {
        let source = try program(speech)
        let literal = /"((?:\\\((?:[^()"]|\([^()]*\))*\)|[^"\\\n])*)"/
        return source.matches(of: literal).map { String($0.1) }.filter { $0.contains(".") || $0.contains("\\(") }.map {
            text in
            text.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "\u{0}").split(
                separator: "\u{0}", omittingEmptySubsequences: false
            )
            .map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: variable)
        }
    }

    private static func templateKeys(_ speech: Speech) throws -> Set<String> {
        let templates = try text(of: files(under: "templates", ending: ".mustache").filter(speech.isOf))
        return Set(templates.matches(of: /\{\{[#^\/]?words\.([a-z0-9.-]+)\}\}/).map { String($0.1) })
    }

    @Test(arguments: Speech.allCases)
    func everyKeyInATemplateIsAPhraseWithoutSlots(speech: Speech) throws {
        let words = try speech.words()
        let keys = try Self.templateKeys(speech)
        #expect(keys.count > speech.fewestKeys)
        for key in keys.sorted() { #expect(words.phrases[key]?.slots == [], "\(key)") }
    }

    @Test(arguments: Speech.allCases)
    func everyKeyInTheProgramIsAPhrase(speech: Speech) throws {
        let words = try speech.words()
        let source = try Self.program(speech)
        let asked = source.matches(of: /word(?:s|ing)(?:\[|\.phrase\(\s*|\.keys\(below: )"([a-z0-9.-]+)"/).map {
            String($0.1)
        }
        #expect(asked.count > (speech == .site ? 80 : 10))
        for key in asked {
            #expect(words.phrases[key] != nil || words.phrases["\(key).one"] != nil, "\(key)")
        }
    }

    @Test(arguments: Speech.allCases)
    func noPhraseIsLeftOver(speech: Speech) throws {
        let words = try speech.words()
        var used = try Self.templateKeys(speech)
        if speech == .site { used.formUnion(Wording.keysOfChoices) }
        let patterns = try Self.patterns(speech).filter { $0.contains(/^[a-z]+\\?\./) }
        let pattern = try NSRegularExpression(pattern: "^(?:\(patterns.joined(separator: "|")))(?:\\.one|\\.other)?$")
        for key in words.phrases.keys.sorted() where !used.contains(key) {
            #expect(pattern.firstMatch(in: key, range: NSRange(key.startIndex..., in: key)) != nil, "\(key)")
        }
    }
}

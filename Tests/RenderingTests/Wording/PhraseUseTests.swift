import Foundation
import Testing
import TestSupport

@testable import Rendering

/// Holds the phrases against the program and the templates that use them, by reading both.
struct PhraseUseTests {
    /// What `"split.\(key)"` and the like may become.
    private static let variable = "[a-z0-9.-]+"

    private static func text(of files: [URL]) throws -> String {
        try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
    }

    private static func files(under path: String, ending suffix: String) throws -> [URL] {
        let root = SharedData.packageRoot.appendingPathComponent(path)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { root.appendingPathComponent($0) }
    }

    /// The targets that speak in the site's phrases.
    private static func program() throws -> String {
        try ["Sources/Rendering", "Sources/Site"].map { try text(of: files(under: $0, ending: ".swift")) }
            .joined(separator: "\n")
    }

    /// The texts in the program that may be keys, as patterns of whole keys.
    private static func patterns() throws -> [String] {
        let source = try program()
        let literal = /"((?:\\\((?:[^()"]|\([^()]*\))*\)|[^"\\\n])*)"/
        return source.matches(of: literal).map { String($0.1) }.filter { $0.contains(".") || $0.contains("\\(") }.map {
            text in
            text.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "\u{0}").split(
                separator: "\u{0}", omittingEmptySubsequences: false
            )
            .map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: variable)
        }
    }

    private static func templateKeys() throws -> Set<String> {
        let templates = try text(of: files(under: "templates", ending: ".mustache"))
        return Set(templates.matches(of: /\{\{[#^\/]?words\.([a-z0-9.-]+)\}\}/).map { String($0.1) })
    }

    @Test func everyKeyInATemplateIsAPhraseWithoutSlots() throws {
        let words = try Templates.wordings()[.nb]
        let keys = try Self.templateKeys()
        #expect(keys.count > 50)
        for key in keys.sorted() { #expect(words.phrases[key]?.slots == [], "\(key)") }
    }

    @Test func everyKeyInTheProgramIsAPhrase() throws {
        let words = try Templates.wordings()[.nb]
        let source = try Self.program()
        let asked = source.matches(of: /word(?:s|ing)(?:\[|\.phrase\(\s*|\.keys\(below: )"([a-z0-9.-]+)"/).map {
            String($0.1)
        }
        #expect(asked.count > 80)
        for key in asked {
            #expect(words.phrases[key] != nil || words.phrases["\(key).one"] != nil, "\(key)")
        }
    }

    @Test func noPhraseIsLeftOver() throws {
        let words = try Templates.wordings()[.nb]
        var used = try Self.templateKeys()
        used.formUnion(Wording.keysOfChoices)
        let patterns = try Self.patterns().filter { $0.contains(/^[a-z]+\\?\./) }
        let pattern = try NSRegularExpression(pattern: "^(?:\(patterns.joined(separator: "|")))(?:\\.one|\\.other)?$")
        for key in words.phrases.keys.sorted() where !used.contains(key) {
            #expect(pattern.firstMatch(in: key, range: NSRange(key.startIndex..., in: key)) != nil, "\(key)")
        }
    }
}

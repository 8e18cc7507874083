import Markup

/// A text of several paragraphs: blank lines part them, and lines that begin with `- ` are a list.
struct Prose {
    private let text: String

    /// The text as it was written.
    init(_ text: String) { self.text = text }

    /// The paragraphs and lists as the partial `prose` shows them.
    var blocks: [TemplateValue] {
        paragraphs.map { lines in
            if lines.allSatisfy({ $0.hasPrefix("- ") }) {
                return .object([
                    "paragraph": .flag(false), "items": .list(lines.map { .text(String($0.dropFirst(2))) }),
                ])
            }
            return .object(["paragraph": .text(lines.joined(separator: " ")), "items": .flag(false)])
        }
    }

    private var paragraphs: [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .split { line in line.allSatisfy(\.isWhitespace) }
            .map { $0.map(String.init) }
    }
}

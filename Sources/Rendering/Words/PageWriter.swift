import Geography
import LocatedInput
import Markup
import Profiles

/// Writes the pages of a set in one language.
struct PageWriter: Sendable {
    /// What the pages are made from.
    let set: PageSet
    /// The phrases.
    let words: Wording
    /// How numbers are written.
    let numbers: NumberStyle

    /// A writer in `language`.
    init(_ set: PageSet, _ language: Language) {
        self.set = set
        words = set.wordings[language]
        numbers = NumberStyle(language)
    }

    /// The language.
    var language: Language { words.language }

    /// Writes one page.
    func write(_ content: some PageContent) throws -> Page {
        let frame = PageFrame(content: content, writer: self)
        var values = try content.values(self, at: frame.path)
        for (name, value) in try frame.values() { values[name] = value }
        return Page(path: frame.path, document: try set.templates.render(page: content.template, with: values))
    }

    /// Links as a page at `path` writes them, each with its name.
    func link(_ name: String, to target: SitePath, from path: SitePath) -> TemplateValue {
        .object(["name": .text(name), "link": .text(path.link(to: target))])
    }
}

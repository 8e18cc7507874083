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

    /// How pictures look that are files of their own.
    var standalone: ChartStyle { .standalone(set.palette.chartColours) }

    /// Writes one page and the pictures beside it.
    func write(_ content: some PageContent) throws -> [Page] {
        let frame = PageFrame(content: content, writer: self)
        let matter = try content.matter(self, at: frame.path)
        let values = matter.values.adding(try frame.values())
        let page = Page(
            path: frame.path, document: try set.templates.render(page: content.template, with: values),
            pdf: set.hasPDFs ? content.pdf(in: language) : nil)
        return [page]
            + (try matter.pictures.map { name, node in
                Page(path: frame.path.sibling("\(name).svg"), document: try Markup(node))
            })
    }

    /// Links as a page at `path` writes them, each with its name.
    func link(_ name: String, to target: SitePath, from path: SitePath) -> TemplateValue {
        .object(["name": .text(name), "link": .text(path.link(to: target))])
    }
}

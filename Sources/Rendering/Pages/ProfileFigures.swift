import Geography
import Indicators
import LocatedInput
import Markup
import Profiles

/// The figures of a profile, one for each theme that has something to show.
struct ProfileFigures {
    /// A figure: its picture, and the table of what it shows.
    struct Figure {
        /// What it is called in addresses and file names.
        let name: String
        /// The theme it belongs to, as readers know it.
        let theme: String
        let heading: String
        let caption: String
        let picture: @Sendable (ChartStyle) -> Node
        let table: TemplateValue
    }

    /// What is said about a section's figure, before it has a place on the page.
    struct Content {
        let heading: String
        let caption: String
        let picture: @Sendable (ChartStyle) -> Node
        let table: DataTable
    }

    let profile: Profile
    let writer: PageWriter

    var words: Wording { writer.words }
    var district: String { profile.place.district.name[writer.language] }
    var city: String { profile.place.city.name[writer.language] }

    /// The figures, in the order of their themes.
    func all() throws -> [Figure] {
        try profile.sections.compactMap { section in
            let name = "figur-\(section.theme.id)"
            let content: Content? =
                switch section.figure {
                case .pyramid(let pyramid): try self.pyramid(pyramid, name: name)
                case .development(let row): try development(row, name: name)
                case .districts(let row, let places): try districts(places, of: row, name: name)
                case nil: nil
                }
            return content.map { content in
                Figure(
                    name: name, theme: section.theme.titles[writer.language], heading: content.heading,
                    caption: content.caption, picture: content.picture, table: content.table.value)
            }
        }
    }

    /// The heading of a column of intervals.
    func intervalHeading() throws -> String {
        try words.phrase("profile.figures.interval", ["level": writer.percent(writer.set.policy.intervalLevel)])
    }

    /// The cell of an interval; empty where there is none.
    func cell(_ interval: ChartInterval?) -> TemplateValue {
        writer.cell(text: interval.map { writer.numbers.range($0.lower, $0.upper) } ?? "")
    }
}

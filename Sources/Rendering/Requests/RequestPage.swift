import Geography
import LocatedInput
import Markup
import SplitRequests

/// The report that a municipality gets on the districts it asks for: one HTML file with its style sheet inside, to be
/// mailed, opened from a disk without a network, and printed.
///
/// A pure function of the report: the same report gives the same bytes. It tells no number of people that a report
/// doesn't hold.
public struct RequestPage: Sendable {
    /// The most findings of one rule that are shown.
    static let most = 200

    private let templates: TemplateLibrary
    private let wordings: Wordings
    private let style: String

    /// Reads `requests/preview.mustache` and its style sheet in `templates`, with the colours of `palette.yaml`; `nil` if
    /// anything is wrong, all of which is reported. `wordings` are the phrases of `templates/requests`.
    public init?(from templates: InputFolder, _ wordings: Wordings, _ diagnostics: inout Diagnostics) {
        let folder = templates.folder("requests")
        let library = TemplateLibrary.load(pages: folder, partials: folder.folder("partials"), &diagnostics)
        let sheet = InputFile(reading: folder.file("preview.css"), &diagnostics)
        let palette = InputFile(reading: templates.file("palette.yaml"), &diagnostics).flatMap {
            PaletteFile.load($0, &diagnostics)
        }
        guard let library, let sheet, let palette else { return nil }
        self.templates = library
        self.wordings = wordings
        style = palette.styleSheet + String(decoding: sheet.data, as: UTF8.self)
    }

    /// The document about `report`, in `language`; `rounds` tells what has become of the findings of an earlier round.
    public func document(of report: RequestReport, in language: Language, rounds: RequestRounds? = nil) throws
        -> Markup
    {
        let writer = RequestPageWriter(report, wordings[language], rounds: rounds)
        var values = try writer.values()
        values["style"] = .markup(try Markup(.element("style", [.text(style)])))
        return try templates.render(page: "preview", with: values)
    }
}

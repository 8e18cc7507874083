import ArgumentParser
import Foundation
import Geography
import LocatedInput
import Rendering
import SplitRequests

/// What every command about a requested split takes.
struct RequestOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The table of grunnkretser and districts, or a KLASS correspondence.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The day whose codes the table has.", valueName: "date"))
    var date: CalendarDate

    @Option(help: "A table of people by grunnkrets, and perhaps year and age; without it sizes are not judged.")
    var people: String?

    @Option(
        help: "The folder of a split of the city that is not published yet, to compare with as well; may be repeated.")
    var against: [String] = []

    @Flag(help: "Some grunnkretser are meant to lie in no district.")
    var partOfKommune = false

    @Option(help: "The folder of cities and districts.")
    var geography = "geography"

    @Option(help: "The folder of templates, phrases and styles.")
    var templates = "templates"

    @Option(help: ArgumentHelp("The language of findings and reports: nb, nn or en.", valueName: "language"))
    var lang = Language.nb

    func validate() throws {
        if !Language.written.contains(lang) { throw ValidationError("--lang must be nb, nn or en") }
    }

    /// The folder of cities as an input.
    var folder: InputFolder { InputFolder(geography) }
    /// The words of findings.
    func wordings(_ diagnostics: inout Diagnostics) -> Wordings? {
        Wordings.load(
            from: InputFolder(templates).folder("requests"), keys: RequestText.keys, &diagnostics)
    }

    /// All that requests are held against.
    func ground(_ diagnostics: inout Diagnostics) -> RequestGround? {
        let file = InputFile(reading: file, &diagnostics)
        let register = UnitRegister.load(from: folder, &diagnostics)
        let cities = Geography.load(from: folder, &diagnostics)
        let policy = RequestPolicy.load(from: folder, &diagnostics)
        guard let file, let register, let cities, let policy else { return nil }
        return RequestGround(file: file, register: register, geography: cities, policy: policy)
    }

    /// The report on what the file asks for in `kommune`; `trial` works out what would be shown.
    func report(
        on kommune: KommuneCode, _ ground: RequestGround, trial: YieldTrial? = nil, _ diagnostics: inout Diagnostics
    ) -> RequestReport? {
        let city = ground.geography.city(kommune: kommune)
        for name in against where city?.split(name) == nil {
            diagnostics.emit(.unknownSplit(name, of: kommune, among: city?.splits.map(\.id.split) ?? [], folder))
        }
        let context = RequestContext(
            register: ground.register, city: city,
            people: ground.people(of: kommune, in: people, date, &diagnostics), policy: ground.policy,
            alsoAgainst: Set(city?.splits.map(\.id).filter { against.contains($0.split) } ?? []), trial: trial)
        if diagnostics.hasErrors { return nil }
        return SplitRequest(file: ground.file, kommune: kommune, date: date, isPartOfKommune: partOfKommune)
            .examine(context, geography: folder)
    }
}

/// What requests are held against.
struct RequestGround {
    let file: InputFile
    let register: UnitRegister
    let geography: Geography
    let policy: RequestPolicy

    /// The people of the municipality's units, under all the codes these have had; `nil` without a table.
    func people(of kommune: KommuneCode, in path: String?, _ date: CalendarDate, _ diagnostics: inout Diagnostics)
        -> People?
    {
        guard let path, let file = InputFile(reading: path, &diagnostics) else { return nil }
        let tables = register.tables(ofKommune: kommune, from: register.lists.lowerBound)
        let units = Set(tables.units.map(\.code)).union(geography.city(kommune: kommune)?.units.map(\.code) ?? [])
        return PeopleTable(file, date: date) { units.contains($0) }.people(&diagnostics)
    }
}

extension Language: ExpressibleByArgument {}

extension KommuneCode: ExpressibleByArgument {
    /// Reads four digits from the command line.
    public init?(argument: String) { self.init(argument) }
}

extension Diagnostic {
    fileprivate static func unknownSplit(
        _ name: String, of kommune: KommuneCode, among known: [String], _ folder: InputFolder
    ) -> Diagnostic {
        Diagnostic(
            .error, "UnknownSplit", at: SourceLocation(file: folder.path), "kommune \(kommune) has no split '\(name)'",
            remedy: Suggestion.remedy(for: name, among: known))
    }
}

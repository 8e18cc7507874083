import ArgumentParser
import Foundation
import Geography
import LocatedInput
import Rendering
import SplitRequests

/// What every command about a requested split takes.
struct RequestOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The table of grunnkretser and districts, a KLASS correspondence, or the districts' borders as GeoJSON or GML.",
            valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The day whose codes the table has.", valueName: "date"))
    var date: CalendarDate

    @Option(
        help: ArgumentHelp(
            "Where borders are given: the grunnkretser they are laid over, as borders or points in GeoJSON or GML, or a table of grunnkrets, x and y.",
            valueName: "file"))
    var units: String?

    @Option(
        help: ArgumentHelp(
            "What the coordinates of the borders mean, such as EPSG:25833; as the file says if left out.",
            valueName: "system"))
    var crs: String?

    @Option(
        help: ArgumentHelp("What the coordinates of --units mean; as that file says if left out.", valueName: "system")
    )
    var unitsCrs: String?

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
        if unitsCrs != nil, units == nil { throw ValidationError("--units-crs is about the file of --units") }
    }

    /// The folder of cities as an input.
    var folder: InputFolder { InputFolder(geography) }
    /// The words of findings.
    func wordings(_ diagnostics: inout Diagnostics) -> Wordings? {
        Wordings.load(
            from: InputFolder(templates).folder("requests"), keys: RequestText.keys, &diagnostics)
    }

    /// All that requests are held against; `kommune` is the one asked about, `nil` for all that the file has units of.
    func ground(_ kommune: KommuneCode?, _ diagnostics: inout Diagnostics) -> RequestGround? {
        let input = InputFile(reading: file, &diagnostics)
        let drawnUnits = units.flatMap { InputFile(reading: $0, &diagnostics) }
        let register = UnitRegister.load(from: folder, &diagnostics)
        let cities = Geography.load(from: folder, &diagnostics)
        let policy = RequestPolicy.load(from: folder, &diagnostics)
        guard let input, let register, let cities, let policy, units == nil || drawnUnits != nil else { return nil }
        let file = RequestFile(
            MapFile(input, system: crs), over: drawnUnits.map { MapFile($0, system: unitsCrs) }, register)
        var ground = RequestGround(
            file: file, kommuner: kommune.map { [$0] } ?? file.kommuner(register, on: date), register: register,
            geography: cities, policy: policy)
        if let people {
            ground.people = ground.people(in: people, date, &diagnostics)
            if ground.people == nil { return nil }
        }
        return ground
    }

    /// The report on what the file asks for in `kommune`; `trial` works out what would be shown.
    func report(
        on kommune: KommuneCode, _ ground: RequestGround, trial: YieldTrial? = nil, _ diagnostics: inout Diagnostics
    ) -> RequestReport? {
        let city = ground.geography.city(kommune: kommune)
        for name in against where city?.split(name) == nil {
            diagnostics.emit(.unknownSplit(name, of: kommune, among: city?.splits.map(\.id.split) ?? [], folder))
        }
        let residents = ground.people?.living(in: ground.units(of: kommune))
        if let people, residents?.isEmpty == true { diagnostics.emit(.nobody(people, in: kommune)) }
        let context = RequestContext(
            register: ground.register, city: city, people: residents, policy: ground.policy,
            alsoAgainst: Set(city?.splits.map(\.id).filter { against.contains($0.split) } ?? []), trial: trial)
        if diagnostics.hasErrors { return nil }
        return SplitRequest(file: ground.file, kommune: kommune, date: date, isPartOfKommune: partOfKommune)
            .examine(context, geography: folder)
    }
}

/// What requests are held against.
struct RequestGround {
    let file: RequestFile
    /// The municipalities that are asked about.
    let kommuner: [KommuneCode]
    let register: UnitRegister
    let geography: Geography
    let policy: RequestPolicy
    /// Who lives in these municipalities; `nil` without a table.
    var people: People?

    /// The municipality's units under all the codes these have had.
    func units(of kommune: KommuneCode) -> Set<GrunnkretsCode> {
        let tables = register.tables(ofKommune: kommune, from: register.lists.lowerBound)
        return Set(tables.units.map(\.code)).union(geography.city(kommune: kommune)?.units.map(\.code) ?? [])
    }

    /// The people that the table at `path` has in the municipalities; `nil` where it cannot be read.
    func people(in path: String, _ date: CalendarDate, _ diagnostics: inout Diagnostics) -> People? {
        guard let file = InputFile(reading: path, &diagnostics) else { return nil }
        let units = kommuner.reduce(into: Set()) { $0.formUnion(self.units(of: $1)) }
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

    fileprivate static func nobody(_ path: String, in kommune: KommuneCode) -> Diagnostic {
        Diagnostic(
            .error, "NobodyLivesHere", at: SourceLocation(file: path),
            "the table has no people in the units of kommune \(kommune)",
            remedy: "check that it is of the same municipality")
    }
}

import Geography
import LocatedInput

/// The figures that may lie in the open, as they stand in our own tables under `indicators/open-figures/<register>/`.
///
/// Everybody may have them, but they are confidential all the same: whatever is said about a district goes through
/// the same gate.
@_spi(Confidential) public struct OpenFigures: Sendable {
    /// Where the tables come from, by register.
    public let sources: [FigureSource]
    private var populations: [RegisterID: PopulationTable]
    private var parts: [RegisterID: PartPopulationTable]
    private var percentages: [RegisterID: OwnerFigures]

    /// Reads every table in the folders of `folder`, with the places of `areas`. All faults are reported; `nil` if one
    /// was an error.
    ///
    /// In every year and at every age, districts and unallocated must be the city. Where a source gives a city and all
    /// of its districts but not the unallocated, they are the difference.
    public static func load(from folder: InputFolder, areas: AreaDirectory, _ diagnostics: inout Diagnostics)
        -> OpenFigures?
    {
        var found = Diagnostics()
        let sources = folder.folders().compactMap { FigureSource(in: folder.folder($0), &found) }
        let read = concurrently(sources.count, &found) { index, diagnostics in
            var figures = OpenFigures()
            figures.read(sources[index], of: folder, areas, &diagnostics)
            return figures
        }
        var figures = OpenFigures(sources: sources)
        for part in read { figures.add(part) }
        diagnostics.merge(found)
        return found.hasErrors ? nil : figures
    }

    /// Tables already in memory, by register.
    public init(
        sources: [FigureSource] = [], population: [RegisterID: PopulationTable] = [:],
        partPopulation: [RegisterID: PartPopulationTable] = [:], ownerFigures: [RegisterID: OwnerFigures] = [:]
    ) {
        self.sources = sources
        populations = population
        parts = partPopulation
        percentages = ownerFigures
    }

    /// Persons by area, year, sex and age in `register`, or `nil` if it holds none.
    public func population(_ register: RegisterID) -> PopulationTable? { populations[register] }

    /// Persons in the parts of districts in `register`, or `nil` if it holds none.
    public func partPopulation(_ register: RegisterID) -> PartPopulationTable? { parts[register] }

    /// The owner's own figures in `register`, or `nil` if it holds none.
    public func ownerFigures(_ register: RegisterID) -> OwnerFigures? { percentages[register] }

    /// The same figures as any others that indicators are worked out from.
    public var holdings: RegisterHoldings {
        RegisterHoldings(.open, population: populations, partPopulation: parts, ownerFigures: percentages)
    }

    /// Takes over the tables of registers that are not here yet.
    private mutating func add(_ others: OpenFigures) {
        populations.merge(others.populations) { first, _ in first }
        parts.merge(others.parts) { first, _ in first }
        percentages.merge(others.percentages) { first, _ in first }
    }

    private mutating func read(
        _ source: FigureSource, of folder: InputFolder, _ areas: AreaDirectory, _ diagnostics: inout Diagnostics
    ) {
        let home = folder.folder(source.register.id)
        guard home.exists else { return diagnostics.emit(.misplacedSource(source.register, in: folder)) }
        source.reportUnnamed(in: home, &diagnostics)
        let kinds = Set(source.tables.map(\.kind))
        if kinds.contains(.persons) || kinds.contains(.totals) {
            populations[source.register] = PopulationTable(of: source, in: home, areas, &diagnostics)
        }
        if kinds.contains(.parts) {
            let rows = source.open(.parts, in: home, &diagnostics).flatMap { PartsFile.read($0, &diagnostics) }
            parts[source.register] = Self.table(of: rows, areas, &diagnostics)
        }
        if kinds.contains(.percentages) {
            let rows = source.open(.percentages, in: home, &diagnostics).flatMap {
                PercentagesFile.read($0, &diagnostics)
            }
            percentages[source.register] = Self.table(of: rows, areas, &diagnostics)
        }
    }

    private static func table(
        of rows: [PartsFile.Row], _ areas: AreaDirectory, _ diagnostics: inout Diagnostics
    ) -> PartPopulationTable {
        var seen: Set<PartKey> = []
        return PartPopulationTable(
            rows.compactMap { row in
                if !seen.insert(row.key).inserted { diagnostics.emit(.doubledRow(at: row.location)) }
                guard let district = areas.place(row.key.place.district, at: row.location, &diagnostics) else {
                    return nil
                }
                return PartPopulationTable.Row(
                    part: row.key.place.part, district: district, year: row.key.year, persons: row.persons)
            })
    }

    private static func table(
        of rows: [PercentagesFile.Row], _ areas: AreaDirectory, _ diagnostics: inout Diagnostics
    ) -> OwnerFigures {
        var figures: [OwnerFigures.Key: OwnerFigure] = [:]
        figures.reserveCapacity(rows.count)
        for row in rows {
            guard let area = areas.place(row.key.area, at: row.location, &diagnostics) else { continue }
            let key = OwnerFigures.Key(
                area: area, period: row.key.period, sex: row.key.sex, age: row.key.age, category: row.key.category)
            if figures.updateValue(row.figure, forKey: key) != nil { diagnostics.emit(.doubledRow(at: row.location)) }
        }
        return OwnerFigures(figures)
    }
}

extension PopulationTable {
    /// The table in the files of persons and totals that `source` lists in `home`, checked.
    init(of source: FigureSource, in home: InputFolder, _ areas: AreaDirectory, _ diagnostics: inout Diagnostics) {
        var assembly = PopulationAssembly(areas: areas)
        for file in source.open(.persons, in: home, &diagnostics) {
            assembly.add(PersonsFile.read(file, &diagnostics), &diagnostics)
        }
        for file in source.open(.totals, in: home, &diagnostics) {
            assembly.add(TotalsFile.read(file, &diagnostics), &diagnostics)
        }
        self = assembly.table(&diagnostics)
    }
}

extension Diagnostic {
    /// The record at `location` is about the same as an earlier one.
    static func doubledRow(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "DoubledFigure", at: location, "an earlier record is about the same place and time",
            remedy: "remove one of the two")
    }

    fileprivate static func misplacedSource(_ register: RegisterID, in folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "MisnamedRegister", at: SourceLocation(file: folder.path),
            "the figures of register '\(register)' do not lie in a folder of that name",
            remedy: "name the folder after the register in its \(FigureSource.fileName)")
    }
}

/// A city: a kommune under all its codes, its units, how they changed, and the ways it is divided.
public final class City: Sendable {
    /// The folder under `geography/`: short and ASCII.
    public let id: String
    /// The name.
    public let name: PlaceName
    /// Official names in languages the site has no tag for.
    public let otherNames: [String]
    /// Its codes, in order of time.
    public let kommuner: [Kommune]
    /// The language its pages open in.
    public let defaultLanguage: Language
    /// The first day the tables cover.
    public let starts: CalendarDate
    /// Why they begin there.
    public let startsBecause: Translated<String>
    /// Its units, and those of kommuner that have since become part of it, by code and then by date.
    public let units: [Unit]
    /// How units became other units, in order of time.
    public let changes: [UnitChange]
    /// Its tile map, row by row, as far as anybody has drawn it.
    public let tiles: [Tile]
    /// The ways it is divided, the first one foremost.
    public let splits: [Split]
    /// Who the tables come from.
    public let source: Translated<String>
    /// On what terms.
    public let licence: String

    let tracing: UnitTracing
    private let unitsByCode: [GrunnkretsCode: [Unit]]

    init(
        _ definition: CityDefinition, units: [Unit], tiles: [Tile], splits: [Split], tracing: UnitTracing
    ) {
        id = definition.id
        name = definition.name
        otherNames = definition.otherNames
        kommuner = definition.kommuner.sorted { $0.validity < $1.validity }
        defaultLanguage = definition.defaultLanguage
        starts = definition.starts
        startsBecause = definition.startsBecause
        self.units = units.sorted { ($0.code, $0.validity) < ($1.code, $1.validity) }
        changes = tracing.changes
        self.tiles = tiles.sorted { ($0.row, $0.column, $0.district) < ($1.row, $1.column, $1.district) }
        self.splits = splits
        source = definition.source
        licence = definition.licence
        self.tracing = tracing
        unitsByCode = Dictionary(grouping: self.units, by: \.code)
    }

    /// The city's kommune code on `date`.
    public func kommune(on date: CalendarDate) -> KommuneCode? {
        kommuner.first { $0.validity.contains(date) }?.code
    }

    /// The units that lie in the city on `date`, by code; `xxxx9999` is not among them.
    public func units(on date: CalendarDate) -> [Unit] {
        guard let kommune = kommune(on: date) else { return [] }
        return units.filter { $0.validity.contains(date) && $0.code.lies(in: kommune) }
    }

    /// The unit `code` as it is on `date`, whether or not it then lies in the city.
    public func unit(_ code: GrunnkretsCode, on date: CalendarDate) -> Unit? {
        unitsByCode[code]?.first { $0.validity.contains(date) }
    }

    /// The rows of the unit `code`, in order of time; empty if it is not known.
    public func rows(of code: GrunnkretsCode) -> [Unit] { unitsByCode[code] ?? [] }

    /// True if the people of `unit` are people of the city on `date`; those of `xxxx9999` are, in the city's code of
    /// the day.
    public func contains(_ unit: GrunnkretsCode, on date: CalendarDate) -> Bool {
        guard let kommune = kommuner.first(where: { $0.validity.contains(date) }) else { return false }
        if unit == kommune.unallocated { return date >= starts }
        return unit.lies(in: kommune.code) && self.unit(unit, on: date) != nil
    }

    /// The split in the folder `id`.
    public func split(_ id: String) -> Split? { splits.first { $0.id.split == id } }

    /// The tiles that somebody has drawn for the published districts of `split` on `date`; empty where they are to be laid
    /// out (``TileArrangement``).
    public func tiles(of split: Split, on date: CalendarDate) -> [Tile] {
        let codes = Set(split.districts(on: date).filter(\.isPublished).map(\.code))
        return tiles.filter { codes.contains($0.district) }
    }
}

import Disclosure
import Geography
import Indicators
import LocatedInput
import Markup
import Profiles
import Registers

/// A map of one indicator in one city: by verdict where the districts were tested, else by classes of the values.
struct IndicatorMap {
    let indicator: IndicatorDefinition
    let split: Split
    let city: City
    let period: Period
    /// The districts in official order; a district without a row has no number.
    let rows: [(place: Place, row: ProfileRow?)]
    let writer: PageWriter
    private let classes: ValueClasses?

    init(
        of indicator: IndicatorDefinition, in split: Split, of city: City, period: Period,
        rows: [(place: Place, row: ProfileRow?)], writer: PageWriter
    ) {
        self.indicator = indicator
        self.split = split
        self.city = city
        self.period = period
        self.rows = rows
        self.writer = writer
        let isTested = rows.contains { $0.row?.verdict.isTested ?? false }
        classes = isTested ? nil : ValueClasses(of: rows.compactMap { $0.row?.figure.value.estimate?.value })
    }

    /// The map of a table of the fact sheet.
    init(of indicator: IndicatorDefinition, _ table: FactSheet.Table, writer: PageWriter) {
        self.init(
            of: indicator, in: table.split, of: table.city, period: table.period,
            rows: table.rows.map { ($0.place, $0.row) }, writer: writer)
    }

    // MARK: - What it shows

    /// The shade of each district.
    var shades: [MapShade] { rows.map { shade(of: $0.row) } }

    private func shade(of row: ProfileRow?) -> MapShade {
        guard let row, let value = row.figure.value.estimate?.value else {
            return .absent(mark: (row?.figure.value ?? .missing).status.mark)
        }
        guard let classes else { return .verdict(row.verdict.shape) }
        return classes.count == 1 ? .plain : .step(classes.step(of: value), of: classes.count)
    }

    /// What the classes hold, from the lowest; empty where the map is by verdict, or has no classes.
    func classLabels() throws -> [String] {
        guard let classes, classes.count > 1 else { return [] }
        let limits = classes.limits.map { writer.numbers.text($0) }
        let words = writer.words
        return try [words.phrase("maps.under", ["to": limits[0]])]
            + zip(limits, limits.dropFirst()).map { try words.phrase("maps.between", ["from": $0, "to": $1]) }
            + [words.phrase("maps.over", ["from": limits[limits.count - 1]])]
    }

    /// What a shade means, in words.
    func words(for shade: MapShade) throws -> String {
        switch shade {
        case .verdict(let verdict):
            let word = VerdictWord.allCases.first { $0.shape == verdict } ?? .notTested
            return try writer.words["verdict.legend.\(word.rawValue)"]
        case .step(let step, of: _): return try classLabels()[step - 1]
        case .absent: return try writer.words["maps.absent"]
        case .plain: return try writer.words["maps.plain"]
        case .ground: return try writer.words["maps.ground"]
        }
    }

    /// The shades that occur, in the legend's order.
    private var legendShades: [MapShade] {
        let found = shades
        let verdicts = VerdictWord.allCases.map { MapShade.verdict($0.shape) }
        let steps = (1...(classes?.count ?? 1)).map { MapShade.step($0, of: classes?.count ?? 1) }
        var shown = (verdicts + steps + [.plain]).filter(found.contains)
        if let absent = found.first(where: \.isAbsent) { shown.append(absent) }
        if hasGround { shown.append(.ground) }
        return shown
    }

    private var hasGround: Bool { writer.set.borders[split.id]?.shapes.contains { !$0.isPublished } ?? false }

    // MARK: - As a picture

    /// The finding, as the picture's name.
    func title() throws -> String {
        let slots = [
            "title": writer.text(indicator).title, "city": writer.name(of: split, in: city),
            "period": writer.text(period),
        ]
        return try classes == nil
            ? writer.words.phrase("maps.by-verdict", slots) : writer.words.phrase("maps.by-value", slots)
    }

    /// The map; `others` are shades that the legend has besides those that occur. `nil` where no district has a place.
    func map() throws -> ShadedMap? {
        guard let layout = writer.set.layout(of: split.id) else { return nil }
        let regions = try zip(rows, shades).map { row, shade in
            let name = row.place.district.name[writer.language]
            let figure = row.row?.figure
            let value = try figure.flatMap { try writer.spoken($0, of: indicator) }
            return MapRegion(
                code: row.place.district.code, name: name,
                value: figure?.value.estimate.map { writer.numbers.text($0.value) } ?? "", shade: shade,
                words: try writer.words.phrase(
                    "maps.region",
                    [
                        "district": name,
                        "value": try value ?? writer.words.reason(figure?.value ?? .missing),
                        "meaning": try words(for: shade),
                    ]))
        }
        return ShadedMap(
            layout: layout, regions: regions, legend: try legendShades.map { ($0, try words(for: $0)) })
    }

    /// The picture's words: its description names the districts of every shade.
    func chartWords(idPrefix: String) throws -> ChartWords {
        let groups = try legendShades.filter { $0 != .ground }.map { shade in
            let names = zip(rows, shades).filter { $1 == shade || ($1.isAbsent && shade.isAbsent) }.map {
                $0.0.place.district.name[writer.language]
            }
            return try writer.words.phrase(
                "maps.group", ["meaning": words(for: shade), "districts": names.joined(separator: ", ")])
        }
        return ChartWords(
            idPrefix: idPrefix, title: try title(),
            description: try writer.words.phrase("maps.description", ["groups": groups.joined(separator: " ")]),
            source: try [writer.source(of: indicator.id), writer.borderCredit(of: split.id)].compactMap(\.self)
                .joined(separator: " "))
    }

    /// The map with its legend and credit, as the partial `shaded-map` shows it; silent where there is none.
    func value(idPrefix: String, others: [(shade: MapShade, words: String)] = []) throws -> TemplateValue {
        guard var map = try map() else { return .flag(false) }
        let own = Set(map.legend.map(\.shade.name))
        let ground = map.legend.filter { $0.shade == .ground }
        map.legend = map.legend.filter { $0.shade != .ground } + others.filter { !own.contains($0.shade.name) } + ground
        return .object([
            "title": .text(try title()),
            "picture": .markup(try Markup(map.node(chartWords(idPrefix: idPrefix)))),
            "legend": .list(
                try map.key(idPrefix).map { shade, sample, words in
                    .object([
                        "shade": .text(shade.name), "sample": .markup(try Markup(sample)), "words": .text(words),
                        "is-unused": .flag(!own.contains(shade.name)),
                    ])
                }),
            "credit": .text(try writer.mapNote(of: split.id)),
        ])
    }

    /// The map as a picture for a file.
    func picture(idPrefix: String) throws -> Node? {
        try map()?.node(chartWords(idPrefix: idPrefix), style: writer.standalone)
    }
}

extension MapShade {
    /// True where there is no number.
    fileprivate var isAbsent: Bool {
        if case .absent = self { return true }
        return false
    }
}

extension PageWriter {
    /// Who the borders of `split` come from; `nil` where its maps are of tiles.
    func borderCredit(of split: SplitID) throws -> String? {
        try set.borders[split].map { borders in
            try words.phrase(
                "maps.borders",
                ["source": borders.source.source[language], "licence": borders.source.licence])
        }
    }
}

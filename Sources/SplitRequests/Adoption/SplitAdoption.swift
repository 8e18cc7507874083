import Foundation
import Geography
import LocatedInput

/// Writes a requested split into the folder of its city, and the city's own folder where it is new.
public struct SplitAdoption: Sendable {
    private let split: RequestedSplit
    private let wish: AdoptionWish
    private let register: UnitRegister
    private let city: City?
    private let folder: InputFolder

    /// The adoption of `split` into `geography`, where `city` is the municipality as it is known there already.
    public init(
        _ split: RequestedSplit, _ wish: AdoptionWish, into geography: InputFolder, register: UnitRegister, city: City?
    ) {
        self.split = split
        self.wish = wish
        self.register = register
        self.city = city
        folder = geography.folder(city?.id ?? wish.city)
    }

    /// The city and the split.
    public var id: SplitID { SplitID(city: city?.id ?? wish.city, split: wish.split) }

    /// The files that would be written; a diagnostic and `nil` where they cannot be.
    public func files(_ diagnostics: inout Diagnostics) -> AdoptedFiles? {
        let splitFolder = folder.folder("splits").folder(wish.split)
        if splitFolder.exists { diagnostics.emit(.splitIsThere(splitFolder)) }
        if city == nil, folder.exists { diagnostics.emit(.cityIsThere(folder)) }
        let kommuner = city?.kommuner ?? newKommuner()
        if kommuner.isEmpty { diagnostics.emit(.unknownKommune(split.kommune, folder)) }
        let definition = city == nil ? newCityText(kommuner) : listedCityText(&diagnostics)
        guard let definition, !diagnostics.hasErrors else { return nil }
        var tables = CityTables()
        if let city {
            (tables.units, tables.changes) = (city.units, city.changes)
        } else {
            let own = register.tables(ofKommune: split.kommune, from: register.lists.lowerBound)
            (tables.units, tables.changes) = (own.units, own.changes)
        }
        let placed = PlacedUnits(
            split, units: tables.units, changes: tables.changes, kommuner: kommuner,
            counterparts: counterparts)
        tables.members = placed.members
        tables.districts = districts(placed.members)
        var own = ["city.yaml": definition]
        if city == nil {
            own["units.csv"] = tables.own.unitsText
            own["changes.csv"] = tables.own.changesText
        }
        return AdoptedFiles(
            folder: folder, isNewCity: city == nil, split: wish.split, own: own,
            ofSplit: [
                "split.yaml": splitText, "districts.csv": tables.districtsText, "members.csv": tables.membersText,
            ])
    }

    private func counterparts(_ unit: GrunnkretsCode, _ day: CalendarDate) -> [GrunnkretsCode] {
        city?.counterparts(of: unit, on: day, at: split.date)
            ?? register.counterparts(of: unit, on: day, at: split.date)
    }

    // MARK: - Tables

    private func newKommuner() -> [Kommune] {
        register.lineage(ofKommune: split.kommune).compactMap { kommune in
            kommune.validity.intersection(DateRange(from: register.lists.lowerBound)).map {
                Kommune(code: kommune.code, validity: $0)
            }
        }
    }

    /// A district is there for as long about the day of the request as it has units on every day.
    private func districts(_ members: [Membership]) -> [District] {
        let lives = Dictionary(grouping: members, by: \.district).mapValues { DateRange.coalesced($0.map(\.validity)) }
        return split.districts.compactMap { district in
            lives[district.code]?.first { $0.contains(split.date) }.map {
                District(code: district.code, name: district.name, validity: $0, isPublished: true)
            }
        }
    }

    // MARK: - Definitions

    private func newCityText(_ kommuner: [Kommune]) -> String {
        let name = register.name(ofKommune: split.kommune, on: split.date)
        let first = register.lists.lowerBound
        let codes = kommuner.map { kommune in
            let (from, to) = (kommune.validity.from, kommune.validity.to)
            let fields =
                ["code: \"\(kommune.code)\""]
                + [from.flatMap { $0 > first ? "valid_from: \($0)" : nil }, to.map { "valid_to: \($0)" }]
                .compactMap(\.self)
            return "  - { \(fields.joined(separator: ", ")) }\n"
        }
        let because = Translated(
            nb: "Listene over grunnkretser er lest fra denne dagen.",
            nn: "Listene over grunnkrinsar er lesne frå denne dagen.",
            en: "The lists of basic statistical units have been read from this day on.")
        return """
            name: { nb: \(YAMLText.quoted(name)) }
            kommuner:
            \(codes.joined())default_language: \(wish.language.rawValue)
            starts:
              date: \(first)
              because:
            \(YAMLText.lines(because, indent: 4))splits: [\(wish.split)]
            source:
            \(YAMLText.lines(register.source, indent: 2))licence: \(YAMLText.quoted(register.licence))

            """
    }

    /// The city's own text with the split at the end of its list.
    private func listedCityText(_ diagnostics: inout Diagnostics) -> String? {
        guard let file = InputFile(reading: folder.file("city.yaml"), &diagnostics) else { return nil }
        var lines = String(decoding: file.data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard let index = lines.firstIndex(where: { $0.hasPrefix("splits: [") && $0.hasSuffix("]") }) else {
            diagnostics.emit(.cannotList(wish.split, file.path))
            return nil
        }
        lines[index] = "\(lines[index].dropLast()), \(wish.split)]"
        return lines.joined(separator: "\n")
    }

    private var splitText: String {
        let siblings = city?.splits.map(\.id.split) ?? []
        let standard = wish.standard.map { "standard: \(YAMLText.quoted($0))\n" } ?? ""
        let supplements = siblings.isEmpty ? "" : "supplements: [\(siblings.joined(separator: ", "))]\n"
        let extent: SplitExtent = split.unplaced.isEmpty ? .wholeCity : .partOfCity
        return """
            title:
            \(YAMLText.lines(wish.title, indent: 2))purpose:
            \(YAMLText.lines(wish.purpose, indent: 2))requested_by: \(YAMLText.quoted(wish.requestedBy))
            status: \(wish.status.rawValue)
            extent: \(extent.rawValue)
            \(standard)\(supplements)
            """
    }
}

/// Text as it stands in a YAML file.
private enum YAMLText {
    /// The text between quotes, with the marks that JSON and YAML share.
    static func quoted(_ text: String) -> String { JSONText.string(text).text.trimmingWhitespace() }

    /// A line for each written language.
    static func lines(_ text: Translated<String>, indent: Int) -> String {
        let space = String(repeating: " ", count: indent)
        return Language.written.map { "\(space)\($0.rawValue): \(quoted(text[$0]))\n" }.joined()
    }
}

extension Diagnostic {
    fileprivate static func splitIsThere(_ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "SplitIsThere", at: SourceLocation(file: folder.path), "the city has a split of that name already",
            remedy: "choose another --id; a published split is changed by dated rows in its own tables")
    }

    fileprivate static func cityIsThere(_ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "CityIsThere", at: SourceLocation(file: folder.path),
            "the folder is there already and is another municipality's", remedy: "choose another --city")
    }

    fileprivate static func unknownKommune(_ kommune: KommuneCode, _ folder: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "UnknownKommune", at: SourceLocation(file: folder.path),
            "the country's register has no kommune \(kommune)",
            remedy: "check --kommune, and that the lists are new enough")
    }

    fileprivate static func cannotList(_ split: String, _ path: String) -> Diagnostic {
        Diagnostic(
            .error, "CannotList", at: SourceLocation(file: path), "the line 'splits: […]' was not found",
            remedy: "write the list of splits on one line, as 'splits: [bydel]'")
    }
}

import LocatedInput

/// How the owner of a register writes its deliveries: the `delivery` of a register's definition.
public struct DeliveryLayout: Sendable {
    /// The kinds of files that can be read.
    public enum Format: String, CaseIterable, Sendable {
        /// Delimited text with a record for each cell.
        case longCSV = "long-csv"
        /// SSB's StatBank as CSV: title lines, a column for each year.
        case statBankCSV = "statbank-csv"
        /// SSB's StatBank as PX.
        case px = "statbank-px"
        /// JSON-stat 2, as SSB and as FHI write it.
        case jsonStat = "json-stat"
    }

    /// What stands between the fields of a delimited file.
    public enum Separator: String, CaseIterable, Sendable {
        case semicolon, comma, tab

        /// The byte.
        public var byte: UInt8 {
            switch self {
            case .semicolon: UInt8(ascii: ";")
            case .comma: UInt8(ascii: ",")
            case .tab: 0x09
            }
        }
    }

    /// How decimal numbers are written.
    public enum DecimalMark: String, CaseIterable, Sendable {
        case comma, point
    }

    /// The ages that a delivery tells apart.
    public enum Ages: Sendable {
        /// The delivery says nothing of age: all its figures are about these.
        case fixed(AgeRange)
        /// Single years, written as numbers.
        case singleYears
        /// The owner's codes and what they mean; no two overlap.
        case bands([String: AgeRange])
    }

    /// What an empty field or a record that isn't there means.
    public enum Silence: String, CaseIterable, Sendable {
        /// Nobody.
        case zero
        /// Nobody knows.
        case missing
        /// A fault.
        case refused
    }

    /// What the columns of a delimited file, or the dimensions of a cube, are called.
    public struct Columns: Sendable {
        /// The place.
        public let area: String
        /// The year.
        public let year: String
        /// The sex, where the delivery tells it.
        public let sex: String?
        /// The age, where the delivery tells it.
        public let age: String?
        /// What tells the categories apart; several columns make one category together, their codes joined by `/`.
        public let category: [String]
        /// The number of persons or events: its column, or in a cube the measure whose values are counts.
        public let count: String?
        /// The weight that a record counts for, where forms are missing.
        public let weight: String?
    }

    /// The kind of file.
    public let format: Format
    /// How bytes stand for characters.
    public let encoding: TextEncoding
    /// What stands between fields.
    public let separator: Separator
    /// How decimals are written.
    public let decimalMark: DecimalMark
    /// What columns or dimensions are called.
    public let columns: Columns
    /// What the owner writes for some places instead of their codes, and the codes.
    public let areas: [String: String]
    /// The owner's codes of sexes.
    public let sexes: [String: Sex]
    /// The ages.
    public let ages: Ages
    /// The owner's codes of categories and ours; ``everything`` alone where the delivery tells none apart.
    public let categories: [String: String]
    /// Codes of categories that are passed over.
    public let ignored: Set<String>
    /// Codes of places that are passed over, such as those of counties.
    public let ignoredAreas: Set<String>
    /// Codes of sexes that are passed over, such as that of both where men and women are read.
    public let ignoredSexes: Set<String>
    /// Codes of ages that are passed over, such as totals.
    public let ignoredAges: Set<String>
    /// Marks that mean something else to the owner than in official statistics.
    public let marks: [String: Absence]
    /// What an empty count means.
    public let blank: Silence
    /// What a cell without a record means.
    public let absent: Silence
    /// Codes of places that stand for an unknown place.
    public let unknownAreas: Set<String>
    /// True if codes of places may have lost a leading zero, which is then put back and reported.
    public let repairsLeadingZeros: Bool

    /// The category of a delivery that tells none apart.
    public static let everything = "all"
}

extension DeliveryLayout {
    /// Reads the `delivery` of a register; diagnostics and `nil` if anything in it is wrong.
    init?(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        mapping.allow(Self.keys, &found)
        let format = mapping.choice("format", of: Format.self, &found)
        let encoding = mapping.choice("encoding", of: TextEncoding.self, orElse: .utf8, &found)
        let separator = mapping.choice("separator", of: Separator.self, orElse: .semicolon, &found)
        let decimalMark = mapping.choice("decimal", of: DecimalMark.self, orElse: .comma, &found)
        let columns = mapping.mapping("columns", &found).flatMap { Columns($0, &found) }
        let sexes = mapping["sexes"].map { $0.codes(&found) { Sex(word: $0) } } ?? [:]
        let ages = Ages(mapping, &found)
        let categories =
            mapping["categories"].map { $0.codes(&found) { $0.value } }
            ?? [Self.everything: Self.everything]
        let areas = mapping["areas"].map { $0.codes(&found) { $0.value } } ?? [:]
        let ignored = mapping["ignore"].map { $0.ignoredCodes(&found) } ?? [:]
        let marks = mapping["marks"].map { $0.codes(&found) { Absence(word: $0.value) } } ?? [:]
        let blank = mapping.choice("blank", of: Silence.self, orElse: .refused, &found)
        let absent = mapping.choice("absent", of: Silence.self, orElse: .zero, &found)
        let unknownAreas = mapping["unknown_areas"].flatMap { $0.strings(&found) } ?? []
        let repairs = mapping["repair_leading_zeros"].map { $0.truth(&found)?.value ?? false } ?? false
        if let columns, columns.sex != nil, sexes.isEmpty { found.emit(.noCodes("sexes", at: mapping.location)) }
        guard let format, let columns, let ages, !found.hasErrors else { return nil }
        self.init(
            format: format.value, encoding: encoding, separator: separator, decimalMark: decimalMark, columns: columns,
            areas: areas, sexes: sexes, ages: ages, categories: categories, ignored: ignored["category"] ?? [],
            ignoredAreas: ignored["area"] ?? [], ignoredSexes: ignored["sex"] ?? [],
            ignoredAges: ignored["age"] ?? [], marks: marks, blank: blank, absent: absent,
            unknownAreas: Set(unknownAreas.map(\.value)), repairsLeadingZeros: repairs)
    }

    private static let keys = [
        "format", "encoding", "separator", "decimal", "columns", "areas", "sexes", "ages", "categories", "ignore",
        "marks", "blank", "absent", "unknown_areas", "repair_leading_zeros",
    ]
}

extension DeliveryLayout.Columns {
    fileprivate init?(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) {
        mapping.allow(["area", "year", "sex", "age", "category", "count", "weight"], &diagnostics)
        func optional(_ key: String) -> String? { mapping[key].flatMap { $0.string(&diagnostics)?.value } }
        let category: [String]
        if let written = mapping["category"] {
            if case .sequence = written.content {
                category = written.strings(&diagnostics)?.map(\.value) ?? []
            } else {
                category = written.string(&diagnostics).map { [$0.value] } ?? []
            }
        } else {
            category = []
        }
        guard let area = mapping.string("area", &diagnostics), let year = mapping.string("year", &diagnostics) else {
            return nil
        }
        self.init(
            area: area.value, year: year.value, sex: optional("sex"), age: optional("age"), category: category,
            count: optional("count"), weight: optional("weight"))
    }
}

extension DeliveryLayout.Ages {
    /// `ages: single-years`, `ages: 0_17` for all figures, or the owner's codes and what they mean.
    fileprivate init?(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) {
        guard let written = mapping.required("ages", &diagnostics) else { return nil }
        if case .mapping = written.content {
            self = .bands(written.codes(&diagnostics) { AgeRange(code: $0.value) })
        } else if let text = written.string(&diagnostics) {
            if text.value == "single-years" {
                self = .singleYears
            } else if let range = AgeRange(code: text.value) {
                self = .fixed(range)
            } else {
                diagnostics.emit(.noAges(text))
                return nil
            }
        } else {
            return nil
        }
    }
}

extension Sex {
    /// The sex that a layout calls `both`, `men` or `women`.
    fileprivate init?(word: Located<String>) {
        switch word.value {
        case "both": self = .both
        case "men": self = .men
        case "women": self = .women
        default: return nil
        }
    }
}

extension Absence {
    /// The absence that a layout calls `withheld`, `missing`, `pending` or `not-applicable`.
    fileprivate init?(word: String) {
        switch word {
        case "withheld": self = .withheld
        case "missing": self = .missing
        case "pending": self = .pending
        case "not-applicable": self = .notApplicable
        default: return nil
        }
    }
}

extension YAMLValue {
    /// Codes that are passed over, by what they are of: `{ area: ["03"], category: ["U99"] }`. A list alone is of
    /// categories.
    fileprivate func ignoredCodes(_ diagnostics: inout Diagnostics) -> [String: Set<String>] {
        if case .sequence = content { return ["category": Set((strings(&diagnostics) ?? []).map(\.value))] }
        guard let mapping = mapping(&diagnostics) else { return [:] }
        mapping.allow(["area", "sex", "age", "category"], &diagnostics)
        return mapping.entries.reduce(into: [:]) { codes, entry in
            codes[entry.key.value] = Set((entry.value.strings(&diagnostics) ?? []).map(\.value))
        }
    }

    /// A mapping from the owner's codes to ours.
    fileprivate func codes<Value>(
        _ diagnostics: inout Diagnostics, _ meaning: (Located<String>) -> Value?
    ) -> [String: Value] {
        var codes: [String: Value] = [:]
        for entry in mapping(&diagnostics)?.entries ?? [] {
            guard let text = entry.value.string(&diagnostics) else { continue }
            if let value = meaning(text) {
                codes[entry.key.value] = value
            } else {
                diagnostics.emit(.noMeaning(text))
            }
        }
        return codes
    }
}

extension YAMLMapping {
    /// The text of `key`, which must be one of the choices; `fallback` where it was left out.
    fileprivate func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, of type: Choice.Type, orElse fallback: Choice, _ diagnostics: inout Diagnostics
    ) -> Choice where Choice.RawValue == String {
        self[key] == nil ? fallback : choice(key, of: type, &diagnostics)?.value ?? fallback
    }
}

extension Diagnostic {
    fileprivate static func noCodes(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoCodes", at: location, "a column is named, but '\(key)' does not say what its codes mean",
            remedy: "add '\(key)' with the owner's codes")
    }

    fileprivate static func noAges(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAges", at: text.location, "'\(text.value)' is neither 'single-years' nor ages",
            remedy: "write ages as 0_17, or the owner's codes and what they mean")
    }

    fileprivate static func noMeaning(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCode", at: text.location, "'\(text.value)' is not one of our codes",
            remedy: "sexes are both, men and women; ages are written as 0_17; "
                + "marks are withheld, missing, pending and not-applicable")
    }
}

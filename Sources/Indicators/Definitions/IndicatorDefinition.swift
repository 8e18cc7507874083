import Geography
import LocatedInput
import Registers

/// What an indicator means: its register, its measure, its texts, and how it is shown.
public final class IndicatorDefinition: Sendable {
    /// The indicator's name, which is also its file's.
    public let id: IndicatorID
    /// The theme it belongs to, which is also its folder.
    public let theme: ThemeID
    /// The register its figures come from.
    public let register: RegisterID
    /// How its figures are worked out.
    public let measure: Measure
    /// The unit of its figures.
    public let unit: FigureUnit
    /// How many decimals are published, 0 to 3.
    public let decimals: Int
    /// Which way is favourable in this edition.
    public let polarity: Polarity
    /// Its place among the indicators of its theme.
    public let order: Int
    /// True if it has a row in the barometer; the others are in the tables and on fact sheets.
    public let isInBarometer: Bool
    /// What it is called and how it is explained.
    public let texts: Translated<IndicatorText>
    /// Other words that readers look for it by; none where it has no such words.
    public let synonyms: Translated<[String]>
    /// Where it is defined.
    public let location: SourceLocation

    /// The registers its figures need: its own, and that of the population where figures are set against it.
    public var registers: Set<RegisterID> { measure.needsPopulation ? [register, .population] : [register] }

    /// Reads one definition; diagnostics and `nil` if anything in it is wrong.
    init?(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        guard let mapping = YAMLValue(file, &diagnostics)?.mapping(&diagnostics) else { return nil }
        mapping.allow(
            [
                "id", "theme", "register", "measure", "unit", "decimals", "polarity", "order", "barometer", "synonyms",
                "text",
            ], &diagnostics)
        let id = mapping.string("id", &diagnostics)
        let theme = mapping.string("theme", &diagnostics)
        let register = mapping.string("register", &diagnostics)
        let measure = mapping.required("measure", &diagnostics).flatMap { Measure($0, &diagnostics) }
        let unit = mapping.choice("unit", of: FigureUnit.self, &diagnostics)
        let decimals = mapping.required("decimals", &diagnostics)?.wholeNumber(&diagnostics)
        let polarity = mapping.choice("polarity", of: Polarity.self, &diagnostics)
        let order = mapping.required("order", &diagnostics)?.wholeNumber(&diagnostics)
        let barometer = mapping.required("barometer", &diagnostics)?.truth(&diagnostics)
        let texts = mapping.mapping("text", &diagnostics).flatMap {
            Translated($0, &diagnostics) { IndicatorText($0, &$1) }
        }
        let synonyms =
            mapping["synonyms"].map { Synonyms.read($0, &diagnostics) } ?? Translated(nb: [], nn: [], en: [])
        guard let id, let theme, let register, let measure, let unit, let decimals, let polarity, let order,
            let barometer, let texts,
            let synonyms
        else { return nil }
        guard id.value.isKebabCase else {
            diagnostics.emit(.notAnID(id))
            return nil
        }
        guard decimals.value <= 3 else {
            diagnostics.emit(.tooManyDecimals(at: decimals.location))
            return nil
        }
        guard measure.fits(unit.value) else {
            diagnostics.emit(.unitDoesNotFit(unit))
            return nil
        }
        self.id = IndicatorID(id.value)
        self.theme = ThemeID(theme.value)
        self.register = RegisterID(register.value)
        self.measure = measure
        self.unit = unit.value
        self.decimals = decimals.value
        self.polarity = polarity.value
        self.order = order.value
        self.isInBarometer = barometer.value
        self.texts = texts
        self.synonyms = synonyms
        self.location = mapping.location
    }
}

extension Measure {
    /// True if figures worked out from events can be given in `unit`.
    fileprivate func fits(_ unit: FigureUnit) -> Bool {
        switch self {
        case .share, .rate, .slopeIndex: [.percent, .perHundred, .perThousand, .perHundredThousand].contains(unit)
        case .lifeExpectancy, .lifeExpectancyGap: unit == .years
        case .count, .proportion, .ratio, .meanAge, .growth, .shareOfCity, .growthSpread, .published: true
        }
    }
}

extension String {
    fileprivate var isKebabCase: Bool {
        !isEmpty && utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
            && !hasPrefix("-") && !hasSuffix("-")
    }
}

extension Diagnostic {
    fileprivate static func notAnID(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAnID", at: id.location, "'\(id.value)' cannot be part of an address",
            remedy: "use small letters a–z, digits and hyphens")
    }

    fileprivate static func unitDoesNotFit(_ unit: Located<FigureUnit>) -> Diagnostic {
        Diagnostic(
            .error, "UnitDoesNotFit", at: unit.location, "the measure cannot be given in '\(unit.value.rawValue)'",
            remedy: "give shares and rates in percent, per-1000 or per-100000, and life expectancy in years")
    }

    fileprivate static func tooManyDecimals(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "TooManyDecimals", at: location, "at most three decimals are published", remedy: "write 0 to 3")
    }
}

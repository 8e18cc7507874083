import LocatedInput
import Registers

extension Measure {
    private enum Kind: String, CaseIterable {
        case count, proportion, ratio, growth, published
        case meanAge = "mean-age"
        case shareOfCity = "share-of-city"
        case growthSpread = "growth-spread"
        case share, rate
        case lifeExpectancy = "life-expectancy"
        case lifeExpectancyGap = "life-expectancy-gap"
        case slopeIndex = "slope-index"
    }

    /// Reads the `measure` of a definition; diagnostics and `nil` if it cannot be what it says.
    init?(_ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        guard let mapping = value.mapping(&diagnostics),
            let kind = mapping.choice("kind", of: Kind.self, &diagnostics)
        else { return nil }
        switch kind.value {
        case .count:
            mapping.allow(["kind", "persons", "breakdown"], &diagnostics)
            guard let persons = Selection(mapping["persons"], &diagnostics),
                let breakdown = Breakdown(mapping["breakdown"], &diagnostics)
            else { return nil }
            if let written = mapping["breakdown"], !breakdown.divides(persons) {
                diagnostics.emit(.breakdownOutsidePersons(at: written.location))
                return nil
            }
            self = .count(persons, breakdown: breakdown)
        case .proportion, .ratio:
            mapping.allow(["kind", "numerator", "denominator"], &diagnostics)
            guard let numerator = mapping.required("numerator", &diagnostics),
                let denominator = mapping.required("denominator", &diagnostics),
                let top = Selection(numerator, &diagnostics), let bottom = Selection(denominator, &diagnostics)
            else { return nil }
            if kind.value == .proportion {
                guard bottom.contains(top) else {
                    diagnostics.emit(.numeratorOutsideDenominator(at: numerator.location))
                    return nil
                }
                self = .proportion(of: top, among: bottom)
            } else {
                guard !bottom.overlaps(top) else {
                    diagnostics.emit(.numeratorInsideDenominator(at: numerator.location))
                    return nil
                }
                self = .ratio(of: top, to: bottom)
            }
        case .meanAge:
            mapping.allow(["kind"], &diagnostics)
            self = .meanAge
        case .shareOfCity:
            mapping.allow(["kind"], &diagnostics)
            self = .shareOfCity
        case .growth:
            mapping.allow(["kind", "years"], &diagnostics)
            guard let years = mapping.positive("years", &diagnostics) else { return nil }
            self = .growth(years: years)
        case .growthSpread:
            mapping.allow(["kind", "years", "smallest_part", "fewest_parts"], &diagnostics)
            guard let years = mapping.positive("years", &diagnostics),
                let smallest = mapping.positive("smallest_part", &diagnostics),
                let fewest = mapping.positive("fewest_parts", &diagnostics)
            else { return nil }
            self = .growthSpread(years: years, smallestPart: smallest, fewestParts: fewest)
        case .published:
            mapping.allow(["kind", "sex", "age", "category"], &diagnostics)
            guard let sex = Sex(optional: mapping["sex"], &diagnostics),
                let age = mapping.required("age", &diagnostics).flatMap({ AgeRange($0, &diagnostics) }),
                let category = mapping.string("category", &diagnostics)
            else { return nil }
            self = .published(sex: sex, age: age, category: category.value)
        case .share, .rate, .lifeExpectancy:
            guard let measure = Measure(events: mapping, kind.value, &diagnostics) else { return nil }
            self = measure
        case .lifeExpectancyGap:
            guard let measure = Measure(gap: mapping, &diagnostics) else { return nil }
            self = measure
        case .slopeIndex:
            guard let measure = Measure(slope: mapping, &diagnostics) else { return nil }
            self = measure
        }
    }
}

extension Measure {
    /// Reads a measure of events that a register counts; all faults are reported.
    private init?(events mapping: YAMLMapping, _ kind: Kind, _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let numerator = kind == .lifeExpectancy ? "deaths" : "numerator"
        let more = kind == .lifeExpectancy ? [] : ["ages", "standardise"]
        mapping.allow(
            ["kind", numerator, "sex", "years", "counts"] + more + (kind == .share ? ["denominator"] : []), &found)
        let categories = mapping.categories(numerator, &found)
        let denominator = kind == .share ? mapping.categories("denominator", &found) : nil
        let ages = mapping["ages"].flatMap { AgeRange.several($0, &found) }
        let sex = Sex(optional: mapping["sex"], &found)
        let years = mapping["years"] == nil ? 1 : mapping.positive("years", &found)
        let counts = mapping["counts"].flatMap { _ in mapping.choice("counts", of: YearlyCounts.self, &found) }
        if let years, years > 1, mapping["counts"] == nil { found.emit(.countsNotSaid(at: mapping.location)) }
        let standardisation = mapping["standardise"].flatMap { Standardisation($0, &found) }
        if let sex, sex != .both, standardisation?.tellsSex == true, let written = mapping["standardise"] {
            found.emit(.standardisesOneSex(at: written.location))
        }
        let reserved = ShareDenominator.populationWord
        if let word = categories?.first(where: { $0.value == reserved }) { found.emit(.reservedWord(word)) }
        if let denominator, denominator.count > 1, let word = denominator.first(where: { $0.value == reserved }) {
            found.emit(.reservedWord(word))
        }
        if let categories, let denominator, Set(categories.map(\.value)) == Set(denominator.map(\.value)),
            let written = mapping["denominator"]
        {
            found.emit(.sharesOfItself(at: written.location))
        }
        guard !found.hasErrors, let categories, let sex, let years else { return nil }
        let events = EventSelection(
            categories: categories.map(\.value), ages: ages, sex: sex, years: years,
            counts: counts?.value ?? .events, standardisation: standardisation)
        switch kind {
        case .share:
            guard let denominator else { return nil }
            let names = denominator.map(\.value)
            self = .share(events, of: names == [reserved] ? .population : .categories(names))
        case .lifeExpectancy: self = .lifeExpectancy(deaths: events)
        default: self = .rate(events)
        }
    }
}

extension Measure {
    /// Reads how much longer one group lives than another.
    private init?(gap mapping: YAMLMapping, _ diagnostics: inout Diagnostics) {
        mapping.allow(["kind", "longer", "shorter", "from", "sex", "years"], &diagnostics)
        let longer = mapping.mapping("longer", &diagnostics).flatMap { ExposedGroup($0, &diagnostics) }
        let shorter = mapping.mapping("shorter", &diagnostics).flatMap { ExposedGroup($0, &diagnostics) }
        let from = mapping.positive("from", &diagnostics)
        let sex = Sex(optional: mapping["sex"], &diagnostics)
        guard let years = mapping.positive("years", &diagnostics), let longer, let shorter, let from, let sex else {
            return nil
        }
        guard from.isMultiple(of: 5), from < 90 else {
            diagnostics.emit(.notABandsAge(at: mapping.location))
            return nil
        }
        let events = EventSelection(categories: longer.events + shorter.events, sex: sex, years: years)
        self = .lifeExpectancyGap(events, from: from, longer: longer, shorter: shorter)
    }

    /// Reads a slope index of inequality.
    private init?(slope mapping: YAMLMapping, _ diagnostics: inout Diagnostics) {
        mapping.allow(["kind", "groups", "ages", "years"], &diagnostics)
        let written = mapping.required("groups", &diagnostics)?.sequence(&diagnostics) ?? []
        let groups = written.compactMap { value in
            value.mapping(&diagnostics).flatMap { ExposedGroup($0, &diagnostics) }
        }
        let ages = mapping.required("ages", &diagnostics).flatMap { AgeRange.several($0, &diagnostics) }
        guard let years = mapping.positive("years", &diagnostics), let ages, groups.count == written.count else {
            return nil
        }
        guard groups.count >= 3 else {
            diagnostics.emit(.fewGroups(at: mapping.location))
            return nil
        }
        let events = EventSelection(
            categories: groups.flatMap(\.events), ages: ages, years: years, standardisation: .ageAndSex)
        self = .slopeIndex(events, groups: groups)
    }
}

extension ExposedGroup {
    /// Reads `{ events: …, lived: … }`.
    fileprivate init?(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) {
        mapping.allow(["events", "lived"], &diagnostics)
        let events = mapping.categories("events", &diagnostics)
        guard let lived = mapping.categories("lived", &diagnostics), let events else { return nil }
        self.init(events: events.map(\.value), lived: lived.map(\.value))
    }
}

extension Standardisation {
    /// Reads `[age]`, `[sex]` or `[age, sex]`, in any order.
    fileprivate init?(_ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        guard let words = value.strings(&diagnostics) else { return nil }
        for word in words where word.value != "age" && word.value != "sex" {
            diagnostics.emit(.notStandardised(word))
        }
        switch words.map(\.value).sorted() {
        case ["age"]: self = .age
        case ["sex"]: self = .sex
        case ["age", "sex"]: self = .ageAndSex
        default:
            if words.allSatisfy({ $0.value == "age" || $0.value == "sex" }) {
                diagnostics.emit(.standardisesNothing(at: value.location))
            }
            return nil
        }
    }
}

extension YAMLMapping {
    /// One category of a register or a list of several, none of them twice.
    fileprivate func categories(_ key: String, _ diagnostics: inout Diagnostics) -> [Located<String>]? {
        guard let value = required(key, &diagnostics) else { return nil }
        let names: [Located<String>]?
        if case .sequence = value.content {
            names = value.strings(&diagnostics)
        } else {
            names = value.string(&diagnostics).map { [$0] }
        }
        guard let names else { return nil }
        if names.isEmpty { diagnostics.emit(.noCategories(key, at: value.location)) }
        for (index, name) in names.enumerated() where names[..<index].contains(where: { $0.value == name.value }) {
            diagnostics.emit(.doubledCategory(name))
        }
        return names
    }

    fileprivate func positive(_ key: String, _ diagnostics: inout Diagnostics) -> Int? {
        guard let number = required(key, &diagnostics)?.wholeNumber(&diagnostics) else { return nil }
        if number.value > 0 { return number.value }
        diagnostics.emit(.notPositive(key, at: number.location))
        return nil
    }
}

extension AgeRange {
    fileprivate init?(_ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        guard let text = value.string(&diagnostics) else { return nil }
        guard let range = AgeRange(code: text.value) else {
            diagnostics.emit(.notAges(text))
            return nil
        }
        self = range
    }
}

extension Sex {
    fileprivate init?(_ value: YAMLValue, _ diagnostics: inout Diagnostics) {
        guard let number = value.wholeNumber(&diagnostics) else { return nil }
        guard let sex = Sex(rawValue: number.value) else {
            diagnostics.emit(.notASex(at: number.location))
            return nil
        }
        self = sex
    }

    /// Both where the definition says nothing.
    fileprivate init?(optional value: YAMLValue?, _ diagnostics: inout Diagnostics) {
        guard let value else {
            self = .both
            return
        }
        self.init(value, &diagnostics)
    }
}

extension Selection {
    /// Everybody where the definition says nothing.
    fileprivate init?(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) {
        guard let value else {
            self.init()
            return
        }
        guard let mapping = value.mapping(&diagnostics) else { return nil }
        mapping.allow(["ages", "sex"], &diagnostics)
        guard let sex = Sex(optional: mapping["sex"], &diagnostics) else { return nil }
        guard let written = mapping["ages"] else {
            self.init(sex: sex)
            return
        }
        guard let ages = AgeRange.several(written, &diagnostics) else { return nil }
        self.init(sex: sex, ages: ages)
    }

    /// True if everybody in `other` is also in this selection.
    fileprivate func contains(_ other: Selection) -> Bool {
        (sex == .both || sex == other.sex)
            && other.ages.allSatisfy { inner in ages.contains { $0.from <= inner.from && inner.to <= $0.to } }
    }

    /// True if somebody may be in both.
    fileprivate func overlaps(_ other: Selection) -> Bool {
        let sharesSex = sex == .both || other.sex == .both || sex == other.sex
        return sharesSex && ages.contains { one in other.ages.contains { one.from <= $0.to && $0.from <= one.to } }
    }
}

extension AgeRange {
    fileprivate static func several(_ value: YAMLValue, _ diagnostics: inout Diagnostics) -> [AgeRange]? {
        guard let values = value.sequence(&diagnostics) else { return nil }
        let ranges = values.compactMap { AgeRange($0, &diagnostics) }.sorted()
        guard ranges.count == values.count, !ranges.isEmpty else { return nil }
        for (one, next) in zip(ranges, ranges.dropFirst()) where next.from <= one.to {
            diagnostics.emit(.overlappingAges(at: value.location))
            return nil
        }
        return ranges
    }
}

extension Breakdown {
    fileprivate init?(_ value: YAMLValue?, _ diagnostics: inout Diagnostics) {
        guard let value else {
            self.init()
            return
        }
        guard let mapping = value.mapping(&diagnostics) else { return nil }
        mapping.allow(["sexes", "ages"], &diagnostics)
        guard let sexes = mapping.required("sexes", &diagnostics)?.sequence(&diagnostics),
            let ages = mapping.required("ages", &diagnostics).flatMap({ AgeRange.several($0, &diagnostics) })
        else { return nil }
        let read = sexes.compactMap { Sex($0, &diagnostics) }
        guard read.count == sexes.count else { return nil }
        self.init(sexes: read, ages: ages)
    }

    /// True if every part of it is part of `whole`.
    fileprivate func divides(_ whole: Selection) -> Bool {
        (sexes.isEmpty || whole.sex == .both)
            && ages.allSatisfy { whole.contains(Selection(sex: whole.sex, ages: [$0])) }
    }
}

extension Diagnostic {
    fileprivate static func notABandsAge(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotABandsAge", at: location, "no band of the life table begins at the age 'from'",
            remedy: "write a multiple of five below 90")
    }

    fileprivate static func fewGroups(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "FewGroups", at: location, "a slope needs at least three groups in their order",
            remedy: "name more groups, or use kind: life-expectancy-gap for two")
    }

    fileprivate static func countsNotSaid(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "CountsNotSaid", at: location,
            "nothing says whether the years of a period count new events or the same persons anew",
            remedy: "write 'counts: events', or 'counts: stock' where most persons are counted in several of the years")
    }

    fileprivate static func standardisesOneSex(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "StandardisesOneSex", at: location, "figures of one sex have no difference of sex to take out",
            remedy: "standardise by age alone, or leave out 'sex'")
    }

    fileprivate static func notStandardised(_ word: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownChoice", at: word.location, "figures cannot be standardised by '\(word.value)'",
            remedy: Suggestion.remedy(for: word.value, among: ["age", "sex"]))
    }

    fileprivate static func standardisesNothing(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "StandardisesNothing", at: location, "age and sex are each named once, or not at all",
            remedy: "write [age], [sex] or [age, sex], or leave out 'standardise'")
    }

    fileprivate static func reservedWord(_ word: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "ReservedWord", at: word.location,
            "'\(word.value)' is everybody who lives in a place, and no category of a register",
            remedy: "use it alone and as a denominator, or give the category another name")
    }

    fileprivate static func sharesOfItself(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "SharesOfItself", at: location, "the numerator and the denominator are the same",
            remedy: "name the category that the numerator is a part of")
    }

    fileprivate static func noCategories(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NoCategories", at: location, "'\(key)' names no category", remedy: "name one of the register's")
    }

    fileprivate static func doubledCategory(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "DoubledCategory", at: name.location, "'\(name.value)' would be counted twice",
            remedy: "name it once")
    }

    fileprivate static func numeratorOutsideDenominator(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NumeratorOutsideDenominator", at: location,
            "a proportion's numerator must lie inside its denominator",
            remedy: "widen the denominator, or use kind: ratio")
    }

    fileprivate static func numeratorInsideDenominator(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NumeratorInsideDenominator", at: location,
            "a ratio's numerator and denominator must share nobody", remedy: "part them, or use kind: proportion")
    }

    fileprivate static func breakdownOutsidePersons(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "BreakdownOutsidePersons", at: location, "a count can only be broken down into parts of itself",
            remedy: "leave out sexes and ages that 'persons' leaves out")
    }

    fileprivate static func notPositive(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "NotPositive", at: location, "'\(key)' must be 1 or more", remedy: "write a larger number")
    }

    fileprivate static func notAges(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotAges", at: text.location, "'\(text.value)' is no range of ages",
            remedy: "write the youngest and the oldest age, such as 0_17, or 80_120 for 80 and over")
    }

    fileprivate static func notASex(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotASex", at: location, "no sex has this code", remedy: "write 0 for both, 1 for men, 2 for women")
    }

    fileprivate static func overlappingAges(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "OverlappingAges", at: location, "two of the age ranges share an age, which would count it twice",
            remedy: "let each range begin where the one before ends")
    }
}

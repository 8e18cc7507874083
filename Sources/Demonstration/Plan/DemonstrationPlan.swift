import Geography
import LocatedInput
import Registers

/// What a demonstration draws: `demonstration-rates.yaml` beside the indicators.
///
/// The numbers in it are made up, only of plausible size. They stand apart from the definitions of the registers, which
/// are real.
struct DemonstrationPlan: Sendable {
    /// The file's own name.
    static let fileName = "demonstration-rates.yaml"

    /// How persons are shared out to the units of a district.
    struct Persons: Sendable {
        /// The register whose published figures are shared out.
        let register: RegisterDefinition
        /// How it delivers them.
        let layout: DeliveryLayout
        /// The years.
        let years: ClosedRange<Int>
        /// The standard deviation of the logarithm of the size of units.
        let spread: Double
        /// The share of units where nobody lives.
        let empty: Double
    }

    /// The units of the rest of the country, which have no names and no districts.
    struct Elsewhere: Sendable {
        /// The first of the kommuner, whose codes follow one another; none of them is real.
        let firstKommune: Int
        /// How many kommuner.
        let kommuner: Int
        /// How many units in each.
        let units: Int
    }

    /// The day that deliveries say they were received.
    let received: CalendarDate
    /// The day whose units are written.
    let geographyDate: CalendarDate
    /// The standard deviation of deprivation between districts.
    let deprivationOfDistricts: Double
    /// The standard deviation of deprivation between the units of a district.
    let deprivationOfUnits: Double
    /// The persons.
    let persons: Persons
    /// The rest of the country.
    let elsewhere: Elsewhere
    /// The registers, in the order of their ids.
    let registers: [RegisterPlan]

    /// Reads the plan in `folder` for `definitions`, which are all the registers there are; every register that has
    /// deliveries must be in it. All faults are reported; `nil` if there was one.
    init?(
        from folder: InputFolder, registers definitions: [RegisterDefinition], geography: Geography,
        _ diagnostics: inout Diagnostics
    ) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let file = InputFile(reading: folder.file(Self.fileName), &found),
            let root = YAMLValue(file, &found)?.mapping(&found)
        else { return nil }
        root.allow(["received", "geography_date", "deprivation", "population", "elsewhere", "registers"], &found)
        let received = root.date("received", &found)
        let geographyDate = root.date("geography_date", &found)
        let deprivation = root.mapping("deprivation", &found)
        deprivation?.allow(["districts", "units"], &found)
        let ofDistricts = deprivation?.required("districts", &found)?.decimal(&found)
        let ofUnits = deprivation?.required("units", &found)?.decimal(&found)
        let persons = root.mapping("population", &found).flatMap { Persons($0, among: definitions, &found) }
        let elsewhere = root.mapping("elsewhere", &found).flatMap { Elsewhere($0, &found) }
        let kommuner = Set(geography.cities.compactMap { city in geographyDate.flatMap { city.kommune(on: $0) } })
        var registers: [RegisterPlan] = []
        var planned: Set<RegisterID> = []
        let entries = root.mapping("registers", &found)?.entries ?? []
        for entry in entries {
            guard let definition = definitions.delivering(entry.key, &found), let layout = definition.delivery,
                let mapping = entry.value.mapping(&found)
            else { continue }
            planned.insert(definition.id)
            if let plan = RegisterPlan(mapping, of: definition, layout: layout, kommuner: kommuner, &found) {
                registers.append(plan)
            }
        }
        for definition in definitions where definition.delivery != nil && !planned.contains(definition.id) {
            if definition.id != persons?.register.id { found.emit(.notPlanned(definition.id, at: root.location)) }
        }
        guard let received, let geographyDate, let ofDistricts, let ofUnits, let persons, let elsewhere,
            !found.hasErrors
        else { return nil }
        for plan in registers
        where !persons.years.contains(plan.years.lowerBound) || plan.years.upperBound > persons.years.upperBound {
            found.emit(.yearsWithoutPersons(plan.definition.id, at: root.location))
        }
        if found.hasErrors { return nil }
        self.received = received
        self.geographyDate = geographyDate
        deprivationOfDistricts = ofDistricts.value
        deprivationOfUnits = ofUnits.value
        self.persons = persons
        self.elsewhere = elsewhere
        self.registers = registers.sorted { $0.definition.id < $1.definition.id }
    }
}

extension DemonstrationPlan.Persons {
    fileprivate init?(
        _ mapping: YAMLMapping, among definitions: [RegisterDefinition], _ diagnostics: inout Diagnostics
    ) {
        mapping.allow(["register", "years", "spread", "empty"], &diagnostics)
        guard let name = mapping.string("register", &diagnostics),
            let years = mapping.required("years", &diagnostics)?.years(&diagnostics),
            let spread = mapping.required("spread", &diagnostics)?.decimal(&diagnostics),
            let empty = mapping.required("empty", &diagnostics)?.decimal(&diagnostics),
            let register = definitions.delivering(name, &diagnostics), let layout = register.delivery
        else { return nil }
        guard case .singleYears = layout.ages, layout.columns.sex != nil else {
            diagnostics.emit(.notSingleYears(name))
            return nil
        }
        self.init(register: register, layout: layout, years: years, spread: spread.value, empty: empty.value)
    }
}

extension DemonstrationPlan.Elsewhere {
    fileprivate init?(_ mapping: YAMLMapping, _ diagnostics: inout Diagnostics) {
        mapping.allow(["first_kommune", "kommuner", "units"], &diagnostics)
        guard let first = mapping.required("first_kommune", &diagnostics)?.wholeNumber(&diagnostics),
            let kommuner = mapping.required("kommuner", &diagnostics)?.wholeNumber(&diagnostics),
            let units = mapping.required("units", &diagnostics)?.wholeNumber(&diagnostics)
        else { return nil }
        guard (1000...9999).contains(first.value), first.value + kommuner.value <= 10_000, kommuner.value > 0,
            (1...99).contains(units.value)
        else {
            diagnostics.emit(.notElsewhere(at: mapping.location))
            return nil
        }
        self.init(firstKommune: first.value, kommuner: kommuner.value, units: units.value)
    }
}

extension [RegisterDefinition] {
    /// The register `name`, which must have deliveries.
    fileprivate func delivering(_ name: Located<String>, _ diagnostics: inout Diagnostics) -> RegisterDefinition? {
        let known = filter { $0.delivery != nil }
        if let register = known.first(where: { $0.id.id == name.value }) { return register }
        diagnostics.emit(.noDeliveries(name, among: known.map(\.id.id)))
        return nil
    }
}

extension YAMLMapping {
    /// The date of `key`, which must be there.
    fileprivate func date(_ key: String, _ diagnostics: inout Diagnostics) -> CalendarDate? {
        guard let text = string(key, &diagnostics) else { return nil }
        if let date = CalendarDate(text.value) { return date }
        diagnostics.emit(.notADate(text))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func notADate(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotADate", at: text.location, "'\(text.value)' is no date", remedy: "write it as 2026-01-01")
    }

    fileprivate static func noDeliveries(_ name: Located<String>, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownRegister", at: name.location, "no register '\(name.value)' has deliveries",
            remedy: Suggestion.remedy(for: name.value, among: known))
    }

    fileprivate static func notPlanned(_ register: RegisterID, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotPlanned", at: location, "nothing says what to draw for the register '\(register)'",
            remedy: "add it to 'registers'")
    }

    fileprivate static func notSingleYears(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotSingleYears", at: name.location,
            "persons are drawn by sex and single year of age, which '\(name.value)' does not deliver",
            remedy: "name a register that does")
    }

    fileprivate static func yearsWithoutPersons(_ register: RegisterID, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "YearsWithoutPersons", at: location,
            "the register '\(register)' is drawn for years in which there are no persons to draw from",
            remedy: "keep its years within those of 'population'")
    }

    fileprivate static func notElsewhere(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotElsewhere", at: location,
            "the rest of the country does not fit in codes of four and eight digits",
            remedy: "write a first kommune from 1000 on, and up to 99 units in each")
    }
}

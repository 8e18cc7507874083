import Geography
import LocatedInput

/// A figure of a delivery that is known to be wrong, what it should be, and why: a record in
/// `indicators/corrections.yaml`.
@_spi(Confidential) public struct Correction: Sendable {
    /// The register.
    public let register: RegisterID
    /// The cell, its place by the owner's code.
    public let key: DeliveredCell.Key
    /// What the delivery says.
    public let from: DeliveredCell.Reading
    /// What holds.
    public let to: DeliveredCell.Reading
    /// Why.
    public let because: Translated<String>
    /// Where it was written.
    public let location: SourceLocation
}

extension Correction {
    /// Reads a record; what it leaves out must be what deliveries of the register do not tell apart. Its
    /// place may be named as the owner writes it or by the code that the layout says stands for that.
    init?(_ mapping: YAMLMapping, registers: [RegisterDefinition], _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        mapping.allow(
            ["register", "area", "year", "sex", "age", "category", "from", "to", "because"], &found)
        let register = mapping.string("register", &found)
        let area = mapping.string("area", &found)
        let year = mapping.required("year", &found)?.wholeNumber(&found)
        let from = mapping.reading("from", &found)
        let to = mapping.reading("to", &found)
        let because = mapping.translated("because", &found)
        guard let register else { return nil }
        guard let definition = registers.first(where: { $0.id.id == register.value }) else {
            found.emit(.unknownRegister(register, among: registers))
            return nil
        }
        guard let layout = definition.delivery else {
            found.emit(.notDelivered(register))
            return nil
        }
        let sex = layout.sex(of: mapping, &found)
        let age = layout.age(of: mapping, &found)
        let category = layout.category(of: mapping, &found)
        if let from, let to, from.value == to.value { found.emit(.correctsNothing(at: to.location)) }
        guard let area, let year, let sex, let age, let category, let from, let to, let because, !found.hasErrors else {
            return nil
        }
        self.init(
            register: definition.id,
            key: DeliveredCell.Key(
                area: layout.areas[area.value] ?? area.value, year: year.value, sex: sex, age: age, category: category),
            from: from.value, to: to.value, because: because, location: mapping.location)
    }
}

extension DeliveryLayout {
    fileprivate func sex(of correction: YAMLMapping, _ diagnostics: inout Diagnostics) -> Sex? {
        let known = columns.sex == nil ? [.both] : Set(sexes.values).sorted()
        guard let written = correction["sex"] else {
            return single(known, "sex", of: correction, &diagnostics)
        }
        guard let text = written.string(&diagnostics) else { return nil }
        let sex = NumberText.wholeNumber(text.value).flatMap(Sex.init(rawValue:))
        guard let sex, known.contains(sex) else {
            diagnostics.emit(.notDelivered(text, "sex", among: known.map(\.description)))
            return nil
        }
        return sex
    }

    fileprivate func age(of correction: YAMLMapping, _ diagnostics: inout Diagnostics) -> AgeRange? {
        let known: [AgeRange]? =
            switch ages {
            case .fixed(let range): [range]
            case .bands(let bands): Set(bands.values).sorted()
            case .singleYears: nil
            }
        guard let written = correction["age"] else {
            return single(known ?? [], "age", of: correction, &diagnostics)
        }
        guard let text = written.string(&diagnostics) else { return nil }
        let age = AgeRange(code: text.value)
        guard let age, known?.contains(age) ?? (age.from == age.to || age.isOpen) else {
            diagnostics.emit(.notDelivered(text, "age", among: known?.map(\.code) ?? []))
            return nil
        }
        return age
    }

    fileprivate func category(of correction: YAMLMapping, _ diagnostics: inout Diagnostics) -> String? {
        let known = Set(categories.values).sorted()
        guard let written = correction["category"] else {
            return single(known, "category", of: correction, &diagnostics)
        }
        guard let text = written.string(&diagnostics) else { return nil }
        if known.contains(text.value) { return text.value }
        diagnostics.emit(.notDelivered(text, "category", among: known))
        return nil
    }

    /// The only one of `known`; a diagnostic and `nil` where there is a choice to make.
    private func single<Value>(
        _ known: [Value], _ word: String, of correction: YAMLMapping, _ diagnostics: inout Diagnostics
    ) -> Value? {
        if known.count == 1 { return known[0] }
        diagnostics.emit(.leftOpen(word, at: correction.location))
        return nil
    }
}

extension YAMLMapping {
    /// A number of zero or more with a decimal point, or a standard mark.
    fileprivate func reading(_ key: String, _ diagnostics: inout Diagnostics) -> Located<DeliveredCell.Reading>? {
        guard let text = string(key, &diagnostics) else { return nil }
        if let absence = Absence(mark: text.value) { return text.map { _ in .absent(absence) } }
        if let number = NumberText.decimal(text.value, mark: .point), number.scaled >= 0,
            number.double <= DeliveredCell.largestCount
        {
            return text.map { _ in .number(number.double) }
        }
        diagnostics.emit(.notAReading(key, at: text.location))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func unknownRegister(_ id: Located<String>, among registers: [RegisterDefinition]) -> Diagnostic
    {
        Diagnostic(
            .error, "UnknownRegister", at: id.location, "register '\(id.value)' doesn't exist",
            remedy: Suggestion.remedy(for: id.value, among: registers.map(\.id.id)))
    }

    fileprivate static func notDelivered(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "NotDelivered", at: id.location, "register '\(id.value)' has no deliveries to correct",
            remedy: "open figures are imported again instead; or add 'delivery' to the definition of the register")
    }

    fileprivate static func notDelivered(_ text: Located<String>, _ word: String, among known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCode", at: text.location, "deliveries of the register know no \(word) '\(text.value)'",
            remedy: known.isEmpty
                ? "write a single year as 5_5, or an open end as 105_120"
                : Suggestion.remedy(for: text.value, among: known))
    }

    fileprivate static func leftOpen(_ word: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "CellNotNamed", at: location, "the correction does not say which \(word) it is about",
            remedy: "add '\(word)', since deliveries of the register tell several apart")
    }

    fileprivate static func notAReading(_ key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotACount", at: location, "'\(key)' is neither a count nor a standard mark",
            remedy: "write a number of zero or more with a decimal point, or one of the marks . .. ... :")
    }

    fileprivate static func correctsNothing(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "CorrectsNothing", at: location, "'from' and 'to' are the same", remedy: "remove the correction")
    }
}

import Audit
import Cells
import Geography
@_spi(Confidential) import Indicators
import LocatedInput
import Parallel
@_spi(Confidential) import Registers

/// What is withheld of all registers that their owners have not published, and the attack on what is left.
struct Withholding: Sendable {
    private let registers: [RegisterCells]
    private let policy: WithholdingPolicy

    /// The counts that `figures` of `library` rest on, which `calculator` works out, in places that add up by `sums`;
    /// findings for what `ledger` says was given away and cannot be reckoned with any more.
    init(
        _ library: IndicatorLibrary, _ figures: [IndicatorID: [FigureKey]], of holdings: RegisterHoldings,
        _ policy: WithholdingPolicy, _ sums: PlaceSums, calculator: IndicatorCalculator?, after release: Release?,
        _ diagnostics: inout Diagnostics
    ) {
        self.policy = policy
        let registers = policy.rules.sorted { $0.key < $1.key }
        self.registers = concurrently(registers.count, &diagnostics) { index, diagnostics -> RegisterCells? in
            let (register, rules) = registers[index]
            guard let table = holdings.counts(register) else { return nil }
            let subjects = library.indicators.filter { $0.register == register }.map { indicator in
                RegisterCellsBuilder.Subject(
                    indicator: indicator, shares: calculator?.shares(of: indicator) ?? [],
                    rules: policy.rules(for: indicator) ?? rules, figures: figures[indicator.id] ?? [])
            }
            let contents = policy.contents[register] ?? [:]
            for category in (Array(contents.keys) + contents.values.joined()).sorted()
            where !table.axes.categories.contains(category) {
                if let location = policy.registerLocations[register] {
                    diagnostics.emit(.unknownCategory(category, register, among: table.axes.categories, at: location))
                }
            }
            let given = release?.given(register, CountedText(axes: table.axes), &diagnostics) ?? []
            return RegisterCellsBuilder(register, table, sums, subjects, rules, contents: contents, given: given)
                .registerCells()
        }.compactMap(\.self)
    }

    /// What an edition gives away and withholds if exactly the figures that are `shown` are.
    func entries(_ shown: Set<FigureKey>) -> [ReleaseLedger.Entry] { registers.flatMap { $0.entries(shown) } }

    /// The figures that are withheld, and why; a finding for every register of which nothing can be published safely.
    func withheldFigures(_ diagnostics: inout Diagnostics) -> [FigureKey: WithholdingReason] {
        let registers = registers
        let found = concurrently(registers.count) { index in
            Result { () throws(RegisterWithholding.Failure) in
                try RegisterWithholding(cells: registers[index]).withheldFigures()
            }
        }
        var withheld: [FigureKey: WithholdingReason] = [:]
        for (cells, outcome) in zip(registers, found) {
            do {
                withheld.merge(try outcome.get()) { first, _ in first }
            } catch {
                emit(cells.register, &diagnostics) { .notProtected(cells.register, error, at: $0) }
            }
        }
        return withheld
    }

    /// Attacks what is published when exactly the figures that are `shown` are.
    func audit(_ shown: Set<FigureKey>, _ diagnostics: inout Diagnostics) -> DisclosureAudit {
        let registers = registers
        let found = concurrently(registers.count) { index in
            let cells = registers[index]
            let withheld = Set(cells.figures.map(\.key)).subtracting(shown)
            return Result { () throws(AuditFault) in
                try Audit(cells.system, cells.rules.policy, cells.pattern(withholding: withheld)).report()
            }
        }
        var audits: [DisclosureAudit.Register] = []
        for (cells, outcome) in zip(registers, found) {
            do {
                let report = try outcome.get()
                audits.append(DisclosureAudit.Register(cells, report, shown))
                if !report.isSafe { emit(cells.register, &diagnostics) { .leaks(cells.register, report, at: $0) } }
            } catch {
                emit(cells.register, &diagnostics) { .cannotBeAudited(cells.register, at: $0) }
            }
        }
        return DisclosureAudit(registers: audits)
    }

    /// Emits a finding where the policy names the register's rules.
    private func emit(
        _ register: RegisterID, _ diagnostics: inout Diagnostics, _ finding: (SourceLocation) -> Diagnostic
    ) {
        if let location = policy.registerLocations[register] { diagnostics.emit(finding(location)) }
    }
}

extension Diagnostic {
    fileprivate static func notProtected(
        _ register: RegisterID, _ failure: RegisterWithholding.Failure, at location: SourceLocation
    ) -> Diagnostic {
        switch failure {
        case .unprotectable:
            Diagnostic(
                .error, "NothingProtects", at: location,
                "small counts of register '\(register)' follow from what is public already, whatever is withheld",
                remedy: "publish fewer indicators of the register, longer periods or fewer districts")
        case .notProved:
            Diagnostic(
                .error, "NotProved", at: location,
                "the proof that small counts of register '\(register)' are protected does not hold",
                remedy: "report it as a fault of the program, and leave the register out until it is mended")
        }
    }

    fileprivate static func leaks(
        _ register: RegisterID, _ report: AuditReport, at location: SourceLocation
    ) -> Diagnostic {
        let found = AuditVerdict.allCases.filter { $0 != .ok && report.count($0) > 0 }
            .map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            .error, "AuditFindsLeaks", at: location,
            "what would be published of register '\(register)' gives small counts away (\(found))",
            remedy: "set 'withhold_more: true' in disclosure.yaml, or publish fewer districts, periods or indicators")
    }

    fileprivate static func unknownCategory(
        _ category: String, _ register: RegisterID, among known: [String], at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCategory", at: location, "register '\(register)' has no category '\(category)'",
            remedy: Suggestion.remedy(for: category, among: known))
    }

    fileprivate static func cannotBeAudited(_ register: RegisterID, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotAudited", at: location,
            "what would be published of register '\(register)' could not be audited: its counts do not add up",
            remedy: "look for places whose counts are more than those of the city they lie in")
    }
}

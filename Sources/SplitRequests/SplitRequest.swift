import Foundation
import Geography
import LocatedInput

/// A municipality's wish for districts: a file, the municipality and the day whose codes are meant.
public struct SplitRequest: Sendable {
    /// The file.
    public let file: RequestFile
    /// The municipality.
    public let kommune: KommuneCode
    /// The day.
    public let date: CalendarDate
    /// True if some units are meant to lie in no district.
    public let isPartOfKommune: Bool

    /// What `file` asks for in `kommune` on `date`.
    public init(file: RequestFile, kommune: KommuneCode, date: CalendarDate, isPartOfKommune: Bool = false) {
        self.file = file
        self.kommune = kommune
        self.date = date
        self.isPartOfKommune = isPartOfKommune
    }

    /// Holds the request against `context`; every rule is tried that what is known allows.
    public func examine(_ context: RequestContext, geography: InputFolder) -> RequestReport {
        var findings: [Finding] = []
        var histories: [DistrictHistory] = []
        var yield: YieldTable?
        let split = read(context, &findings)
        let differencing = DifferencingExamination(context: context)
        if let split {
            findings += CodeExamination(context: context).findings(of: split)
            findings += CoverageExamination(context: context, isPartOfKommune: isPartOfKommune).findings(of: split)
            findings += SizeExamination(context: context).findings(of: split)
            findings += NameExamination(policy: context.policy).findings(of: split)
            findings += differencing.findings(of: split)
            findings += MergeAdvice(on: split, context).findings
            if let staged = stage(split, context, geography, &findings) {
                let time = TimeExamination(of: split, context, staged)
                findings += time.findings
                histories = time.histories
                yield = judgeYield(of: split, context, staged, geography, &findings)
            }
            if yield == nil, !findings.contains(where: { $0.kind == .refusedFigures }) {
                findings.append(Finding(.noFigures, ""))
            }
        }
        var report = RequestReport(
            request: self, kommuneName: context.register.name(ofKommune: kommune, on: date), split: split,
            findings: Set(findings).sorted())
        if let split {
            report.unitNames = context.names(of: split)
            report.overlaps = differencing.overlaps(of: split)
            report.histories = histories
            report.yield = yield
            if report.verdict != .cannotBePublished {
                report.sizes = SizeExamination(context: context).sizes(of: split)
            }
        }
        return report
    }

    /// The split that the file asks for; `nil` where nothing of it can be used.
    private func read(_ context: RequestContext, _ findings: inout [Finding]) -> RequestedSplit? {
        let register = context.register
        let lists = register.lists
        guard date >= lists.lowerBound else {
            findings.append(
                Finding(
                    .outsideLists, "",
                    ["date": date.description, "first": lists.lowerBound.description]))
            return nil
        }
        if date > lists.upperBound {
            findings.append(
                Finding(
                    .newerThanLists, "", ["date": date.description, "last": lists.upperBound.description]))
        }
        guard register.kommune(kommune, on: date) != nil else {
            findings.append(
                Finding(.unknownKommune, kommune.digits, ["kommune": kommune.digits, "date": date.description]))
            return nil
        }
        let rows = file.rows(of: kommune, on: date, context, &findings)
        guard !rows.isEmpty else { return nil }
        return RequestReading(register: register, kommune: kommune, date: date, isPartOfKommune: isPartOfKommune)
            .split(of: rows, &findings)
    }

    private func stage(
        _ split: RequestedSplit, _ context: RequestContext, _ geography: InputFolder, _ findings: inout [Finding]
    ) -> StagedCity? {
        var diagnostics = Diagnostics()
        let staged = staged(split, context, geography, &diagnostics)
        // Where something is wrong with the request itself, that has been said in its own words.
        if !findings.contains(where: { $0.kind.severity == .error }) {
            findings += diagnostics.sorted.filter { $0.severity == .error }.map {
                Finding(.notAdoptable, $0.message, ["why": $0.message])
            }
        }
        return staged
    }

    private func staged(
        _ split: RequestedSplit, _ context: RequestContext, _ geography: InputFolder,
        _ diagnostics: inout Diagnostics
    ) -> StagedCity? {
        let name = Translated(nb: "~", nn: "~", en: "~")
        let wish = AdoptionWish(
            city: "trial", split: "trial", title: name, purpose: name, requestedBy: "~", status: .inUse, standard: nil,
            language: .nb)
        let adoption = SplitAdoption(split, wish, into: geography, register: context.register, city: context.city)
        return adoption.files(&diagnostics).flatMap { StagedCity($0, of: adoption.id, &diagnostics) }
    }

    /// What would be shown of a split that could be adopted; `nil` where that is not worked out. Of one that cannot be
    /// it is not told.
    private func judgeYield(
        of split: RequestedSplit, _ context: RequestContext, _ staged: StagedCity, _ geography: InputFolder,
        _ findings: inout [Finding]
    ) -> YieldTable? {
        guard context.trial != nil, Verdict(findings) == .approved else { return nil }
        let examination = YieldExamination(of: split, context, staged)
        findings += examination.findings
        findings += MergeAdvice(on: split, context).tried(examination) { merged in
            var diagnostics = Diagnostics()
            return self.staged(merged, context, geography, &diagnostics)
        }
        return examination.table
    }
}

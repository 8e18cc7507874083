import Checksum
import Geography
import LocatedInput
import Markup
import SplitRequests

/// Says in one language what a report holds.
struct RequestPageWriter {
    let report: RequestReport
    let words: Wording
    let numbers: NumberStyle
    let said: RequestWords
    let rounds: RequestRounds?
    /// The ids of findings that the earlier round did not have; `nil` in a first round.
    let new: Set<String>?

    /// A writer of `report`, after an earlier round where `rounds` are given, in the language of `words`.
    init(_ report: RequestReport, _ words: Wording, rounds: RequestRounds?) {
        self.report = report
        self.rounds = rounds
        new = rounds.map { Set($0.new) }
        self.words = words
        numbers = NumberStyle(words.language)
        said = RequestWords(words)
    }

    /// The language.
    var language: Language { words.language }

    /// The districts asked for.
    var districts: [RequestedDistrict] { report.split?.districts ?? [] }

    /// The names that the template uses.
    func values() throws -> TemplateNames {
        let groups = findingGroups()
        let (advice, others) = (groups.filter(\.isAdvice), groups.filter { !$0.isAdvice })
        let units = try units()
        return [
            "words": words.templateValue,
            "lang": .text(language.rawValue),
            "content-policy": .text(ContentPolicy.mailed),
            "full-title": .text(
                try words.phrase("page.full-title", ["kommune": kommune, "verdict": said.verdict(report.verdict)])),
            "title": .text(try words.phrase("page.title", ["kommune": kommune])),
            "decision": try decision(groups),
            "rounds": try roundsValue(),
            "asked": try asked(),
            "findings": .list(try others.map { try value(of: $0) }),
            "has-advice": .flag(!advice.isEmpty),
            "advice": .list(try advice.map { try value(of: $0) }),
            "sizes": try sizes(),
            "yield": try yield(),
            "history": try history(),
            "has-overlaps": .flag(!report.overlaps.isEmpty),
            "overlaps": .list(try report.overlaps.map { try value(of: $0) }),
            "steps": .list(try steps()),
            "sign": try sign(),
            "has-units": .flag(!units.isEmpty),
            "units": .list(units),
        ]
    }

    /// The municipality's name.
    private var kommune: String { report.kommuneName.visible }

    /// The file's name, without the folders it lies in on somebody's machine.
    private var fileName: String {
        String(report.request.file.path.split(separator: "/").last ?? "").visible
    }

    /// A district's name.
    func name(of district: RequestedDistrict) -> String { district.name[language].visible }

    /// The name of the district `code`.
    func name(of code: DistrictCode) -> String {
        districts.first { $0.code == code }.map { name(of: $0) } ?? code.digits
    }

    // MARK: - What was asked for

    private func asked() throws -> TemplateValue {
        let request = report.request
        var facts = [
            ("kommune", "\(request.kommune.digits) \(kommune)"), ("date", numbers.date(request.date)),
            ("file", fileName),
        ]
        if let split = report.split {
            facts += [
                ("districts", numbers.text(split.districts.count)),
                ("units", numbers.text(split.districts.reduce(0) { $0 + $1.units.count })),
                ("outside", numbers.text(split.unplaced.count)),
            ]
        }
        return .object([
            "facts": .list(
                try facts.map { .object(["name": .text(try words["page.asked.\($0)"]), "text": .text($1)]) }),
            "has-districts": .flag(!districts.isEmpty),
            "districts": .list(
                districts.map { district in
                    .object([
                        "code": .text(district.code.digits), "name": .text(name(of: district)),
                        "units": .text(numbers.text(district.units.count)),
                    ])
                }),
        ])
    }

    private func units() throws -> [TemplateValue] {
        func value(_ heading: String, _ units: [GrunnkretsCode]) -> TemplateValue {
            .object([
                "heading": .text(heading),
                "units": .list(
                    units.map {
                        .object(["code": .text($0.digits), "name": .text((report.unitNames[$0] ?? "").visible)])
                    }),
            ])
        }
        let placed = districts.map { value("\($0.code.digits) \(name(of: $0))", $0.units) }
        guard let outside = report.split?.unplaced, !outside.isEmpty else { return placed }
        return placed + [value(try words["page.units.outside"], outside)]
    }

    // MARK: - What happens next

    /// The steps from a file to published profiles, with the one that is next.
    private func steps() throws -> [TemplateValue] {
        let next = report.verdict == .approved ? "sign" : "mend"
        return try ["mend", "send", "sign", "publish"].map { step in
            .object(["text": .text(try words["page.next.\(step)"]), "is-next": .flag(step == next)])
        }
    }

    private func sign() throws -> TemplateValue {
        .object([
            "intro": .text(try words.phrase("page.sign.intro", ["file": fileName])),
            "checksum": .text(Checksum.sha256(report.request.file.data)),
            "roles": .list([
                .text(try words.phrase("page.sign.kommune", ["kommune": kommune])),
                .text(try words["page.sign.owner"]),
            ]),
        ])
    }
}

import LocatedInput
import Disclosure
import Profiles

extension DisclosureAudit {
    /// `disclosure-audit.json`: what was tried against `edition`, and that it came to nothing.
    func document(of edition: Edition) -> String {
        JSONText.object([
            ("generator", .string(Manifest.generator)), ("schema_version", .whole(1)),
            ("edition", .string(edition.id)), ("attacks", .list(Self.attacks.map { .string($0) })),
            ("registers", .list(registers.map(\.json))),
        ]).text
    }

    /// What the audit tries, one after another.
    private static let attacks = [
        "exact algebra over a prime field: which counts the published ones determine",
        "bounds handed on from sum to sum",
        "linear programs: the least and most that each count can be",
        "sums of withheld counts",
        "an insider who knows his own case",
    ]
}

extension DisclosureAudit.Register {
    fileprivate var json: JSONText {
        .object([
            ("register", .string(register.id)), ("counts", .whole(cells)), ("relations", .whole(relations)),
            ("figures", .whole(figures)), ("shown", .whole(shown)), ("findings", .whole(findings)),
        ])
    }
}

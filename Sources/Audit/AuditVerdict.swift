/// What an attacker makes of a sensitive cell, worst first.
public enum AuditVerdict: String, CaseIterable, Comparable, Sendable {
    /// One value only agrees with what is public.
    case exact
    /// The values that agree lie closer together than the policy's least width.
    case narrow
    /// No value above the policy's limit agrees, and the policy asks for one.
    case withinLimit = "within-limit"
    /// It lies in a line whose withheld cells add up to less than the policy's least sum.
    case smallSum = "small-sum"
    /// Somebody who knows that a withheld one is himself learns it exactly.
    case insider
    /// Nothing was found.
    case ok

    /// The worse is the lesser, so that verdicts sort worst first.
    public static func < (left: AuditVerdict, right: AuditVerdict) -> Bool {
        left.severity > right.severity
    }

    /// How bad it is: 0 for nothing found.
    private var severity: Int {
        switch self {
        case .ok: 0
        case .insider: 1
        case .smallSum: 2
        case .withinLimit: 3
        case .narrow: 4
        case .exact: 5
        }
    }
}

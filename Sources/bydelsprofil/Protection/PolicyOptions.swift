import ArgumentParser
import CellTables
import Cells
import LocatedInput

/// What withholding must achieve: a policy file, and flags that win over it.
struct PolicyOptions: ParsableArguments {
    @Option(help: "A YAML file with the keys below; flags win over it.")
    var policy: String?

    @Option(help: "The largest count that is withheld. (default: 4)")
    var largestWithheld: Double?

    @Flag(inversion: .prefixedNo, help: "Withhold zeros too. (default: no)")
    var withholdZero: Bool?

    @Option(help: "The least distance between the ends of what a reader can work out of a sensitive cell. (default: 2)")
    var minWidth: Double?

    @Flag(inversion: .prefixedNo, help: "What a reader can work out must reach above the limit. (default: no)")
    var escape: Bool?

    @Option(help: "The least sum of a line's withheld cells, where a reader can add them up. (default: 0, off)")
    var leastLineSum: Double?

    @Flag(inversion: .prefixedNo, help: "Nobody who knows his own case may learn another cell. (default: no)")
    var insider: Bool?

    @Flag(inversion: .prefixedNo, help: "Measure width between tables of whole numbers. (default: no)")
    var wholeNumbers: Bool?

    func validate() throws {
        for (name, number) in [
            ("--largest-withheld", largestWithheld), ("--min-width", minWidth), ("--least-line-sum", leastLineSum),
        ] {
            guard let number else { continue }
            guard number.isFinite, number >= 0 else {
                throw ValidationError("\(name) must be a number of zero or more")
            }
        }
        if minWidth == 0 { throw ValidationError("--min-width must be above zero: a width of zero protects nothing") }
    }

    /// The policy; the standard one with what the flags say where the file has a fault, which is reported.
    func read(_ diagnostics: inout Diagnostics) -> ProtectionPolicy {
        let file = policy.flatMap { InputFile(reading: $0, &diagnostics) }
        var policy = file.flatMap { ProtectionPolicy($0, &diagnostics) } ?? ProtectionPolicy()
        policy.largestWithheld = largestWithheld ?? policy.largestWithheld
        policy.withholdsZero = withholdZero ?? policy.withholdsZero
        policy.minWidth = minWidth ?? policy.minWidth
        policy.escape = escape ?? policy.escape
        policy.leastLineSum = leastLineSum ?? policy.leastLineSum
        policy.insider = insider ?? policy.insider
        policy.wholeNumbers = wholeNumbers ?? policy.wholeNumbers
        return policy
    }
}

import ArgumentParser
import Audit
import Cells
import LocatedInput

/// `bydelsprofil audit`
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Attack a published pattern, and say what gives way.",
        discussion: """
            Takes the true cells and what a pattern withholds, and works out what a reader can: by algebra, bounds, \
            linear programs and sums. Prints how many sensitive cells got each verdict: exact, narrow (known to within \
            less than the least width), within-limit, small-sum, insider or ok. Which cells they are is printed with \
            --reveal only. With --proof, also prints how many cells it doesn't prove. Exits with 2 if one is not ok, \
            or not proved.

            Example: bydelsprofil audit --cells cells.csv --relations relations.csv --pattern pattern.csv
            """)

    @OptionGroup var input: SystemOptions

    @Option(help: "What is withheld, as 'protect' writes it.")
    var pattern: String

    @Option(help: "A proof as 'protect' writes it, to be checked by addition alone.")
    var proof: String?

    @OptionGroup(title: "Policy") var policy: PolicyOptions

    @Flag(help: "Name the cells that are not ok. Confidential.")
    var reveal = false

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
        var diagnostics = Diagnostics()
        let policy = policy.read(&diagnostics)
        let input = input.read(policy, &diagnostics)
        let file = InputFile(reading: pattern, &diagnostics)
        let proofFile = proof.flatMap { InputFile(reading: $0, &diagnostics) }
        let pattern = file.flatMap { input?.pattern($0, &diagnostics) }
        let proof = proofFile.flatMap { file in
            input.flatMap { ProofFile.read(file, of: $0.system, &diagnostics) }
        }
        var verdicts: AuditVerdicts?
        if let input, let pattern, let file, !diagnostics.hasErrors {
            verdicts = AuditVerdicts(input.system, policy, pattern, proof, names: reveal, in: file, &diagnostics)
        }
        try CommandOutput.finish(verdicts, diagnostics, asJSON: json, text: \.text)
        if let verdicts, !verdicts.isSafe { throw ExitStatus.gate.code }
    }
}

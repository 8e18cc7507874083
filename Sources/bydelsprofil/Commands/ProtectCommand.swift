import ArgumentParser
import CellTables
import Cells
import LocatedInput
import Protection

/// `bydelsprofil protect`
struct ProtectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protect", abstract: "Find which cells of anybody's tables to withhold.",
        discussion: """
            Takes cells and the linear relations between them, or a long table and a spec of what is published of it, \
            and writes which cells to withhold, so that no reader can work out what the policy protects. Every pattern \
            is proved before it is written: for each protected cell there are two tables that agree with all that is \
            published and lie apart by the least width; --proof writes them. Where nothing can protect a cell, since \
            what is public already gives it away, nothing is written and the command exits with 2.

            Examples: bydelsprofil protect --cells cells.csv --relations relations.csv --out pattern.csv
                      bydelsprofil protect --table long.csv --spec spec.yaml --min-width 3 --out pattern.csv
            """)

    @OptionGroup var input: SystemOptions

    @Option(help: "The pattern to write.")
    var out: String

    @Option(help: "The proof to write. Confidential: it tells every withheld number.")
    var proof: String?

    @OptionGroup(title: "Policy") var policy: PolicyOptions

    @Flag(help: "Name the cells that nothing can protect. Confidential.")
    var reveal = false

    @Flag(help: "Protect and prove, but write nothing.")
    var dryRun = false

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
        let outputs = [out] + [proof].compactMap { $0 }
        let read = input.paths + [policy.policy].compactMap { $0 }
        if outputs.contains(where: read.contains) {
            throw ValidationError("--out and --proof must not be files that are read")
        }
        if proof == out { throw ValidationError("--out and --proof must be two files") }
    }

    func run() throws {
        var diagnostics = Diagnostics()
        let policy = policy.read(&diagnostics)
        let input = input.read(policy, &diagnostics)
        guard let input, !diagnostics.hasErrors, let protected = protect(input.system, policy, &diagnostics) else {
            try CommandOutput.finish(ProtectionSummary?.none, diagnostics, asJSON: json, text: \.text)
            throw ExitStatus.badData.code
        }
        if !dryRun { try write(protected, input, policy) }
        let summary = ProtectionSummary(
            input.system, protected.pattern, out: dryRun ? nil : out, proof: dryRun ? nil : proof)
        try CommandOutput.finish(summary, diagnostics, asJSON: json, text: \.text)
    }

    /// Nil if nothing can protect the system, which is reported.
    private func protect(
        _ system: CellSystem, _ policy: ProtectionPolicy, _ diagnostics: inout Diagnostics
    ) -> ProtectedSystem? {
        let place = SourceLocation(file: input.paths[0])
        func names(_ cells: [Int]) -> [String]? { reveal ? cells.map { system.cells[$0].id } : nil }
        do {
            let protected = try Protector(system, policy).protect()
            let unproved = protected.proof.verify(system, policy, protected.pattern)
            if unproved.isEmpty { return protected }
            diagnostics.emit(.notProved(names(unproved), at: place))
        } catch {
            diagnostics.emit(.nothingProtects(names(error.cells), at: place))
        }
        return nil
    }

    private func write(_ protected: ProtectedSystem, _ input: CellInput, _ policy: ProtectionPolicy) throws {
        var files = [(path: out, bytes: Array(input.text(of: protected.pattern, policy).utf8))]
        if let proof { files.append((proof, Array(try ProofFile(protected.proof, of: input.system).text.utf8))) }
        do {
            try ConfidentialFiles(files).write()
        } catch {
            CommandOutput.report(error.diagnostics)
            throw ExitStatus.cannotCreate.code
        }
    }
}

extension Diagnostic {
    fileprivate static func nothingProtects(_ cells: [String]?, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NothingProtects", at: location,
            "no pattern can protect every sensitive cell: what is frozen, hidden or known gives some of them away"
                + listed(cells),
            remedy: "make their tables coarser, or the policy milder where that is right" + hint(cells))
    }

    fileprivate static func notProved(_ cells: [String]?, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotProved", at: location,
            "no pattern was found that is proved to protect every sensitive cell" + listed(cells),
            remedy: "make their tables coarser" + hint(cells))
    }

    /// Cells are named only where they were asked for: their names say which numbers have leaked.
    private static func listed(_ cells: [String]?) -> String {
        cells.map { ": \($0.map { "'\($0)'" }.joined(separator: ", "))" } ?? ""
    }

    private static func hint(_ cells: [String]?) -> String { cells == nil ? "; --reveal names them" : "" }
}

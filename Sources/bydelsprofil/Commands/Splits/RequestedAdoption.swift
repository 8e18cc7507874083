import ArgumentParser
import Geography
import LocatedInput
import Rendering
import SplitRequests

/// A request that has been checked and can be adopted.
struct RequestedAdoption {
    let adoption: SplitAdoption
    let files: AdoptedFiles

    /// Checks what `options` ask for; ends the command, with the findings on standard error, where it cannot be adopted.
    static func check(
        _ options: RequestOptions, _ kommune: KommuneCode, _ wish: AdoptionOptions, into geography: InputFolder? = nil
    ) throws -> RequestedAdoption {
        var diagnostics = Diagnostics()
        let ground = options.ground(kommune, &diagnostics)
        let wordings = options.wordings(&diagnostics)
        let report = ground.flatMap { options.report(on: kommune, $0, &diagnostics) }
        CommandOutput.report(diagnostics)
        try ExitStatus.stopOnErrors(diagnostics)
        guard let ground, let wordings, let report else { throw ExitStatus.badData.code }
        guard report.verdict == .approved, let split = report.split else {
            for line in try RequestText(wordings[options.lang]).summary(report, rounds: nil) {
                CommandOutput.note(line)
            }
            throw report.verdict == .cannotBePublished ? ExitStatus.gate.code : ExitStatus.findings.code
        }
        let adoption = SplitAdoption(
            split, wish.wish(kommuneName: report.kommuneName, status: .inUse), into: geography ?? options.folder,
            register: ground.register, city: ground.geography.city(kommune: kommune))
        var found = Diagnostics()
        let files = adoption.files(&found)
        CommandOutput.report(found)
        try ExitStatus.stopOnErrors(found)
        guard let files else { throw ExitStatus.badData.code }
        return RequestedAdoption(adoption: adoption, files: files)
    }
}

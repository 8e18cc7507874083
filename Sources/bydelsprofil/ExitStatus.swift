import ArgumentParser
import LocatedInput
import Site

/// How a command ends, as the documentation promises; the numbers from 64 are those of sysexits.h.
enum ExitStatus: Int32 {
    case findings = 1
    case gate = 2
    case badData = 65
    case missingInput = 66
    case cannotCreate = 73
    case inputOutput = 74
    case interrupted = 130

    /// The findings of the disclosure gate.
    private static let gateFindings: Set<String> = [
        "NothingAllowsPublication", "NothingProtects", "NotProved", "AuditFindsLeaks", "NotAudited",
        "ReleasedCountLost", "ReleasedPlaceLost", "ReleasedAlready",
    ]

    /// Ends the command with this status.
    var code: ExitCode { ExitCode(rawValue) }

    /// Ends the command if a finding is an error: as missing input or a place that cannot be written where that is all
    /// that is wrong, as the gate's refusal where only the gate says no, otherwise as bad data.
    static func stopOnErrors(_ diagnostics: Diagnostics) throws {
        let names = Set(diagnostics.sorted.filter { $0.severity == .error }.map(\.name))
        if names.isEmpty { return }
        if names.isSubset(of: ["MissingFile", "MissingFolder", "MissingTemplateFolder", "MissingProgram"]) {
            throw missingInput.code
        }
        if names == ["CannotWrite"] { throw cannotCreate.code }
        if names.isSubset(of: Self.gateFindings) { throw gate.code }
        throw badData.code
    }

    /// How a command ends whose site could not be put in place.
    init(_ fault: PublishingFault) {
        switch fault {
        case .notOurs, .busy, .cannotCreate: self = .cannotCreate
        case .inputOutput: self = .inputOutput
        }
    }
}

import ArgumentParser

/// How a command ends, as the documentation promises.
enum ExitStatus: Int32 {
    case findings = 1
    case gate = 2
    case badData = 65
    case missingInput = 66
    case cannotCreate = 73
    case inputOutput = 74

    /// Ends the command with this status.
    var code: ExitCode { ExitCode(rawValue) }
}

import Foundation

/// One run of the built `bydelsprofil` in a process of its own.
public struct CommandRun: Sendable {
    /// The exit code.
    public let status: Int32
    /// What it printed to standard output.
    public let output: String
    /// What it printed to standard error.
    public let errors: String

    /// Runs the command with `arguments`, at the package's root, and waits for it.
    public init(_ arguments: [String]) throws {
        let command = try RunningCommand(arguments)
        status = command.end()
        output = try command.output
        errors = try command.errors
    }
}

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
        let process = Process()
        process.executableURL = SharedData.packageRoot.appendingPathComponent(".build/debug/bydelsprofil")
        process.arguments = arguments
        process.currentDirectoryURL = SharedData.packageRoot
        let scratch = try ScratchFolder()
        try scratch.write("", to: "out")
        try scratch.write("", to: "err")
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.folder.file("out")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.folder.file("err")))
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try scratch.text(of: "out")
        errors = try scratch.text(of: "err")
    }
}

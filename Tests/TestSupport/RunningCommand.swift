import Foundation
import LocatedInput

/// The built `bydelsprofil`, running in a process of its own at the package's root.
public final class RunningCommand {
    private let process = Process()
    private let printed: ScratchFolder
    /// The folder it makes its temporary files in.
    public let temporary: ScratchFolder

    /// Starts the command with `arguments`.
    public init(_ arguments: [String]) throws {
        printed = try ScratchFolder()
        temporary = try ScratchFolder()
        for name in ["out", "err"] { try printed.write("", to: name) }
        process.executableURL = SharedData.packageRoot.appendingPathComponent(".build/debug/bydelsprofil")
        process.arguments = arguments
        process.currentDirectoryURL = SharedData.packageRoot
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary.folder.path]) { $1 }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: printed.folder.file("out")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: printed.folder.file("err")))
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// What it has printed to standard output.
    public var output: String { get throws { try printed.text(of: "out") } }

    /// What it has printed to standard error.
    public var errors: String { get throws { try printed.text(of: "err") } }

    /// True as soon as `condition` holds; false if it doesn't within `seconds`, or not before the command ends.
    public func comes(within seconds: Double, _ condition: () throws -> Bool) rethrows -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end {
            let isRunning = process.isRunning
            if try condition() { return true }
            if !isRunning { return false }
            Thread.sleep(forTimeInterval: 0.1)
        }
        return false
    }

    /// Sends it the signal `number`.
    public func send(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits until it ends, and gives the exit code.
    public func end() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}

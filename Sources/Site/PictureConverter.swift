import Foundation
import LocatedInput
import Parallel
import Rendering

/// Turns pictures into pixels by librsvg's program `rsvg-convert`, which never meets a picture that is not ours.
struct PictureConverter: Sendable {
    /// The program's name.
    static let program = "rsvg-convert"

    /// Where the program is.
    private let path: String

    /// A converter, if the program is on the search path.
    init?() {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.map { "\($0)/\(Self.program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { return nil }
        path = found
    }

    /// The pixels of each picture as PNG, in the order given; a diagnostic for each that did not work out.
    func png(of pictures: [Page], _ diagnostics: inout Diagnostics) -> [Data] {
        let scratch = FileManager.default.temporaryDirectory
            .appendingPathComponent("bydelsprofil-pictures-\(ProcessInfo.processInfo.globallyUniqueString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        do {
            try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        } catch {
            diagnostics.emit(.notConverted(scratch.path, "\(error.localizedDescription)"))
            return []
        }
        return concurrently(pictures.count, &diagnostics) { index, diagnostics in
            let (source, target) = (
                scratch.appendingPathComponent("\(index).svg"), scratch.appendingPathComponent("\(index).png")
            )
            do {
                try Data(pictures[index].document.text.utf8).write(to: source)
                try convert(source, to: target)
                return try Data(contentsOf: target)
            } catch {
                diagnostics.emit(.notConverted(pictures[index].path.text, "\(error.localizedDescription)"))
                return Data()
            }
        }
    }

    private func convert(_ source: URL, to target: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["--format", "png", "--output", target.path, source.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }
}

extension Diagnostic {
    fileprivate static func notConverted(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            .error, "NotConverted", at: SourceLocation(file: path),
            "\(PictureConverter.program) could not make the picture: \(reason)",
            remedy: "try the program by itself, or build without pictures")
    }

    /// The program is not there, and the site is whole without it.
    static let noConverter = Diagnostic(
        .warning, "NoSharePictures", at: SourceLocation(file: PictureConverter.program),
        "the program is not installed, so that there are no pictures for sites where pages are shared",
        remedy: "install librsvg2-bin and fonts-noto-core, and build again")
}

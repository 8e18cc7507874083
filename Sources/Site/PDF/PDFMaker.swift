import Checksum
import Foundation
import LocatedInput
import Parallel

/// Makes the PDFs of a site by a program outside, several at a time. What the site published before holds of the same
/// page, look and program is taken over.
public struct PDFMaker: Sendable {
    private let program: String
    private let earlier: InputFolder?

    /// A maker that runs the program at the path `program`, and takes over what the site in the folder `earlier` holds.
    public init(program: String, earlier: String? = nil) {
        self.program = program
        self.earlier = earlier.map { InputFolder($0) }
    }

    /// Adds the PDF of each of `pages`, all of which are in `tree`.
    func add(_ pages: [PDFPage], look: PDFLook, to tree: inout SiteTree, _ diagnostics: inout Diagnostics) {
        guard !pages.isEmpty else { return }
        guard FileManager.default.isExecutableFile(atPath: program) else {
            diagnostics.emit(.missingProgram(at: SourceLocation(file: program)))
            return
        }
        // A program that ends too soon is an answer that does not come, and not the end of ours.
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        do {
            let look = try look.message()
            let origin = Data(try PDFProcess(program, look: look).maker.utf8) + look
            let jobs = pages.map { page in
                let text = tree[page.page] ?? Data()
                return Job(page: page, text: text, madeFrom: Checksum.sha256(origin + text))
            }
            let old = earlierPDFs()
            let made = make(jobs.filter { old[$0.madeFrom] == nil }, look: look, &diagnostics)
            for job in jobs {
                if let pdf = old[job.madeFrom] ?? made[job.madeFrom] {
                    tree.add(job.page.pdf, pdf, madeFrom: job.madeFrom)
                }
            }
        } catch {
            diagnostics.emit(.noPDF(at: SourceLocation(file: program), because: error))
        }
    }

    /// A page whose PDF is wanted.
    private struct Job: Sendable {
        let page: PDFPage
        let text: Data
        /// A checksum of all that decides how the PDF comes out.
        let madeFrom: String
    }

    /// What the earlier site holds whole, by what it was made from.
    private func earlierPDFs() -> [String: Data] {
        guard let earlier, let manifest = try? Data(contentsOf: URL(fileURLWithPath: earlier.file(Manifest.path))),
            let files = Manifest.files(in: manifest)
        else { return [:] }
        let entries = files.filter { $0.madeFrom != nil }
        let found = concurrently(entries.count) { index -> Data? in
            let entry = entries[index]
            let data = try? Data(contentsOf: URL(fileURLWithPath: earlier.file(entry.path)))
            return data.flatMap { Checksum.sha256($0) == entry.sha256 ? $0 : nil }
        }
        var pdfs: [String: Data] = [:]
        for (entry, data) in zip(entries, found) {
            if let origin = entry.madeFrom, let data { pdfs[origin] = data }
        }
        return pdfs
    }

    /// The PDFs of `jobs`, by what they are made from; each process makes every n-th of them.
    private func make(_ jobs: [Job], look: Data, _ diagnostics: inout Diagnostics) -> [String: Data] {
        let count = min(ProcessInfo.processInfo.activeProcessorCount, jobs.count)
        let parts = concurrently(count, &diagnostics) { part, diagnostics -> [(String, Data)] in
            var made: [(String, Data)] = []
            var place = program
            do {
                let process = try PDFProcess(program, look: look)
                for index in stride(from: part, to: jobs.count, by: count) {
                    place = jobs[index].page.page
                    let answer = try process.pdf(of: jobs[index].text)
                    for complaint in answer.complaints {
                        diagnostics.emit(.complaint(complaint, at: SourceLocation(file: place)))
                    }
                    made.append((jobs[index].madeFrom, answer.pdf))
                }
            } catch {
                diagnostics.emit(.noPDF(at: SourceLocation(file: place), because: error))
            }
            return made
        }
        return Dictionary(parts.flatMap { $0 }) { first, _ in first }
    }
}

extension Diagnostic {
    fileprivate static func missingProgram(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "MissingProgram", at: location, "there is no program here that could make PDFs",
            remedy: "check the path, or build without --pdf")
    }

    fileprivate static func noPDF(at location: SourceLocation, because error: any Error) -> Diagnostic {
        let reason =
            switch error {
            case PDFProcess.Fault.notStarted(let reason): "the program cannot be started: \(reason)"
            case PDFProcess.Fault.refused(let reason): "the program makes no PDF of the page: \(reason)"
            default: "the program that makes PDFs does not answer as it should"
            }
        return Diagnostic(
            .error, "NoPDF", at: location, reason, remedy: "run the program by hand, or build without --pdf")
    }

    fileprivate static func complaint(_ text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .warning, "PDFComplaint", at: location, "the program that makes PDFs says: \(text)",
            remedy: "mend the page, or the style sheet of PDFs")
    }
}

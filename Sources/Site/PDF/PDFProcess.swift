import Foundation

/// A running program that makes PDFs: it answers each line of JSON with one, as `templates/paper/make_pdfs.py` describes.
///
/// It ends when its input does, so that it never outlives the build, however that ends.
final class PDFProcess {
    /// What the program says it makes PDFs by; the same words mean the same bytes from the same page.
    private(set) var maker = ""

    /// What came of a page.
    struct Answer: Sendable {
        let pdf: Data
        /// What the program found odd about the page.
        let complaints: [String]
    }

    /// Why there is no PDF.
    enum Fault: Error {
        /// The program cannot be started.
        case notStarted(reason: String)
        /// The program answers, but not as it should, or no more.
        case notUnderstood
        /// The program says that it cannot make a PDF of the page.
        case refused(reason: String)
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread = Data()

    /// Starts `program` and tells it how documents look, in the words of ``PDFLook/message()``.
    init(_ program: String, look: Data) throws {
        process.executableURL = URL(fileURLWithPath: program)
        process.standardInput = input
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw Fault.notStarted(reason: error.localizedDescription)
        }
        try? input.fileHandleForReading.close()
        try? output.fileHandleForWriting.close()
        guard let name = try Self.field("maker", of: exchange(look)) else { throw Fault.notUnderstood }
        maker = name
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The PDF of `page`.
    func pdf(of page: Data) throws -> Answer {
        let answer = try exchange(JSONEncoder().encode(["page": String(decoding: page, as: UTF8.self)]))
        if let reason = Self.field("error", of: answer) { throw Fault.refused(reason: reason) }
        guard let pdf = Self.field("pdf", of: answer).flatMap({ Data(base64Encoded: $0) }) else {
            throw Fault.notUnderstood
        }
        return Answer(pdf: pdf, complaints: answer["complaints"] as? [String] ?? [])
    }

    // MARK: - Lines

    private func exchange(_ line: Data) throws -> [String: Any] {
        do {
            try input.fileHandleForWriting.write(contentsOf: line + Data("\n".utf8))
        } catch {
            throw Fault.notUnderstood
        }
        guard let answer = nextLine(), let object = try? JSONSerialization.jsonObject(with: answer) as? [String: Any]
        else { throw Fault.notUnderstood }
        return object
    }

    private func nextLine() -> Data? {
        var searched = unread.startIndex
        while true {
            if let end = unread[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = unread[..<end]
                unread = Data(unread[(end + 1)...])
                return Data(line)
            }
            searched = unread.endIndex
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            unread.append(more)
        }
    }

    private static func field(_ name: String, of answer: [String: Any]) -> String? { answer[name] as? String }
}

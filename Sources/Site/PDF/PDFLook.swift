import Foundation

/// How every PDF of a build looks.
struct PDFLook: Encodable, Sendable {
    /// The style sheet.
    let style: String
    /// The colour of each class of marks in drawings, which no style sheet reaches there.
    let colours: [String: String]

    /// The look as the program that makes PDFs is told of it: one line of JSON, the same for the same look.
    func message() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

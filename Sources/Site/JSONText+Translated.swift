import Geography
import LocatedInput

extension JSONText {
    /// A text in every written language, as JSON-LD says it.
    static func translations(_ text: Translated<String>) -> JSONText {
        .list(
            Language.written.map {
                .object([("@language", .string($0.rawValue)), ("@value", .string(text[$0]))])
            })
    }
}

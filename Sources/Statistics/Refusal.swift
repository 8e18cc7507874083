/// Why a method gives no answer. Never a number that stands for «none».
public protocol Refusal: Error, Hashable, Sendable {
    /// The reason as reference tables write it, such as `few-events`.
    var id: String { get }
}

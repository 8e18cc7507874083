import LocatedInput

/// What a consumer is told while an XML document is read.
public protocol XMLConsumer: AnyObject {
    /// The attributes whose values are wanted; `nil` for all.
    var wantedAttributes: Set<String>? { get }
    /// An element begins. `endsItself` is true for `<br/>`.
    func start(_ name: String, _ attributes: Attributes, endsItself: Bool, at location: SourceLocation)
    /// The element that began last ends.
    func end(_ name: String)
    /// Text, perhaps only a part of it.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

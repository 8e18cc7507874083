/// Why a tree cannot be written as markup.
public enum MarkupFault: Error, Hashable, Sendable {
    /// A control character or noncharacter, which neither XML nor HTML can hold, inside `element`.
    case forbiddenCharacter(Unicode.Scalar, element: String)
    /// A name of an element or attribute that is not one.
    case malformedName(String)
    /// The same attribute twice on one element.
    case repeatedAttribute(String, element: String)
    /// A void element such as `br` with children.
    case childrenOfVoidElement(String)
    /// `<`, `>` or `&` in a script or a style sheet, where XML and HTML read them differently.
    case markInRawText(element: String)
}

extension MarkupFault: CustomStringConvertible {
    /// What is wrong, for a person to read; no full stop.
    public var description: String {
        switch self {
        case .forbiddenCharacter(let scalar, let element):
            "the character U+\(MarkupText.hexadecimal(scalar)) in <\(element)> cannot be written as markup"
        case .malformedName(let name): "'\(name)' is not a name of an element or attribute"
        case .repeatedAttribute(let name, let element): "attribute '\(name)' stands twice on <\(element)>"
        case .childrenOfVoidElement(let element): "<\(element)> cannot have children"
        case .markInRawText(let element): "'<', '>' and '&' cannot be written inside <\(element)>"
        }
    }
}

import Yams

/// A value in a YAML file, with the place of every key and value.
///
/// Scalars are kept as they were written (`0301` stays `0301`, `NO` stays `NO`); what they mean is for the reader of
/// the definition to say.
public struct YAMLValue: Sendable {
    /// What a value is.
    public enum Content: Sendable {
        case scalar(String)
        case sequence([YAMLValue])
        case mapping([(key: Located<String>, value: YAMLValue)])
    }

    /// The value itself.
    public let content: Content
    /// Where it was written.
    public let location: SourceLocation

    /// The one document in `file`; diagnostics and `nil` if it is not YAML.
    public init?(_ file: InputFile, _ diagnostics: inout Diagnostics) {
        let whole = SourceLocation(file: file.path)
        guard let text = TextEncoding.utf8.decode(file.data) else {
            diagnostics.emit(.wrongEncoding(.utf8, at: whole))
            return nil
        }
        do {
            // No scalar is taken for a number, a date or a truth value, so none needs to be looked at for that.
            guard let node = try Yams.compose(yaml: text, .basic) else {
                diagnostics.emit(.emptyDefinition(at: whole))
                return nil
            }
            self.init(node, in: file.path)
        } catch let error as YamlError {
            diagnostics.emit(.notYAML(error, in: file.path))
            return nil
        } catch {
            diagnostics.emit(.notYAML("\(error)", at: whole))
            return nil
        }
    }

    private init(_ node: Node, in path: String) {
        location = SourceLocation(file: path, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
        switch node {
        case .scalar(let scalar): content = .scalar(scalar.string)
        case .sequence(let sequence): content = .sequence(sequence.map { YAMLValue($0, in: path) })
        case .mapping(let mapping):
            content = .mapping(
                mapping.map { key, value in
                    let place = SourceLocation(file: path, line: key.mark?.line ?? 0, column: key.mark?.column ?? 0)
                    return (Located(key.string ?? "", at: place), YAMLValue(value, in: path))
                })
        case .alias: content = .scalar("")
        }
    }

    /// The text of a scalar; a diagnostic and `nil` for anything else.
    public func string(_ diagnostics: inout Diagnostics) -> Located<String>? {
        if case .scalar(let text) = content { return Located(text, at: location) }
        diagnostics.emit(.wrongShape("a single value", at: location))
        return nil
    }

    /// A whole number of zero or more; a diagnostic and `nil` for anything else.
    public func wholeNumber(_ diagnostics: inout Diagnostics) -> Located<Int>? {
        guard let text = string(&diagnostics) else { return nil }
        if let number = NumberText.wholeNumber(text.value) { return Located(number, at: location) }
        diagnostics.emit(.wrongShape("a whole number", at: location))
        return nil
    }

    /// A decimal number written with a point; a diagnostic and `nil` for anything else.
    public func decimal(_ diagnostics: inout Diagnostics) -> Located<Double>? {
        guard let text = string(&diagnostics) else { return nil }
        if let number = NumberText.decimal(text.value, mark: .point) { return Located(number.double, at: location) }
        diagnostics.emit(.wrongShape("a number with a decimal point", at: location))
        return nil
    }

    /// `true` or `false`; a diagnostic and `nil` for anything else.
    public func truth(_ diagnostics: inout Diagnostics) -> Located<Bool>? {
        guard let text = string(&diagnostics) else { return nil }
        if text.value == "true" || text.value == "false" { return Located(text.value == "true", at: location) }
        diagnostics.emit(.wrongShape("true or false", at: location))
        return nil
    }

    /// The members of a sequence; a diagnostic and `nil` for anything else.
    public func sequence(_ diagnostics: inout Diagnostics) -> [YAMLValue]? {
        if case .sequence(let values) = content { return values }
        diagnostics.emit(.wrongShape("a list", at: location))
        return nil
    }

    /// The texts of a sequence of scalars; a diagnostic and `nil` for anything else.
    public func strings(_ diagnostics: inout Diagnostics) -> [Located<String>]? {
        sequence(&diagnostics)?.compactMap { $0.string(&diagnostics) }
    }

    /// A mapping; a diagnostic and `nil` for anything else.
    public func mapping(_ diagnostics: inout Diagnostics) -> YAMLMapping? {
        if case .mapping(let entries) = content { return YAMLMapping(entries, at: location) }
        diagnostics.emit(.wrongShape("a mapping (name: value)", at: location))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func emptyDefinition(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "EmptyDefinition", at: location, "the file defines nothing", remedy: "fill it in or remove it")
    }

    fileprivate static func notYAML(_ error: YamlError, in path: String) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return notYAML(problem, at: SourceLocation(file: path, line: mark.line, column: mark.column))
        default: return notYAML("\(error)", at: SourceLocation(file: path))
        }
    }

    fileprivate static func notYAML(_ problem: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotYAML", at: location,
            "the file cannot be read as YAML: \(problem.split(separator: "\n").joined(separator: " "))",
            remedy: "look for a missing quote, a tab or an indent that differs from its neighbours")
    }

    fileprivate static func wrongShape(_ wanted: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WrongShape", at: location, "\(wanted) belongs here", remedy: "compare with a neighbouring file")
    }
}

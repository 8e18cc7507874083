/// The findings of a run, collected so that the user sees all of them together.
public struct Diagnostics: Sendable {
    private var found: Set<Diagnostic> = []

    /// No findings yet.
    public init() {}

    /// Adds one finding; the same finding twice is one.
    public mutating func emit(_ diagnostic: Diagnostic) { found.insert(diagnostic) }

    /// Adds all findings of another run.
    public mutating func merge(_ other: Diagnostics) { found.formUnion(other.found) }

    /// True if anything of error level was found.
    public var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// True if nothing was found.
    public var isEmpty: Bool { found.isEmpty }

    /// All findings, file by file and top down.
    public var sorted: [Diagnostic] { found.sorted() }

    /// Throws all findings if one is an error; warnings alone pass.
    public func throwIfErrors() throws(InputFailure) {
        if hasErrors { throw InputFailure(diagnostics: self) }
    }
}

/// Input that cannot be used, with every reason that was found.
public struct InputFailure: Error, Sendable {
    /// What was found; at least one is an error.
    public let diagnostics: Diagnostics

    /// Fails with everything found.
    public init(diagnostics: Diagnostics) { self.diagnostics = diagnostics }

    /// Fails with one finding.
    public init(_ diagnostic: Diagnostic) {
        var diagnostics = Diagnostics()
        diagnostics.emit(diagnostic)
        self.diagnostics = diagnostics
    }
}

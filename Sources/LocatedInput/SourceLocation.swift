/// A place in an input file: what a diagnostic points at.
///
/// `line` and `column` count from 1, columns in characters; 0 means the whole file or the whole line.
public struct SourceLocation: Hashable, Sendable {
    /// The file as the user named it, relative where the user was relative.
    public let file: String
    /// The line, from 1; 0 for the whole file.
    public let line: Int
    /// The column in characters, from 1; 0 for the whole line.
    public let column: Int

    /// Points at a place in `file`; leave `line` out to point at the file itself.
    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `file:line:column`, without the parts that are unknown.
    public var description: String {
        if line == 0 { return file }
        return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    }
}

extension SourceLocation: Comparable {
    /// File by file, then from the top down.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

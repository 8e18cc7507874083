import LocatedInput

/// A file of borders or points, and what its coordinates mean where somebody says so.
public struct MapFile: Sendable {
    /// The file.
    public let file: InputFile
    /// A coordinate system, such as `EPSG:25833`; `nil` to go by the file.
    public let system: String?

    /// `file`, with coordinates in `system`.
    public init(_ file: InputFile, system: String? = nil) {
        self.file = file
        self.system = system
    }
}

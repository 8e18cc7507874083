import LocatedInput

/// Why something in a file of places cannot be used.
public struct PlaceFault: Hashable, Sendable {
    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// The file is no map, breaks off or holds what is not accepted here.
        case unreadable
        /// A place without areas and points.
        case empty
        /// A ring that does not end where it began.
        case openRing
        /// A ring with too few corners.
        case shortRing
        /// A ring that crosses itself.
        case crossedRing
        /// Nothing says what the coordinates mean.
        case noSystem
        /// Coordinates in a system that is not understood.
        case unknownSystem(String)
        /// Coordinates whose two numbers have changed places.
        case swappedAxes
        /// Coordinates outside Norway.
        case outsideNorway
    }

    /// What is wrong.
    public let kind: Kind
    /// Where.
    public let location: SourceLocation
}

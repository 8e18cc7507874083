/// Sex as FHI's cubes code it: 0 both, 1 men, 2 women.
public enum Sex: Int, CaseIterable, Sendable {
    /// Men and women together, and anybody whose sex a register does not tell.
    case both = 0
    /// Men.
    case men = 1
    /// Women.
    case women = 2
}

extension Sex: Comparable, CustomStringConvertible {
    /// Both, men, women.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    /// The digit of the code.
    public var description: String { String(rawValue) }
}

/// What a map shows of a district: by a sign that stands without colour, and by a ground that goes with it.
public enum MapShade: Hashable, Sendable {
    /// How the district compares with the country.
    case verdict(ChartVerdict)
    /// Which class its value lies in, from 1 for the lowest, of how many.
    case step(Int, of: Int)
    /// There is no number; tables show this mark.
    case absent(mark: String)
    /// A district with a number that is in no class, or a map without figures.
    case plain
    /// Ground of the city that is in no profile.
    case ground

    /// The name by which pages tell shades apart.
    var name: String {
        switch self {
        case .verdict(.favourable): "favourable"
        case .verdict(.lessFavourable): "less-favourable"
        case .verdict(.notClearlyDifferent): "not-different"
        case .verdict(.higher): "higher"
        case .verdict(.lower): "lower"
        case .verdict(.notTested): "not-tested"
        case .step(let step, of: let count): "step-\(step)-\(count)"
        case .absent: "absent"
        case .plain: "plain"
        case .ground: "ground"
        }
    }
}

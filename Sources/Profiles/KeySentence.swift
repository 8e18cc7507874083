import Disclosure
import Indicators

/// Something to say on the first screen; the words are the renderer's.
public enum KeySentence: Sendable {
    /// How many live here, and how that has changed in a year where that can be said.
    case population(PublishedFigure, growth: PublishedFigure?)
    /// A row that was tested, and what came of it.
    case tested(ProfileRow)
    /// A row that was not tested and is worth knowing all the same.
    case untested(ProfileRow)

    /// The row the sentence is about; `nil` for the population.
    public var row: ProfileRow? {
        switch self {
        case .population: nil
        case .tested(let row), .untested(let row): row
        }
    }
}

/// Where a picture is going to be seen.
public enum ChartStyle: Hashable, Sendable {
    /// Inside a page, whose style sheet gives the colours: each mark has a class.
    case page
    /// On its own, as a downloaded file: concrete colours on white, with heading and source in the picture.
    case standalone(ChartColours)
}

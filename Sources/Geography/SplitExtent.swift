/// How much of the city a split covers.
public enum SplitExtent: String, CaseIterable, Hashable, Sendable {
    /// Every unit lies in a district.
    case wholeCity = "whole-city"
    /// Some units lie in no district, by intention.
    case partOfCity = "part-of-city"
}

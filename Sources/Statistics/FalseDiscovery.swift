/// Which of several p-values stand out when the expected share of false ones among them is held at `rate`.
///
/// Benjamini & Hochberg (1995), J R Stat Soc B 57:289–300: with the p-values in rising order, all up to the largest
/// i with p(i) ≤ i·rate/m stand out. The answer has the order of `pValues`; equal p-values get equal answers.
public func falseDiscoveries(_ pValues: [Double], rate: Double) -> [Bool] {
    let ordered = pValues.sorted()
    let tests = Double(ordered.count)
    let limit = ordered.indices.last { ordered[$0] <= Double($0 + 1) * rate / tests }.map { ordered[$0] }
    return pValues.map { value in limit.map { value <= $0 } ?? false }
}

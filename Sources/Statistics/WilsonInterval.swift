/// The Wilson score interval for a proportion.
///
/// Stays inside 0...1 for small districts, where the normal approximation does not. Wilson (1927), J Am Stat Assoc
/// 22:209–212: (2O + z² ± z·√(z² + 4O(1 − O/n))) / (2(n + z²)). `denominator` must be positive and no smaller than
/// `numerator`.
///
/// Counts need not be whole: weighted ones stand for fewer people than they say.
public func wilsonInterval(numerator: Double, denominator: Double, z: Double) -> ClosedRange<Double> {
    precondition(denominator > 0 && (0...denominator).contains(numerator))
    let middle = 2 * numerator + z * z
    let spread = z * (z * z + 4 * numerator * (1 - numerator / denominator)).squareRoot()
    let scale = 2 * (denominator + z * z)
    let lower = numerator == 0 ? 0 : max(0, (middle - spread) / scale)
    let upper = numerator == denominator ? 1 : min(1, (middle + spread) / scale)
    return lower...upper
}

/// ``wilsonInterval(numerator:denominator:z:)`` of whole counts.
public func wilsonInterval(numerator: Int, denominator: Int, z: Double) -> ClosedRange<Double> {
    wilsonInterval(numerator: Double(numerator), denominator: Double(denominator), z: z)
}

/// The interval for the ratio of two counts that together make up a total, such as men per woman.
///
/// With p the first count's part of both, the ratio is p/(1 − p), which grows with p; so the ends of the Wilson
/// interval for p give the ends for the ratio. Both counts must be positive.
public func ratioInterval(numerator: Int, denominator: Int, z: Double) -> ClosedRange<Double> {
    precondition(numerator > 0 && denominator > 0)
    let part = wilsonInterval(numerator: numerator, denominator: numerator + denominator, z: z)
    return part.lowerBound / (1 - part.lowerBound)...part.upperBound / (1 - part.upperBound)
}

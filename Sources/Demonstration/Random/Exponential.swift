/// e to the power `exponent`, for exponents of ordinary size, the same bits on every machine.
///
/// The system's own function may differ in the last bit between versions; this one takes the first terms of the series
/// at `exponent`/1024, where they are exact to the last bit but one, and squares ten times.
func exponential(_ exponent: Double) -> Double {
    let small = exponent / 1024
    var (sum, term) = (1.0, 1.0)
    for step in 1...8 {
        term *= small / Double(step)
        sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
}

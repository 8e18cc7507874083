/// A series cut where a line must not be drawn: at missing values and at breaks.
enum LineSegments {
    /// Runs of indices with values, none across a break; `breaks` holds the index of the first value after each.
    static func runs(of values: [Bool], breaks: Set<Int>) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for index in values.indices where values[index] {
            if let last = runs.last, last.upperBound == index - 1, !breaks.contains(index) {
                runs[runs.count - 1] = last.lowerBound...index
            } else {
                runs.append(index...index)
            }
        }
        return runs
    }
}

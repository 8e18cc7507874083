/// How much room text takes, near enough to keep labels apart; no font is asked.
enum ChartText {
    /// About the width in pixels of `text` in a size.
    static func width(_ text: String, size: Double) -> Double { Double(text.count) * size * 0.58 }

    /// `text` in lines of at most `width` pixels, cut between words.
    static func lines(_ text: String, size: Double, width: Double) -> [String] {
        text.split(separator: " ").reduce(into: []) { lines, word in
            if let last = lines.last, Self.width("\(last) \(word)", size: size) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }

    /// Heights moved apart so that neighbours are at least `distance` from each other within the limits; the order of
    /// equal heights is kept. Answers in the order given. Where there is no room for all, they go on below the limit.
    static func spread(_ heights: [Double], distance: Double, within limits: ClosedRange<Double>) -> [Double] {
        let order = heights.indices.sorted { (heights[$0], $0) < (heights[$1], $1) }
        var placed = heights
        var next = limits.lowerBound
        for index in order {
            placed[index] = max(heights[index], next)
            next = placed[index] + distance
        }
        var last = limits.upperBound
        for index in order.reversed() where placed[index] > last {
            placed[index] = max(last, limits.lowerBound)
            last = placed[index] - distance
        }
        return placed
    }
}

/// The likely meaning of a misspelt name.
public enum Suggestion {
    /// The candidate nearest to `name`, if one is near enough to be meant; ties go to the first in order.
    ///
    /// Near enough is at most a third of the name's length in edits (Levenshtein), and at least one.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(1, name.count / 3)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates.sorted() {
            let distance = editDistance(Array(name.lowercased()), Array(candidate.lowercased()))
            if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// `did you mean 'x'?` for the nearest candidate, or a list of what is known.
    public static func remedy(for name: String, among candidates: some Collection<String>) -> String {
        if let guess = nearest(to: name, among: candidates) { return "did you mean '\(guess)'?" }
        if candidates.isEmpty { return "nothing is known under that kind of name" }
        let known = candidates.sorted()
        let shown = known.prefix(12).joined(separator: ", ")
        return known.count > 12 ? "known: \(shown) and \(known.count - 12) more" : "known: \(shown)"
    }

    private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        var previous = Array(0...right.count)
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let replaced = previous[column] + (character == other ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}

/// Something that readers look for, and the page it has.
struct SearchEntry: Sendable {
    /// What it is called on the page.
    let name: String
    /// What kind of thing it is, in words.
    let kind: String
    /// Its place among kinds where the match is as good: districts first.
    let rank: Int
    /// Its page.
    let target: SitePath
    /// Other words for it that the index from A to Å lists.
    let synonyms: [String]
    /// Names in other languages, codes and the like, by which it is found and not listed.
    let others: [String]

    /// Every word beside its name that it is found by, each once.
    var words: [String] {
        var words: [String] = []
        for word in synonyms + others where word != name && !words.contains(word) { words.append(word) }
        return words
    }
}

import Testing

@testable import Rendering

struct SearchIndexTests {
    private static func entry(_ name: String, rank: Int = 2, _ synonyms: [String] = [], others: [String] = [])
        -> SearchEntry
    {
        SearchEntry(
            name: name, kind: "", rank: rank, target: SitePath(page: [Slug.text(name), "\(rank)"]), synonyms: synonyms,
            others: others)
    }

    @Test func theIndexGoesFromAToÅWithWhatIsNoLetterFirst() {
        let names = ["Østensjø", "Årstad", "Arna", "Ærlighet", "1 år", "ål", "Zoo", "élan"]
        let index = SearchIndex(names.map { Self.entry($0) })
        #expect(index.letters.map(\.name) == ["0–9", "A", "E", "Z", "Æ", "Ø", "Å"])
        #expect(index.letters.last?.lines.map(\.name) == ["ål", "Årstad"])
        #expect(Set(index.letters.map(\.id)).count == index.letters.count)
    }

    @Test func aSynonymIsOneLineWithEverythingItMayMean() throws {
        let first = Self.entry("Lavinntekt", ["fattigdom"])
        let second = Self.entry("Vedvarende lavinntekt", ["Fattigdom", "EU60"])
        let lines = SearchIndex([first, second]).letters.flatMap(\.lines)
        #expect(lines.map(\.name) == ["EU60", "fattigdom", "Lavinntekt", "Vedvarende lavinntekt"])
        guard case .synonym("fattigdom", let targets) = lines[1] else {
            Issue.record("not a synonym: \(lines[1])")
            return
        }
        #expect(targets.map(\.name) == ["Lavinntekt", "Vedvarende lavinntekt"])
    }

    @Test func aThingStandsBeforeWordsThatPointElsewhereAndDistrictsBeforeIndicators() {
        let entries = [
            Self.entry("Sentrum", rank: 2), Self.entry("Annet", ["Sentrum"]), Self.entry("Sentrum", rank: 0),
        ]
        let lines = SearchIndex(entries).letters.flatMap(\.lines).filter { $0.name == "Sentrum" }
        let kinds = lines.map { line in
            if case .entry(let entry) = line { return entry.rank }
            return -1
        }
        #expect(kinds == [0, 2, -1])
    }

    @Test func theSameEntriesGiveTheSameIndexInAnyOrder() {
        let entries = (0..<40).map { Self.entry("navn \($0 % 7)", rank: $0 % 5, ["ord \($0 % 3)", "Felles"]) }
        let names = { (index: SearchIndex) in index.letters.map { $0.lines.map(\.name) } }
        #expect(names(SearchIndex(entries)) == names(SearchIndex(entries.reversed())))
    }

    @Test func aNameIsNotAmongItsOwnOtherWordsAndNoWordStandsTwice() {
        let entry = Self.entry("Årstad", ["bydel"], others: ["Årstad", "460107", "bydel", "Bergen"])
        #expect(entry.words == ["bydel", "460107", "Bergen"])
    }
}

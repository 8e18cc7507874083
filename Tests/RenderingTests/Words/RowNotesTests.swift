import Testing

@testable import Rendering

struct RowNotesTests {
    @Test(arguments: [
        ([1], "1"), ([1, 2], "1–2"), ([1, 2, 3, 5], "1–3, 5"), ([2, 4, 6], "2, 4, 6"), ([9, 10, 11], "9–11"),
    ])
    func neighboursAreDrawnTogether(rows: [Int], text: String) {
        #expect(RowNotes.ranges(rows) == text)
    }

    @Test func aNoteIsSaidOnceForAllItsRows() {
        var notes = RowNotes()
        notes.add("Foreløpig.", row: 1)
        notes.add("Ikke testet.", row: 1)
        notes.add("Ikke testet.", row: 2)
        #expect(notes.letters(of: 1) == ["a", "b"])
        #expect(notes.letters(of: 2) == ["b"])
        #expect(notes.all.map(\.rows) == [[1], [1, 2]])
    }

    @Test func lettersGoOnAfterZ() {
        var notes = RowNotes()
        for index in 0..<28 { notes.add("\(index)", row: index) }
        #expect(notes.all.map(\.letter).suffix(3) == ["z", "aa", "ab"])
    }
}

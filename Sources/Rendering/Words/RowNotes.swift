import Markup

/// Notes below a table, each said once for all the rows it holds for.
struct RowNotes {
    private var notes: [(text: String, rows: [Int])] = []

    /// Says `text` of row `row`.
    mutating func add(_ text: String, row: Int) {
        if let index = notes.firstIndex(where: { $0.text == text }) {
            if notes[index].rows.last != row { notes[index].rows.append(row) }
        } else {
            notes.append((text, [row]))
        }
    }

    /// The letters of the notes of `row`, in order.
    func letters(of row: Int) -> [String] {
        notes.indices.filter { notes[$0].rows.contains(row) }.map(Self.letter)
    }

    /// The notes with their letters and the rows they hold for, such as `1, 4–6`.
    var all: [(letter: String, rows: [Int], text: String)] {
        notes.enumerated().map { (Self.letter($0), $1.rows, $1.text) }
    }

    /// Numbers with neighbours drawn together: 1, 2, 3 and 5 as `1–3, 5`.
    static func ranges(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }

    /// a to z, then aa, ab and so on.
    private static func letter(_ index: Int) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
        let last = String(alphabet[index % alphabet.count])
        return index < alphabet.count ? last : letter(index / alphabet.count - 1) + last
    }
}

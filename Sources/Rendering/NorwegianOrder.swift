/// The order of names in Norwegian lists: æ, ø and å come last, capitals and accents do not matter, and what is not a
/// letter comes before all letters. `aa` is two letters. Names alike in all this are told apart by their code points.
public enum NorwegianOrder {
    /// True if `first` stands before `second`.
    public static func precedes(_ first: String, _ second: String) -> Bool {
        let (left, right) = (weights(first), weights(second))
        guard left == right else { return left.lexicographicallyPrecedes(right) }
        return first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
    }

    private static func weights(_ name: String) -> [UInt32] { name.lowercased().map(weight) }

    private static func weight(_ letter: Character) -> UInt32 {
        switch LatinLetters.sortingLetter(letter) {
        case "æ": 1001
        case "ø": 1002
        case "å": 1003
        case " ", "-", "\u{00A0}": 0
        case let plain where plain.isASCII: UInt32(plain.asciiValue ?? 0)
        default: 2000 + (letter.unicodeScalars.first?.value ?? 0)
        }
    }
}

/// What letters count as when names are sorted or made into addresses.
enum LatinLetters {
    /// Letters beside a–z, æ, ø and å, as the letter of the Norwegian alphabet they are sorted with.
    private static let sortedWith: [Character: Character] = [
        "á": "a", "à": "a", "â": "a", "ã": "a", "ä": "æ", "č": "c", "ç": "c", "ć": "c", "đ": "d", "ð": "d", "é": "e",
        "è": "e", "ê": "e", "ë": "e", "í": "i", "ì": "i", "î": "i", "ï": "i", "ł": "l", "ŋ": "n", "ñ": "n", "ń": "n",
        "ó": "o", "ò": "o", "ô": "o", "õ": "o", "ö": "ø", "ő": "ø", "š": "s", "ś": "s", "ŧ": "t", "ú": "u", "ù": "u",
        "û": "u", "ü": "y", "ý": "y", "ž": "z", "ź": "z", "ż": "z",
    ]

    /// The letter of the Norwegian alphabet that a small letter is sorted with; other characters as they are.
    static func sortingLetter(_ letter: Character) -> Character { sortedWith[letter] ?? letter }

    /// A small letter in a–z: `æ` as `ae`, `ø` as `o`, `å` as `a`; `nil` for what is no Latin letter or digit.
    static func ascii(_ letter: Character) -> String? {
        switch letter {
        case "a"..."z" where letter.isASCII, "0"..."9" where letter.isASCII: String(letter)
        case "æ": "ae"
        case "ä", "å": "a"
        case "ø", "ö", "ő": "o"
        case "ü": "u"
        default: sortedWith[letter].map(String.init)
        }
    }
}

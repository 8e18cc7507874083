/// A name as a part of an address: small ASCII letters, digits and single hyphens.
enum Slug {
    /// `name` with æ, ø and å written as ae, o… in two letters or one, and everything else that is no letter or digit as
    /// a hyphen.
    static func make(_ name: String) -> String {
        let letters: [Character: String] = ["æ": "ae", "ø": "o", "å": "a"]
        var slug = ""
        for character in name.lowercased() {
            if let replaced = letters[character] {
                slug += replaced
            } else if character.isASCII, character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, slug.last != "-" {
                slug += "-"
            }
        }
        return slug.last == "-" ? String(slug.dropLast()) : slug
    }
}

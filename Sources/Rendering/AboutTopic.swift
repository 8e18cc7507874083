/// What the pages about the site are about; the names are parts of their addresses.
public enum AboutTopic: String, CaseIterable, Sendable {
    /// How figures are worked out and compared.
    case method = "metode"
    /// What is withheld, and what the site knows of its readers.
    case privacy = "personvern"
    /// How well everybody can use the pages.
    case accessibility = "tilgjengelighet"
    /// Where figures come from, and on what terms.
    case sources = "kilder"
    /// What is new in this edition.
    case changes = "endringer"
}

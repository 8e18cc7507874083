import LocatedInput

/// What `city.yaml` says about a city.
struct CityDefinition: Sendable {
    let id: String
    let name: PlaceName
    let otherNames: [String]
    let kommuner: [Kommune]
    let defaultLanguage: Language
    let starts: CalendarDate
    let startsBecause: Translated<String>
    let splits: [Located<String>]
    let source: Translated<String>
    let licence: String
}

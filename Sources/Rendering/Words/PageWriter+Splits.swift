import Geography
import Markup
import Profiles

/// How pages speak of splits, so that those of one city are told apart.
extension PageWriter {
    /// True if the districts of `split` are the ones that the word for a city's district means alone.
    func isOfBydeler(_ split: Split, in city: City) -> Bool {
        split.isOfBydeler && city.splits.count(where: \.isOfBydeler) == 1
    }

    /// The districts of `split` as a heading: `Bydelene i Oslo`, `Levekårssoner i Bergen`.
    func heading(of split: Split, in city: City) throws -> String {
        let slots = ["city": city.name[language]]
        guard !isOfBydeler(split, in: city) else { return try words.phrase("map.title", slots) }
        return try words.phrase(
            "split.title", slots.merging(["title": split.title[language]]) { first, _ in first })
    }

    /// The districts of `split` within a sentence: `bydelene i Oslo`, `Bergen (Levekårssoner)`.
    func districts(of split: Split, in city: City) throws -> String {
        let slots = ["city": city.name[language]]
        guard !isOfBydeler(split, in: city) else { return try words.phrase("place.districts", slots) }
        return try words.phrase("place.parts", slots.merging(["split": split.title[language]]) { first, _ in first })
    }

    /// The name of `place`; with its city and split where another district of the site has the same.
    func unlike(_ place: Place) throws -> String {
        let name = place.district.name[language]
        guard set.maker.places.count(where: { $0.district.name[language] == name }) > 1 else { return name }
        return try words.phrase(
            "place.unlike",
            ["district": name, "city": place.city.name[language], "split": place.split.title[language]])
    }

    /// The phrase `key`, which is about bydeler, or `other` where the districts are of another kind.
    func phrase(_ key: String, other: String, of split: Split, in city: City) throws -> String {
        let slots = ["city": city.name[language]]
        guard !isOfBydeler(split, in: city) else { return try words.phrase(key, slots) }
        return try words.phrase(
            other, slots.merging(["split": split.title[language]]) { first, _ in first })
    }

    /// What the places on maps of `split` tell, and where borders come from.
    func mapNote(of split: SplitID) throws -> String {
        if let credit = try borderCredit(of: split) { return credit }
        switch set.tileMap(of: split)?.order {
        case .drawn, nil: return try words["map.note-bare"]
        case .like(let other): return try words.phrase("map.note-like", ["split": other.title[language]])
        case .codes: return try words["map.note-codes"]
        }
    }
}

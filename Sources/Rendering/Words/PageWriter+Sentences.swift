import Disclosure
import LocatedInput
import Profiles

/// What a profile says first, in whole sentences.
extension PageWriter {
    /// The sentence of the profile of `place`; `nil` where a number it needs is not there.
    func sentence(_ sentence: KeySentence, of place: Place) throws -> String? {
        switch sentence {
        case .population(let figure, let growth): try population(figure, growth, of: place)
        case .tested(let row): try tested(row)
        case .untested(let row): try comparison("sentence.untested", row)
        }
    }

    private func population(_ figure: PublishedFigure, _ growth: PublishedFigure?, of place: Place) throws -> String? {
        guard let count = figure.value.estimate?.value else { return nil }
        var slots = [
            "district": place.district.name[language], "count": numbers.text(count), "year": "\(figure.key.period.end)",
        ]
        guard let growth, growth.key.period.end == figure.key.period.end, let change = growth.value.estimate?.value
        else { return try words.phrase("sentence.population", slots) }
        if change.scaled == 0 { return try words.phrase("sentence.population-same", slots) }
        let size = NumberText.Decimal(abs(change.scaled), decimals: change.decimals)
        slots["change"] = try words.value(numbers.text(size), .percent)
        return try words.phrase(change.scaled > 0 ? "sentence.population-more" : "sentence.population-fewer", slots)
    }

    /// A difference is spoken of as higher or lower; which is better comes after it.
    private func tested(_ row: ProfileRow) throws -> String? {
        let key: String
        switch row.figure.comparison {
        case .higher: key = "sentence.higher"
        case .lower: key = "sentence.lower"
        case .notDifferent: key = "sentence.not-different"
        case .notTested: return nil
        }
        guard let sentence = try comparison(key, row) else { return nil }
        switch row.verdict {
        case .favourable: return sentence + " " + (try words["sentence.favourable"])
        case .lessFavourable: return sentence + " " + (try words["sentence.less-favourable"])
        default: return sentence
        }
    }

    private func comparison(_ key: String, _ row: ProfileRow) throws -> String? {
        guard let own = try spoken(row.figure, of: row.indicator), let country = row.country,
            let reference = try spoken(country, of: row.indicator)
        else { return nil }
        return try words.phrase(
            key,
            [
                "subject": text(row.indicator).subject, "own": own, "reference": reference, "period": text(row.period),
            ])
    }
}

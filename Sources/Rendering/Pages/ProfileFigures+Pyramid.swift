import Disclosure
import Indicators
import LocatedInput
import Markup
import Profiles
import Registers

extension ProfileFigures {
    /// Men and women by age in per cent of everybody, beside the country.
    func pyramid(_ pyramid: Pyramid, name: String) throws -> Content? {
        guard let total = pyramid.total.value.estimate?.value.scaled, total > 0 else { return nil }
        let countryTotal = pyramid.countryTotal?.value.estimate?.value.scaled
        func share(_ figure: PublishedFigure?, of total: Int?) -> NumberText.Decimal? {
            guard let count = figure?.value.estimate?.value.scaled, let total, total > 0 else { return nil }
            // Tenths of a per cent, halves upwards, in whole numbers.
            return NumberText.Decimal((count * 2000 + total) / (2 * total), decimals: 1)
        }
        let bands = pyramid.bands.map { band in
            PyramidBand(
                label: Self.label(band.age), men: share(band.men, of: total), women: share(band.women, of: total),
                referenceMen: share(band.countryMen, of: countryTotal),
                referenceWomen: share(band.countryWomen, of: countryTotal))
        }
        let chart = PopulationPyramid(
            bands: bands, menLabel: try words["sex.men"], womenLabel: try words["sex.women"],
            unit: try words["profile.pyramid.axis"], referenceLabel: try words["place.country"],
            absenceMark: FigureStatus.missing.mark)
        let largest = zip(pyramid.bands, bands).max { Self.size($0.1) < Self.size($1.1) }
        let hasReference = bands.contains { $0.referenceMen != nil }
        let year = "\(pyramid.period.end)"
        let chartWords = ChartWords(
            idPrefix: name,
            title: try words.phrase("profile.pyramid.finding", ["district": district, "year": year]),
            description: try words.phrase(
                "profile.pyramid.description",
                ["district": district, "age": try largest.map { try writer.text($0.0.age) } ?? ""]),
            source: try writer.source(of: profile.population?.key.indicator))
        let columns =
            ["sex.men", "sex.women"]
            + (hasReference ? ["profile.pyramid.men-country", "profile.pyramid.women-country"] : [])
        let numbers = writer.numbers
        return Content(
            heading: try words.phrase("profile.pyramid.title", ["year": year]),
            caption: try words[hasReference ? "profile.pyramid.caption" : "profile.pyramid.caption-alone"],
            picture: { chart.node(chartWords, numbers, style: $0) },
            table: DataTable(
                caption: try words.phrase("profile.pyramid.table", ["district": district]),
                columns: [try words["profile.pyramid.age"]] + (try columns.map { try words[$0] }),
                rows: try zip(pyramid.bands, bands).map { band, shares in
                    let all =
                        [shares.men, shares.women] + (hasReference ? [shares.referenceMen, shares.referenceWomen] : [])
                    return (try writer.text(band.age), try all.map { try writer.cell(number: $0) })
                }
            ))
    }

    private static func size(_ band: PyramidBand) -> Int { (band.men?.scaled ?? 0) + (band.women?.scaled ?? 0) }

    private static func label(_ age: AgeRange) -> String { age.isOpen ? "\(age.from)+" : "\(age.from)–\(age.to)" }
}

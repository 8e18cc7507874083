import Disclosure
import Geography
import Profiles

/// The pictures of pages that are shared most: places and indicators. What is withheld is in none of them.
extension PageWriter {
    /// What stands at the foot of every picture.
    fileprivate func shareFoot() throws -> String {
        "\(try words["site.name"]) · \(try words.phrase("figure.edition", ["edition": set.edition.id]))"
    }
}

extension FrontPage {
    func sharePicture(_ writer: PageWriter) throws -> SharePicture? {
        SharePicture(
            kind: try writer.words["site.name"], title: try writer.words["front.title"],
            subtitle: try writer.list(cities.map { $0.city.name[writer.language] }), number: nil,
            foot: try writer.shareFoot())
    }
}

extension CityPage {
    func sharePicture(_ writer: PageWriter) throws -> SharePicture? {
        let count = splits.reduce(0) { $0 + $1.profiles.count }
        let name = city.name[writer.language]
        return SharePicture(
            kind: try writer.words.phrase("city.kind", ["edition": writer.set.edition.id]), title: name,
            subtitle: try writer.words.phrase(
                "city.lead", count: count, ["city": name, "count": writer.numbers.text(count)]),
            number: nil, foot: try writer.shareFoot())
    }
}

extension ProfilePage {
    func sharePicture(_ writer: PageWriter) throws -> SharePicture? {
        let place = profile.place
        return SharePicture(
            kind: try writer.words.phrase("profile.kind", ["edition": writer.set.edition.id]),
            title: place.district.name[writer.language], subtitle: place.city.name[writer.language],
            number: try profile.population.flatMap { figure in
                try figure.value.estimate.map { estimate in
                    (
                        writer.numbers.text(estimate.value),
                        try writer.words.phrase("profile.population", ["year": "\(figure.key.period.end)"])
                    )
                }
            }, foot: try writer.shareFoot())
    }
}

extension FactSheetPage {
    func sharePicture(_ writer: PageWriter) throws -> SharePicture? {
        SharePicture(
            kind: try writer.words["indicator.kind"], title: writer.text(sheet.indicator).title,
            subtitle: try writer.list(sheet.tables.map { $0.city.name[writer.language] }),
            number: try sheet.country.newest.flatMap { figure in
                try writer.spoken(figure, of: sheet.indicator).map { text in
                    (text, "\(try writer.words["place.country"]), \(writer.text(figure.key.period))")
                }
            }, foot: try writer.shareFoot())
    }
}

import Disclosure
import Geography
import Indicators
import LocatedInput
import Profiles

/// An indicator as schema.org's `Dataset`, which search engines for data read.
struct DatasetDescription {
    let sheet: FactSheet
    let writer: PageWriter

    private var indicator: IndicatorDefinition { sheet.indicator }
    private var identity: SiteIdentity { writer.set.identity }

    /// The description; `nil` where the site has no address.
    var json: JSONText? {
        guard let address = identity.address(of: .factSheet(writer.language, indicator.id)) else { return nil }
        let text = writer.text(indicator)
        var members: [(String, JSONText)] = [
            ("@type", .string("Dataset")), ("@id", .string("\(address)#dataset")), ("url", .string(address)),
            ("name", .string(text.title)), ("description", .string(text.definition)),
            ("identifier", .string(indicator.id.id)), ("inLanguage", .string(writer.language.rawValue)),
            ("license", .string(identity.licence.address)), ("isAccessibleForFree", .truth(true)),
            ("version", .string(writer.set.edition.id)),
            ("dateModified", .string(writer.set.edition.date.description)),
            ("creator", organisation(named: identity.publisher)),
            ("publisher", organisation(named: identity.publisher)), ("variableMeasured", .string(text.title)),
            ("spatialCoverage", .list(places.map(place))), ("distribution", .list(downloads)),
        ]
        if let source { members.append(("isBasedOn", .string(source.name[writer.language]))) }
        let periods = writer.set.maker.table.periods(of: indicator.id)
        if let first = periods.map(\.start).min(), let last = periods.map(\.end).max() {
            members.append(("temporalCoverage", .string("\(first)/\(last)")))
        }
        return .object(members)
    }

    private var source: SourceNote? { writer.set.sources.first { $0.register == indicator.register } }

    private func organisation(named name: Translated<String>) -> JSONText {
        .object([("@type", .string("Organization")), ("name", .string(name[writer.language]))])
    }

    private var places: [String] { sheet.tables.map { $0.city.name[writer.language] } }

    private func place(_ name: String) -> JSONText {
        .object([("@type", .string("Place")), ("name", .string("\(name), NO"))])
    }

    private var downloads: [JSONText] {
        let types: [(Download, String)] = [
            (.table(indicator.id), "text/csv"), (.jsonStat(indicator.id), "application/json"),
        ]
        return types.compactMap { download, type in
            guard writer.set.downloads.contains(download) else { return nil }
            return identity.address(of: download.path(in: writer.set.edition)).map { address in
                .object([
                    ("@type", .string("DataDownload")), ("encodingFormat", .string(type)),
                    ("contentUrl", .string(address)),
                ])
            }
        }
    }
}

import Checksum
import Disclosure
import Foundation
import Geography
import Indicators
import LocatedInput
import Parallel
import Profiles
import Registers
import Rendering

/// `data/catalog.jsonld`: what there is to download, as DCAT-AP-NO 3.0 for data.norge.no.
///
/// Each indicator is a dataset of its own, whose identity is the same in every edition: people look for a subject, and
/// an indicator has its own definition, source and years. All figures of an edition together are a dataset in a series
/// of editions. The catalogue lies outside the editions' folders, so that it is always harvested from one place.
struct DataCatalogue {
    /// Where the site lies.
    let address: String
    let definitions: EditionDefinitions
    let table: PublishedTable
    /// The files that the catalogue tells the sizes and checksums of.
    let tree: SiteTree

    private var identity: SiteIdentity { definitions.identity }
    private var edition: Edition { definitions.edition }
    private var own: String { address + SitePath.catalogue.text }

    /// The document. Throws where a phrase is missing.
    func document() throws(InputFailure) -> String {
        let indicators = definitions.publisher.library.indicators
        var datasets: [(id: String, json: JSONText)] = [try allFigures()]
        for indicator in indicators { datasets.append(try dataset(of: indicator)) }
        return JSONText.object([
            ("@context", Self.context),
            (
                "@graph",
                .list(
                    [publisher, contact, try catalogue(of: datasets.map(\.id)), try series()] + datasets.map(\.json))
            ),
        ]).text
    }

    // MARK: - Who

    private var publisherID: String {
        identity.organisation.map { "https://organization-catalog.fellesdatakatalog.digdir.no/organizations/\($0)" }
            ?? address + "#publisher"
    }

    private var publisher: JSONText {
        var members: [(String, JSONText)] = [
            ("@id", .string(publisherID)), ("@type", .string("foaf:Agent")),
            ("foaf:name", .translations(identity.publisher)),
        ]
        if let number = identity.organisation { members.append(("dct:identifier", .string(number))) }
        return .object(members)
    }

    private var contact: JSONText {
        .object([
            ("@id", .string(own + "#contact")), ("@type", .string("vcard:Organization")),
            ("vcard:fn", .translations(identity.contact.name)),
            ("vcard:hasEmail", reference("mailto:" + identity.contact.email)),
        ])
    }

    // MARK: - What

    /// What a catalogue, a series and a dataset all say.
    private func resource(_ type: String, _ id: String, _ title: Translated<String>, _ description: Translated<String>)
        -> [(String, JSONText)]
    {
        [
            ("@id", .string(id)), ("@type", .string(type)), ("dct:title", .translations(title)),
            ("dct:description", .translations(description)), ("dct:publisher", reference(publisherID)),
            ("dcat:contactPoint", reference(own + "#contact")), ("dct:modified", date(edition.date.description)),
        ]
    }

    private func catalogue(of datasets: [String]) throws(InputFailure) -> JSONText {
        let members = resource(
            "dcat:Catalog", own + "#catalog", try phrase("site.name"), try phrase("site.description"))
        return .object(
            members + [
                ("foaf:homepage", reference(address)), ("dct:license", licence),
                ("dct:language", .list(Language.written.map { reference(Self.language($0)) })),
                ("dct:spatial", reference(Self.norway)),
                ("dcat:themeTaxonomy", reference("http://publications.europa.eu/resource/authority/data-theme")),
                ("dcat:dataset", .list(([own + "#series"] + datasets).map(reference))),
            ])
    }

    private func series() throws(InputFailure) -> JSONText {
        let members = resource(
            "dcat:DatasetSeries", own + "#series", try phrase("data.series"),
            try phrase("data.series-description"))
        return .object(members + [themes, ("dct:spatial", reference(Self.norway)), frequency])
    }

    private func allFigures() throws(InputFailure) -> (String, JSONText) {
        let id = own + "#edition-\(edition.id)"
        let indicators = definitions.publisher.library.indicators
        let all = try phrase("data.all")
        let title = try Translated { language throws(InputFailure) in
            try definitions.wordings[language].phrase(
                "data.edition", ["title": all[language], "edition": edition.id])
        }
        let members = resource("dcat:Dataset", id, title, try phrase("data.all-description"))
        let more = try common(
            id, periods: indicators.flatMap { table.periods(of: $0.id) }, source: definitions.allSources,
            page: .tables(.nb), keywords: definitions.publisher.library.themes.map(\.titles))
        return (
            id,
            .object(
                members + more + [
                    ("dcat:inSeries", reference(own + "#series")), ("dcat:version", .string(edition.id)),
                    ("dct:issued", date(edition.date.description)),
                    (
                        "dcat:distribution",
                        .list([
                            try distribution(.figures, "csv", in: Language.written),
                            try distribution(.spreadsheet, "spreadsheet", in: [.nb]),
                        ])
                    ),
                ])
        )
    }

    private func dataset(of indicator: IndicatorDefinition) throws(InputFailure) -> (String, JSONText) {
        let id = own + "#\(indicator.id)"
        let title = try Translated { language throws(InputFailure) in
            try definitions.wordings[language].phrase(
                "data.dataset", ["title": indicator.texts[language].title])
        }
        let members = resource("dcat:Dataset", id, title, indicator.texts.map { $0.definition })
        let theme = definitions.publisher.library.themes.first { $0.id == indicator.theme }
        let more = try common(
            id, periods: table.periods(of: indicator.id), source: definitions.source(of: indicator),
            page: .factSheet(.nb, indicator.id), keywords: [theme?.titles].compactMap(\.self))
        return (
            id,
            .object(
                members + more + [
                    (
                        "dcat:distribution",
                        .list([
                            try distribution(.table(indicator.id), "csv", in: Language.written),
                            try distribution(.jsonStat(indicator.id), "json-stat", in: [.nb]),
                        ])
                    )
                ])
        )
    }

    /// What all datasets say.
    private func common(
        _ id: String, periods: [Period], source: Translated<String>, page: SitePath, keywords: [Translated<String>]
    ) throws(InputFailure) -> [(String, JSONText)] {
        var words: [Translated<String>] = keywords
        for key in ["district", "health", "profile"] { words.append(try phrase("data.keywords.\(key)")) }
        words += definitions.publisher.geography.cities.map { city in Translated { city.name[$0] } }
        var members: [(String, JSONText)] = [
            ("dct:identifier", .string(id)), themes, frequency,
            ("dcat:landingPage", reference(identity.address(of: page) ?? address)),
            ("foaf:page", reference(identity.address(of: .about(.nb, .method)) ?? address)),
            ("dct:accessRights", reference("http://publications.europa.eu/resource/authority/access-right/PUBLIC")),
            ("dct:spatial", reference(Self.norway)),
            (
                "dct:provenance",
                .object([("@type", .string("dct:ProvenanceStatement")), ("rdfs:label", .translations(source))])
            ),
            ("dcat:keyword", .list(words.flatMap(Self.keyword))),
        ]
        if let first = periods.map(\.start).min(), let last = periods.map(\.end).max() {
            members.append(
                (
                    "dct:temporal",
                    .object([
                        ("@type", .string("dct:PeriodOfTime")), ("dcat:startDate", date("\(first)-01-01")),
                        ("dcat:endDate", date("\(last)-12-31")),
                    ])
                ))
        }
        return members
    }

    private func distribution(_ download: Download, _ format: String, in languages: [Language]) throws(InputFailure)
        -> JSONText
    {
        let path = download.path(in: edition)
        let data = tree[path.text] ?? Data()
        let isTable = format != "json-stat"
        return .object([
            ("@type", .string("dcat:Distribution")),
            ("dct:title", .translations(try phrase("data.distributions.\(format)"))),
            ("dcat:accessURL", reference(address + path.text)), ("dcat:downloadURL", reference(address + path.text)),
            (
                "dct:format",
                reference("http://publications.europa.eu/resource/authority/file-type/\(isTable ? "CSV" : "JSON")")
            ),
            (
                "dcat:mediaType",
                reference("https://www.iana.org/assignments/media-types/\(isTable ? "text/csv" : "application/json")")
            ),
            (
                "dct:conformsTo",
                .list(
                    isTable
                        ? [
                            reference("https://www.w3.org/TR/tabular-data-model/"),
                            reference(address + download.columnsPath(in: edition).text),
                        ] : [reference("https://json-stat.org/full/")])
            ),
            ("dct:license", licence), ("dct:language", .list(languages.map { reference(Self.language($0)) })),
            ("dct:modified", date(edition.date.description)),
            (
                "adms:status",
                reference("http://publications.europa.eu/resource/authority/distribution-status/COMPLETED")
            ),
            (
                "dcatap:availability",
                reference("http://publications.europa.eu/resource/authority/planned-availability/STABLE")
            ),
            ("dcat:byteSize", typed("\(data.count)", "xsd:nonNegativeInteger")),
            (
                "spdx:checksum",
                .object([
                    ("@type", .string("spdx:Checksum")),
                    ("spdx:algorithm", reference("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")),
                    ("spdx:checksumValue", typed(Checksum.sha256(data), "xsd:hexBinary")),
                ])
            ),
        ])
    }

    // MARK: - Parts

    private var themes: (String, JSONText) {
        (
            "dcat:theme",
            .list(
                identity.dataThemes.map {
                    reference("http://publications.europa.eu/resource/authority/data-theme/\($0)")
                })
        )
    }

    private var frequency: (String, JSONText) {
        (
            "dct:accrualPeriodicity",
            reference("http://publications.europa.eu/resource/authority/frequency/\(identity.frequency)")
        )
    }

    private var licence: JSONText {
        reference("http://publications.europa.eu/resource/authority/licence/\(identity.licence.code)")
    }

    private func reference(_ address: String) -> JSONText { .object([("@id", .string(address))]) }

    private func typed(_ value: String, _ type: String) -> JSONText {
        .object([("@type", .string(type)), ("@value", .string(value))])
    }

    private func date(_ date: String) -> JSONText { typed(date, "xsd:date") }

    private func phrase(_ key: String) throws(InputFailure) -> Translated<String> {
        try Translated { language throws(InputFailure) in try definitions.wordings[language][key] }
    }

    private static func keyword(_ word: Translated<String>) -> [JSONText] {
        Language.written.map { .object([("@language", .string($0.rawValue)), ("@value", .string(word[$0]))]) }
    }

    private static let norway = "http://publications.europa.eu/resource/authority/country/NOR"

    /// The language in the EU's list.
    private static func language(_ language: Language) -> String {
        let code =
            switch language {
            case .nb: "NOB"
            case .nn: "NNO"
            case .en: "ENG"
            case .se: "SME"
            }
        return "http://publications.europa.eu/resource/authority/language/\(code)"
    }

    private static let context: JSONText = .object(
        [
            ("adms", "http://www.w3.org/ns/adms#"), ("dcat", "http://www.w3.org/ns/dcat#"),
            ("dcatap", "http://data.europa.eu/r5r/"), ("dct", "http://purl.org/dc/terms/"),
            ("foaf", "http://xmlns.com/foaf/0.1/"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            ("spdx", "http://spdx.org/rdf/terms#"), ("vcard", "http://www.w3.org/2006/vcard/ns#"),
            ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ].map { ($0, .string($1)) })
}

import Disclosure
import Foundation
import Geography
import Indicators
import LocatedInput
import Parallel
import Profiles
import Rendering

/// The files of figures of one edition, with what their columns mean.
struct EditionData {
    let definitions: EditionDefinitions
    let table: PublishedTable
    /// The labels in every language.
    let words: Translated<OpenDataWords>

    private var edition: Edition { definitions.edition }
    private var indicators: [IndicatorDefinition] { definitions.publisher.library.indicators }

    /// The files of `table`. Throws where a phrase is missing.
    init(_ definitions: EditionDefinitions, _ table: PublishedTable) throws(InputFailure) {
        self.definitions = definitions
        self.table = table
        let indicators = definitions.publisher.library.indicators
        words = try Translated { language throws(InputFailure) in
            try OpenDataWords(definitions.wordings[language], indicators: indicators)
        }
    }

    /// Adds every file to `tree`.
    func add(to tree: inout SiteTree) throws(InputFailure) {
        let areas = AreaCatalogue(definitions.publisher)
        let figures = FiguresTable(
            edition: edition, table: table, library: definitions.publisher.library, areas: areas)
        let parts = figures.parts()
        tree.add(Download.figures.path(in: edition).text, FiguresTable.whole(parts))
        let spreadsheet = SpreadsheetTable(figures: figures, words: words[.nb])
        tree.add(Download.spreadsheet.path(in: edition).text, spreadsheet.csv())
        try addColumns(to: &tree)
        var jobs: [(IndicatorDefinition, DataNotice)] = []
        for indicator in indicators { jobs.append((indicator, try notice(on: indicator))) }
        let wholes = jobs
        let documents = concurrently(jobs.count) { index -> (Data, String, String) in
            let (indicator, notice) = wholes[index]
            let statistics = JSONStat(
                table: table, areas: areas, notice: notice, words: words[.nb], links: links(to: indicator))
            return (
                FiguresTable.whole([parts[index]]), columns(of: .table(indicator.id), indicator, notice).text,
                statistics.document(of: indicator)
            )
        }
        for ((indicator, _), (rows, columns, statistics)) in zip(jobs, documents) {
            let download = Download.table(indicator.id)
            tree.add(download.path(in: edition).text, rows)
            tree.add(download.columnsPath(in: edition).text, text: columns)
            tree.add(Download.jsonStat(indicator.id).path(in: edition).text, text: statistics)
        }
    }

    /// What the columns of the tables of all figures mean.
    private func addColumns(to tree: inout SiteTree) throws(InputFailure) {
        let title = try phrase("data.all")
        let description = try phrase("data.all-description")
        let notice = try self.notice(titled: title, from: definitions.allSources)
        for (download, dialect) in [
            (Download.figures, CSVWDocument.Dialect.programs), (.spreadsheet, .spreadsheets),
        ] {
            let document = CSVWDocument(
                file: download.path(in: edition).name, dialect: dialect, title: title, description: description,
                notice: notice, words: words)
            tree.add(download.columnsPath(in: edition).text, text: document.text)
        }
    }

    private func columns(of download: Download, _ indicator: IndicatorDefinition, _ notice: DataNotice) -> CSVWDocument
    {
        CSVWDocument(
            file: download.path(in: edition).name, dialect: .programs, title: indicator.texts.map { $0.title },
            description: indicator.texts.map { $0.definition }, notice: notice, words: words)
    }

    /// The whole addresses of what belongs to `indicator`; the demonstration has none, since nobody is to take it for
    /// real.
    private func links(to indicator: IndicatorDefinition) -> DataLinks? {
        let identity = definitions.identity
        guard !edition.isSynthetic,
            let own = identity.address(of: Download.jsonStat(indicator.id).path(in: edition)),
            let page = identity.address(of: .factSheet(.nb, indicator.id)),
            let table = identity.address(of: Download.table(indicator.id).path(in: edition))
        else { return nil }
        return DataLinks(own: own, page: page, table: table)
    }

    // MARK: - What files say of themselves

    private func notice(on indicator: IndicatorDefinition) throws(InputFailure) -> DataNotice {
        try notice(titled: indicator.texts.map { $0.title }, from: definitions.source(of: indicator))
    }

    private func notice(titled title: Translated<String>, from source: Translated<String>) throws(InputFailure)
        -> DataNotice
    {
        let citation = try Translated { language throws(InputFailure) in
            try definitions.citation(of: title[language], from: source[language], in: language)
        }
        return DataNotice(edition: edition, identity: definitions.identity, source: source, citation: citation)
    }

    private func phrase(_ key: String) throws(InputFailure) -> Translated<String> {
        try Translated { language throws(InputFailure) in try definitions.wordings[language][key] }
    }
}

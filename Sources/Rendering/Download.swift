import Indicators
import Profiles

/// A file of figures that pages offer their readers.
public enum Download: Hashable, Sendable {
    /// Every published figure, for programs.
    case figures
    /// Every published figure, for Norwegian spreadsheets.
    case spreadsheet
    /// What the columns of ``figures`` mean, as CSVW.
    case columns
    /// The rows of ``figures`` that are about one indicator.
    case table(IndicatorID)
    /// One indicator as JSON-stat 2.0.
    case jsonStat(IndicatorID)
    /// What there is to download, for data.norge.no.
    case catalogue
    /// What the audit of the published figures tried and found.
    case audit
    /// Which counts the edition and all before it have given away, and which not.
    case ledger

    /// Where the file lies.
    public func path(in edition: Edition) -> SitePath {
        switch self {
        case .figures: .data(edition, "figures.csv")
        case .spreadsheet: .data(edition, "figures-no.csv")
        case .columns: .data(edition, "figures.csv-metadata.json")
        case .table(let indicator): .data(edition, "\(indicator).csv")
        case .jsonStat(let indicator): .data(edition, "\(indicator).json")
        case .catalogue: .catalogue
        case .audit: .data(edition, "disclosure-audit.json")
        case .ledger: .data(edition, "ledger.csv")
        }
    }

    /// Where what its columns mean lies, as CSVW looks for it; for a table of figures.
    public func columnsPath(in edition: Edition) -> SitePath {
        let path = path(in: edition)
        return path.sibling("\(path.name)-metadata.json")
    }

    /// The files about `indicator` alone.
    static func about(_ indicator: IndicatorID) -> Set<Download> { [.table(indicator), .jsonStat(indicator)] }
}

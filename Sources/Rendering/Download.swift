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
    /// One indicator as JSON-stat 2.0.
    case jsonStat(IndicatorID)
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
        case .jsonStat(let indicator): .data(edition, "\(indicator).json")
        case .audit: .data(edition, "disclosure-audit.json")
        case .ledger: .data(edition, "ledger.csv")
        }
    }
}

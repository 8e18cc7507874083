import Disclosure
import LocatedInput

extension ReleaseLedger {
    /// The ledger in `folders` that the next edition is added to, empty where none is named; `nil` with findings where it
    /// isn't whole, or has an `edition` of that id already.
    static func beforeNext(
        _ folders: SiteFolders, edition id: String?, _ diagnostics: inout Diagnostics
    ) -> ReleaseLedger? {
        guard let path = folders.ledger else { return .empty }
        guard let file = InputFile(reading: path, &diagnostics), let ledger = load(file, &diagnostics) else {
            return nil
        }
        guard let id, ledger.holds(edition: id) else { return ledger }
        diagnostics.emit(.releasedAlready(id, at: SourceLocation(file: path)))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func releasedAlready(_ id: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "ReleasedAlready", at: location, "edition '\(id)' has been published",
            remedy: "give the next edition an id of its own, or leave out '--ledger' to make the same one again")
    }
}

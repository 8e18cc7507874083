import Geography
@_spi(Confidential) import Indicators
import LocatedInput
import Registers

/// What is given away before an edition goes out: the release ledger, and where its places are found today.
struct Release: Sendable {
    let ledger: ReleaseLedger
    let places: LedgerPlaces
    /// The ledger's file, for findings.
    let file: String

    /// The cells of `register` that earlier editions have given away.
    func given(
        _ register: RegisterID, _ names: CountedText, _ diagnostics: inout Diagnostics
    ) -> Set<RegisterCells.Key> {
        var given: Set<RegisterCells.Key> = []
        for edition in ledger.editions {
            for entry in edition.entries where entry.register == register && !entry.shown.isEmpty {
                guard let group = names.group(entry.counted) else {
                    diagnostics.emit(.countLost(entry, edition.id, in: file))
                    continue
                }
                guard let place = places.place(entry.place, of: edition.geographyDate) else {
                    diagnostics.emit(.placeLost(entry, edition.id, in: file))
                    continue
                }
                for period in entry.shown {
                    given.insert(RegisterCells.Key(quantity: .group(group), place: place, period: period))
                }
            }
        }
        return given
    }
}

extension Diagnostic {
    fileprivate static func countLost(_ entry: ReleaseLedger.Entry, _ edition: String, in file: String) -> Diagnostic {
        Diagnostic(
            .error, "ReleasedCountLost", at: SourceLocation(file: file),
            "edition '\(edition)' gave away '\(entry.counted)' of register '\(entry.register)', which the register does "
                + "not tell any more, so that nobody can say what follows from both",
            remedy: "deliver the register with the same categories, sexes and ages, or publish nothing of it")
    }

    fileprivate static func placeLost(_ entry: ReleaseLedger.Entry, _ edition: String, in file: String) -> Diagnostic {
        Diagnostic(
            .error, "ReleasedPlaceLost", at: SourceLocation(file: file),
            "edition '\(edition)' gave away figures of '\(entry.place)', which cannot be made up from today's units, so "
                + "that nobody can say what follows from both",
            remedy: "keep the rows of the place in geography/, with the dates it had")
    }
}

import Checksum
import Foundation
import Geography
import LocatedInput
import Registers

/// Everything that editions have given away, edition by edition: what later ones cannot take back.
///
/// A file to which each edition adds its rows and seals it with the checksum of all that stands above, so that a changed
/// row is noticed. It says which counts were shown, and never what they were.
public struct ReleaseLedger: Sendable {
    /// Counts of one kind in one place.
    struct Entry: Hashable, Sendable {
        /// The register.
        let register: RegisterID
        /// What was counted; see ``CountedText``.
        let counted: String
        /// `0`, a kommune's code, or a district as `city/split/code`.
        let place: String
        /// The periods whose counts figures gave away.
        let shown: [Period]
        /// The periods of which figures were withheld.
        let withheld: [Period]
    }

    /// One edition's rows.
    struct Edition: Sendable {
        /// What the edition is called.
        let id: String
        /// The day whose districts it was about.
        let geographyDate: CalendarDate
        let entries: [Entry]
    }

    /// The editions, oldest first.
    let editions: [Edition]
    /// The file.
    public let text: String

    /// A ledger of no edition.
    public static let empty = ReleaseLedger(editions: [], text: "")

    private init(editions: [Edition], text: String) {
        self.editions = editions
        self.text = text
    }

    /// True if an edition called `id` is in it.
    public func holds(edition id: String) -> Bool { editions.contains { $0.id == id } }

    /// The days whose districts its editions were about.
    var geographyDates: Set<CalendarDate> { Set(editions.map(\.geographyDate)) }

    // MARK: - Writing

    private static let header = "edition,geography_date,register,counted,place,shown,withheld,seal\n"

    /// The same ledger with one more edition.
    func adding(_ edition: Edition) -> ReleaseLedger {
        var text = text.isEmpty ? Self.header : text
        let start = "\(edition.id),\(edition.geographyDate),"
        for entry in edition.entries {
            let shown = entry.shown.map(\.code).joined(separator: " ")
            let withheld = entry.withheld.map(\.code).joined(separator: " ")
            text += start + "\(entry.register),\(entry.counted),\(entry.place),\(shown),\(withheld),\n"
        }
        text += start + ",,,,,\(Self.seal(text))\n"
        return ReleaseLedger(editions: editions + [edition], text: text)
    }

    private static func seal(_ text: some StringProtocol) -> String { Checksum.sha256(Data(text.utf8)) }

    // MARK: - Reading

    /// Reads a ledger; diagnostics and `nil` if it isn't whole, as it was written.
    public static func load(_ file: InputFile, _ diagnostics: inout Diagnostics) -> ReleaseLedger? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let text = String(decoding: file.data, as: UTF8.self)
        var editions: [Edition] = []
        var entries: [Entry] = []
        var open: (id: String, date: CalendarDate)?
        var start = text.startIndex
        var number = 0
        while start < text.endIndex {
            number += 1
            let end = text[start...].firstIndex(of: "\n") ?? text.endIndex
            let line = text[start..<end]
            let location = SourceLocation(file: file.path, line: number, column: 1)
            defer { start = end < text.endIndex ? text.index(after: end) : end }
            if number == 1 {
                guard line + "\n" == Self.header else {
                    found.emit(.notALedger(at: location))
                    return nil
                }
                continue
            }
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 8, let date = CalendarDate(fields[1]), open.map({ $0 == (fields[0], date) }) ?? true
            else {
                found.emit(.brokenRow(at: location))
                return nil
            }
            open = (fields[0], date)
            if fields[7].isEmpty {
                guard let entry = Entry(fields) else {
                    found.emit(.brokenRow(at: location))
                    return nil
                }
                entries.append(entry)
            } else {
                guard fields[7] == Self.seal(text[..<start]), end < text.endIndex else {
                    found.emit(.brokenSeal(fields[0], at: location))
                    return nil
                }
                editions.append(Edition(id: fields[0], geographyDate: date, entries: entries))
                entries = []
                open = nil
            }
        }
        if editions.isEmpty || open != nil {
            found.emit(.noSeal(at: SourceLocation(file: file.path, line: max(1, number), column: 1)))
            return nil
        }
        return ReleaseLedger(editions: editions, text: text)
    }
}

extension ReleaseLedger.Entry {
    /// The entry in the fields of a row.
    fileprivate init?(_ fields: [String]) {
        func periods(_ text: String) -> [Period]? {
            let codes = text.split(separator: " ")
            let periods = codes.compactMap { Period(code: String($0)) }
            return periods.count == codes.count ? periods : nil
        }
        guard let shown = periods(fields[5]), let withheld = periods(fields[6]) else { return nil }
        self.init(
            register: RegisterID(fields[2]), counted: fields[3], place: fields[4], shown: shown, withheld: withheld)
    }
}

extension Diagnostic {
    fileprivate static func notALedger(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotALedger", at: location, "this is no release ledger",
            remedy: "give the file 'ledger.csv' of the newest edition that was published")
    }

    fileprivate static func brokenRow(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "BrokenLedger", at: location, "this row is not as a release ledger is written",
            remedy: "take the file from the published edition again")
    }

    fileprivate static func brokenSeal(_ edition: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "BrokenLedger", at: location,
            "something above has been changed since edition '\(edition)' was published",
            remedy: "take the file from the published edition again")
    }

    fileprivate static func noSeal(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "BrokenLedger", at: location, "the ledger ends before its last edition is sealed",
            remedy: "take the file from the published edition again")
    }
}

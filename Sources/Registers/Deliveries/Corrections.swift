import LocatedInput

/// The corrections to deliveries, of all registers: `indicators/corrections.yaml`.
@_spi(Confidential) public struct Corrections: Sendable {
    /// The name of the file.
    public static let fileName = "corrections.yaml"

    /// The corrections in the order they are written.
    public let all: [Correction]

    /// No corrections.
    public static let none = Corrections(all: [])

    /// Reads the corrections in `folder`; there are none where there is no file. All faults are reported; `nil` if one
    /// was an error.
    public static func load(
        from folder: InputFolder, registers: [RegisterDefinition], _ diagnostics: inout Diagnostics
    ) -> Corrections? {
        guard folder.has(fileName) else { return Corrections.none }
        guard let file = InputFile(reading: folder.file(fileName), &diagnostics) else { return nil }
        return Corrections(file, registers: registers, &diagnostics)
    }

    private init(all: [Correction]) { self.all = all }

    /// Reads the corrections in `file`.
    init?(_ file: InputFile, registers: [RegisterDefinition], _ diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let records = YAMLValue(file, &found)?.sequence(&found) else { return nil }
        var first: [RegisterID: [DeliveredCell.Key: SourceLocation]] = [:]
        let all = records.compactMap { record -> Correction? in
            guard let mapping = record.mapping(&found),
                let correction = Correction(mapping, registers: registers, &found)
            else { return nil }
            if let other = first[correction.register]?[correction.key] {
                found.emit(.correctedTwice(correction, other))
            }
            first[correction.register, default: [:]][correction.key] = correction.location
            return correction
        }
        guard !found.hasErrors else { return nil }
        self.all = all
    }

    /// Corrects the figures of `register`, delivered and stacked, wherever they are kept, and returns the corrections
    /// that were made.
    ///
    /// `reading` is asked what a cell says: `nil` for a place nobody delivered, and for a cell without a record what the
    /// register's layout says that means. `write` is handed what the cell says from now on. A correction whose `from` is
    /// not what the cell says, or whose cell is not there, is an error, and nothing is written for it.
    @discardableResult func apply(
        to register: RegisterID, _ diagnostics: inout Diagnostics,
        reading: (DeliveredCell.Key) -> DeliveredCell.Reading?,
        write: (DeliveredCell.Key, DeliveredCell.Reading) -> Void
    ) -> [Correction] {
        all.filter { $0.register == register }.filter { correction in
            guard let present = reading(correction.key) else {
                diagnostics.emit(.unapplied(correction))
                return false
            }
            guard present == correction.from else {
                diagnostics.emit(.otherFigure(correction))
                return false
            }
            write(correction.key, correction.to)
            return true
        }
    }

    /// Corrects `cells`, the delivered and stacked figures of `register`, of which no two are about the same, and returns
    /// the corrections that were made.
    @discardableResult func apply(
        to cells: inout [DeliveredCell], of register: RegisterID, _ diagnostics: inout Diagnostics
    ) -> [Correction] {
        let wanted = Set(all.filter { $0.register == register }.map(\.key))
        guard !wanted.isEmpty else { return [] }
        var places: [DeliveredCell.Key: Int] = [:]
        for (index, cell) in cells.enumerated() where wanted.contains(cell.key) { places[cell.key] = index }
        var corrected = cells
        let applied = apply(to: register, &diagnostics) { key in
            places[key].map { cells[$0].count }
        } write: { key, reading in
            if let place = places[key] { corrected[place].count = reading }
        }
        cells = corrected
        return applied
    }
}

extension Diagnostic {
    fileprivate static func correctedTwice(_ correction: Correction, _ other: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "CorrectedTwice", at: correction.location, "the cell is corrected at \(other) already",
            remedy: "keep the correction that holds")
    }

    fileprivate static func unapplied(_ correction: Correction) -> Diagnostic {
        Diagnostic(
            .error, "UnappliedCorrection", at: correction.location,
            "no delivery of '\(correction.register)' has a figure for \(correction.key)",
            remedy:
                "name the place by the owner's code as delivered, or remove the correction if it is no longer needed")
    }

    fileprivate static func otherFigure(_ correction: Correction) -> Diagnostic {
        Diagnostic(
            .error, "CorrectionDoesNotFit", at: correction.location,
            "'from' is not what is delivered in '\(correction.register)' for \(correction.key)",
            remedy: "the owner may have corrected it: remove the correction, or write what is delivered now")
    }
}

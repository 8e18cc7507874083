import LocatedInput

/// One file of a delivery, read into cells.
struct DeliveredFile: Sendable {
    /// The file and its delivery.
    let entry: DeliveryStack.Entry
    /// Its cells that have the say, in the order they were written.
    let cells: [DeliveredCell]

    /// The cells in `file`, written in any format of `layout` but ``DeliveryLayout/Format/longCSV``, which is not read
    /// cell by cell. All faults are reported, and the cells they concern are left out.
    static func cells(
        in file: InputFile, _ layout: DeliveryLayout, years: ClosedRange<Int>, _ diagnostics: inout Diagnostics
    ) -> [DeliveredCell] {
        switch layout.format {
        case .longCSV: []
        case .statBankCSV: StatBankDelivery.read(file, layout, years: years, &diagnostics)
        case .px:
            PXFile.read(file, encoding: layout.encoding, &diagnostics)?.delivered(layout, years: years, &diagnostics)
                ?? []
        case .jsonStat: JSONStatFile.read(file, &diagnostics)?.delivered(layout, years: years, &diagnostics) ?? []
        }
    }
}

extension DeliveryStack {
    /// Opens and reads every file, layer by layer, and keeps the cells that have the say. For every format but
    /// ``DeliveryLayout/Format/longCSV``. Two cells of one layer that tell of the same are an error, and so is a year of
    /// a delivery that none of its files has figures for. All faults are reported.
    mutating func readFiles(_ layout: DeliveryLayout, _ diagnostics: inout Diagnostics) -> [DeliveredFile] {
        var files: [DeliveredFile] = []
        var found = Array(repeating: Set<Int>(), count: deliveries.count)
        for layer in layers {
            var first: [DeliveredCell.Key: SourceLocation] = [:]
            var yearsOfLayer: Set<Int> = []
            for entry in layer.entries {
                guard let file = entry.delivery.open(entry.file, &diagnostics) else { continue }
                let cells = DeliveredFile.cells(in: file, layout, years: entry.delivery.years, &diagnostics)
                let years = Set(cells.map(\.year))
                yearsOfLayer.formUnion(years)
                if let index = deliveries.firstIndex(where: { $0.folder == entry.delivery.folder }) {
                    found[index].formUnion(years)
                }
                let open = cells.filter { !isSettled($0.year) }
                var reported: Set<String> = []
                for cell in open {
                    guard let other = first.updateValue(cell.location, forKey: cell.key) else { continue }
                    first[cell.key] = other
                    if reported.insert("\(cell.year) \(other.file)").inserted {
                        diagnostics.emit(.twoForOneCell(cell, other))
                    }
                }
                files.append(DeliveredFile(entry: entry, cells: open))
            }
            settle(yearsOfLayer, by: layer)
        }
        for (delivery, years) in zip(deliveries, found) {
            delivery.reportMissingYears(found: years, &diagnostics)
        }
        return files
    }
}

extension Diagnostic {
    /// The first such cell of a year and pair of files stands for the rest.
    fileprivate static func twoForOneCell(_ cell: DeliveredCell, _ other: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "TwoForOneCell", at: cell.location, "\(cell.key) has a figure at \(other) already",
            remedy: "deliver each figure once: take the file away that no longer holds, or mark it as provisional")
    }
}

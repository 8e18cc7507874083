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
    /// a delivery that none of its files has figures for, unless a file could not be
    /// read whole. All faults are reported.
    mutating func readFiles(_ layout: DeliveryLayout, _ diagnostics: inout Diagnostics) -> [DeliveredFile] {
        var files: [DeliveredFile] = []
        var yearsFound: [InputFolder: Set<Int>] = [:]
        var faulty: Set<InputFolder> = []
        for layer in layers {
            var first: [DeliveredCell.Key: SourceLocation] = [:]
            var yearsOfLayer: Set<Int> = []
            for entry in layer.entries {
                var found = Diagnostics()
                let cells = entry.delivery.open(entry.file, &found).map {
                    DeliveredFile.cells(in: $0, layout, years: entry.delivery.years, &found)
                }
                let years = Set(cells?.map(\.year) ?? [])
                yearsOfLayer.formUnion(years)
                yearsFound[entry.delivery.folder, default: []].formUnion(years)
                if found.hasErrors { faulty.insert(entry.delivery.folder) }
                diagnostics.merge(found)
                let open = cells?.filter { !isSettled($0.year) } ?? []
                Self.reportDoubles(open, &first, &diagnostics)
                files.append(DeliveredFile(entry: entry, cells: open))
            }
            settle(yearsOfLayer, by: layer)
        }
        for delivery in deliveries where !faulty.contains(delivery.folder) {
            delivery.reportMissingYears(found: yearsFound[delivery.folder] ?? [], &diagnostics)
        }
        return files
    }

    /// Reports cells that are among `first`, those of other files of the layer and where they were written.
    private static func reportDoubles(
        _ cells: [DeliveredCell], _ first: inout [DeliveredCell.Key: SourceLocation], _ diagnostics: inout Diagnostics
    ) {
        var reported: [String: Set<Int>] = [:]
        for cell in cells {
            guard let other = first[cell.key] else {
                first[cell.key] = cell.location
                continue
            }
            if reported[other.file, default: []].insert(cell.year).inserted {
                diagnostics.emit(.twoForOneCell(cell, other))
            }
        }
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

import LocatedInput

/// One file of a delivery, read into cells.
struct DeliveredFile: Sendable {
    /// The file and its delivery.
    let entry: DeliveryStack.Entry
    /// Its cells that have the say, in the order they were written; no two are about the same in our codes.
    let cells: [DeliveredCell]
}

extension DeliveryStack {
    /// Opens and reads every file, layer by layer, and keeps the cells that have the say. For every format but
    /// ``DeliveryLayout/Format/longCSV``. Two cells of one layer that tell of the same are an error, and so is a year of
    /// a delivery that none of its files has figures for, unless a file could not be read whole. All faults are reported.
    mutating func readFiles(_ layout: DeliveryLayout, _ diagnostics: inout Diagnostics) -> [DeliveredFile] {
        var files: [DeliveredFile] = []
        var yearsFound: [InputFolder: Set<Int>] = [:]
        var faulty: Set<InputFolder> = []
        var cells = LayerCells(layout)
        for layer in layers {
            cells.beginLayer(settled: settledYears)
            var yearsOfLayer: Set<Int> = []
            for entry in layer.entries {
                let folder = entry.delivery.folder
                var found = Diagnostics()
                defer { diagnostics.merge(found) }
                guard let file = entry.delivery.open(entry.file, &found) else {
                    faulty.insert(folder)
                    continue
                }
                cells.read(file, years: entry.delivery.years, &found)
                if found.hasErrors { faulty.insert(folder) }
                yearsOfLayer.formUnion(cells.years)
                yearsFound[folder, default: []].formUnion(cells.years)
                files.append(DeliveredFile(entry: entry, cells: cells.cells))
            }
            settle(yearsOfLayer, by: layer)
        }
        for delivery in deliveries where !faulty.contains(delivery.folder) {
            delivery.reportMissingYears(found: yearsFound[delivery.folder] ?? [], &diagnostics)
        }
        return files
    }
}

extension LayerCells {
    /// Reads the next file of the layer. All faults are reported, and the cells they concern are left out.
    mutating func read(_ file: InputFile, years: ClosedRange<Int>, _ diagnostics: inout Diagnostics) {
        beginFile(file.path, years: years)
        let layout = codes.layout
        switch layout.format {
        case .longCSV: preconditionFailure("long files are not read cell by cell")
        case .statBankCSV: StatBankDelivery.read(file, into: &self, &diagnostics)
        case .px: PXFile.read(file, encoding: layout.encoding, &diagnostics)?.add(to: &self, &diagnostics)
        case .jsonStat: JSONStatFile.read(file, &diagnostics)?.add(to: &self, &diagnostics)
        }
        codes.reportRest(&diagnostics)
    }
}

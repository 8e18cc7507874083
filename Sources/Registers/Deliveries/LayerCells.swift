import LocatedInput

/// The cells of the files of one layer: no two may be about the same by the owner's codes. Those of a file that are the
/// same in our codes are added up.
struct LayerCells {
    /// What the owner's codes mean.
    var codes: DeliveryCodes
    /// The cells of the file being read that have the say, in the order they were written.
    private(set) var cells: [DeliveredCell] = []
    /// The years of all cells of the file being read.
    private(set) var years: Set<Int> = []
    private let addsUp: Bool
    private var places: [DeliveredCell.Key: Int] = [:]
    private var settled: Set<Int> = []
    private var told: Set<CodedPlace.Numbers> = []
    private var toldBefore: [(path: String, cells: Set<CodedPlace.Numbers>)] = []
    private var path = ""
    private var reported: Set<String> = []

    /// No files yet, of a register that writes as `layout` says.
    init(_ layout: DeliveryLayout) {
        codes = DeliveryCodes(layout)
        addsUp = layout.hasSeveralCodesForOne
    }

    /// Begins with a layer, whose cells of the years `settled` do not have the say.
    mutating func beginLayer(settled: Set<Int>) {
        self.settled = settled
        toldBefore = []
        told = []
    }

    /// Begins with a file of the layer, in a delivery of `years`.
    mutating func beginFile(_ path: String, years: ClosedRange<Int>) {
        if !told.isEmpty { toldBefore.append((self.path, told)) }
        self.path = path
        told = []
        cells = []
        places = [:]
        reported = []
        self.years = []
        codes.begin(path, years: years)
    }

    /// Adds what stands at `location` in the cell `place`.
    mutating func add(
        _ place: CodedPlace, _ content: Cube.Content, at location: SourceLocation, _ diagnostics: inout Diagnostics
    ) {
        if place.isPassedOver { return }
        guard let count = codes.reading(content, at: location, &diagnostics), let key = place.key else { return }
        years.insert(key.ours.year)
        if settled.contains(key.ours.year) { return }
        let cell = DeliveredCell(key.ours, count: count, at: location)
        if !told.insert(key.numbers).inserted { reportDouble(cell, in: path, &diagnostics) }
        for other in toldBefore where other.cells.contains(key.numbers) {
            reportDouble(cell, in: other.path, &diagnostics)
        }
        guard addsUp else { return cells.append(cell) }
        if let index = places[key.ours] {
            cells[index].count = cells[index].count + count
        } else {
            places[key.ours] = cells.count
            cells.append(cell)
        }
    }

    /// Reports the first such cell of a year and other file; it stands for the rest.
    private mutating func reportDouble(
        _ cell: DeliveredCell, in other: String, _ diagnostics: inout Diagnostics
    ) {
        if reported.insert("\(cell.year) \(other)").inserted { diagnostics.emit(.doubledCell(cell, other)) }
    }
}

extension DeliveryLayout {
    /// True if several of the owner's codes mean the same to us, so that their figures are added up.
    fileprivate var hasSeveralCodesForOne: Bool {
        if Set(sexes.values).count < sexes.count || Set(categories.values).count < categories.count { return true }
        if case .bands(let bands) = ages { return Set(bands.values).count < bands.count }
        return false
    }
}

extension DeliveredCell.Reading {
    /// The sum; no number where one of the two is none.
    fileprivate static func + (left: Self, right: Self) -> Self {
        switch (left, right) {
        case (.number(let left), .number(let right)): .number(left + right)
        case (.absent, _): left
        case (_, .absent): right
        }
    }
}

extension Diagnostic {
    fileprivate static func doubledCell(_ cell: DeliveredCell, _ other: String) -> Diagnostic {
        Diagnostic(
            .error, "DoubledCell", at: cell.location, "\(cell.key) has a figure in \(other) already",
            remedy: "deliver each figure once: take the file away that no longer holds, or mark it as provisional")
    }
}

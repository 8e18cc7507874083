import Cells
import Geography
@_spi(Confidential) import Indicators
import Protection

/// Decides which figures of one register are withheld.
///
/// First those whose own counts are small, and whole series of which too many are; then as many more as it takes that
/// nobody can work the small ones out, those that readers need least first.
struct RegisterWithholding {
    /// Why nothing can be decided.
    enum Failure: Error {
        /// What has been given away before, or is public, gives small counts away whatever is withheld.
        case unprotectable
        /// The proof does not hold.
        case notProved
    }

    let cells: RegisterCells

    /// The figures that are withheld, and why.
    func withheldFigures() throws(Failure) -> [FigureKey: WithholdingReason] {
        let own = Set(
            cells.figures.filter { $0.cells.contains { cells.system.cells[$0].isSensitive == true } }.map(\.key))
        var reasons: [FigureKey: WithholdingReason] = [:]
        func note(_ figures: Set<FigureKey>, _ reason: WithholdingReason) {
            for figure in figures where reasons[figure] == nil { reasons[figure] = reason }
        }
        note(own, .ownCount)
        note(wholeSeries(of: own), .wholeSeries)
        guard cells.rules.withholdsMore else { return reasons }
        note(try others(withholding: Set(reasons.keys)), .others)
        note(brokenSeries(of: Set(reasons.keys)), .brokenSeries)
        return reasons
    }

    // MARK: - Series

    /// The figures of one indicator in one place.
    private struct Series: Hashable {
        let indicator: IndicatorID
        let area: Area
    }

    private var series: [[RegisterCells.Figure]] {
        let all = Dictionary(grouping: cells.figures) { Series(indicator: $0.key.indicator, area: $0.key.area) }
        return Array(all.values)
    }

    /// The series of which too many points are withheld for their own counts, or rest on few events.
    private func wholeSeries(of own: Set<FigureKey>) -> Set<FigureKey> {
        var figures: Set<FigureKey> = []
        for points in series {
            let withheld = points.count { own.contains($0.key) }
            let weak = points.count { point in
                let limit = point.rules.series.weak * Double(point.key.period.years)
                return point.events.contains { cells.system.cells[$0].value <= limit }
            }
            let rule = cells.rules.series
            if share(withheld, of: points) > rule.mostWithheld || share(weak, of: points) > rule.mostWeak {
                figures.formUnion(points.map(\.key))
            }
        }
        return figures
    }

    /// The series with too many holes to be read.
    private func brokenSeries(of withheld: Set<FigureKey>) -> Set<FigureKey> {
        var figures: Set<FigureKey> = []
        for points in series
        where share(points.count { withheld.contains($0.key) }, of: points) > cells.rules.series.mostHoles {
            figures.formUnion(points.map(\.key))
        }
        return figures
    }

    private func share(_ count: Int, of points: [RegisterCells.Figure]) -> Double {
        Double(count) / Double(points.count)
    }

    // MARK: - What more is withheld

    /// The figures from which what is small could be worked out once `whole` is withheld, the least that will do.
    ///
    /// Figures of cities are among them only where those of districts don't do, and the country's only where those of
    /// cities don't.
    private func others(withholding whole: Set<FigureKey>) throws(Failure) -> Set<FigureKey> {
        let costs = costs
        for kept in [[Area.Kind.country, .kommune], [.country], []] {
            let system = system(withholding: whole, keeping: Set(kept))
            let found: ProtectedSystem
            do {
                found = try Protector(system, cells.rules.policy, cost: { costs[$0] }).protect()
            } catch {
                continue
            }
            guard found.proof.verify(system, cells.rules.policy, found.pattern).isEmpty else { throw .notProved }
            return Set(cells.figures.filter { $0.cells.contains { found.pattern.withheld[$0] } }.map(\.key))
        }
        throw .unprotectable
    }

    /// The system as it is once `whole` is withheld: what those figures alone would give away is in no table any more.
    /// What figures of the places that are `kept` give away cannot be withheld.
    private func system(withholding whole: Set<FigureKey>, keeping kept: Set<Area.Kind>) -> CellSystem {
        let pattern = cells.pattern(withholding: whole)
        let all = cells.system.cells.enumerated().map { number, cell in
            if !pattern.withheld[number], cell.kind == .cell, case .area(let area) = cells.keys[number].place,
                kept.contains(area.kind)
            {
                return Cell(cell.id, cell.value, kind: .frozen, quantity: cell.quantity, isSensitive: false)
            }
            guard pattern.withheld[number], cell.isSensitive != true else { return cell }
            let least = cell.leastKnown ?? (cells.rules.withholdsZero || cell.quantity == .real ? 0 : 1)
            return Cell(
                cell.id, cell.value, kind: .hidden, quantity: cell.quantity, isSensitive: false,
                largestWithheld: cell.largestWithheld, leastKnown: least, mostKnown: cell.mostKnown)
        }
        return CellSystem(all, cells.system.relations)
    }

    /// What withholding each cell costs readers: the country and cities most, the newest period of a series more than the
    /// older ones, and the newer of those more than the oldest.
    ///
    /// Which of the districts is cheapest is another one for each indicator and the same for all its periods, so that no
    /// district bears it all, and series are kept or dropped.
    private var costs: [Double] {
        var costs = [Double](repeating: 1, count: cells.keys.count)
        for points in series {
            let order = points.map(\.key.period).sorted()
            let turn = points.first.map { 1 + $0.key.turn } ?? 1
            for point in points {
                let age = order.firstIndex(of: point.key.period).map { Double($0 + 1) / Double(order.count) } ?? 1
                let recency = point.key.period == order.last ? 10 : 1 + age
                for cell in point.cells {
                    let part = point.events.contains(cell) ? 1 : 0.05
                    costs[cell] = max(costs[cell], part * recency * turn * point.key.area.weight)
                }
            }
        }
        return costs
    }
}

extension FigureKey {
    /// Where the place stands in the turn of its indicator, from 0 to 1: evenly spread, and the same on every machine.
    fileprivate var turn: Double {
        // FNV-1a, 64 bits, and the multiplications that spread it (MurmurHash3's finaliser).
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(indicator)/\(area.code)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return Double(hash >> 11) / Double(1 << 53 as UInt64)
    }
}

extension Area {
    fileprivate var code: String {
        switch self {
        case .country: "0"
        case .kommune(let code), .unallocated(_, let code): code.digits
        case .district(let split, let code): "\(split)/\(code)"
        }
    }

    /// What sort of place it is.
    fileprivate enum Kind {
        case country, kommune, district
    }

    fileprivate var kind: Kind {
        switch self {
        case .country: .country
        case .kommune: .kommune
        case .district, .unallocated: .district
        }
    }

    /// How much more than a district's figure readers need this one.
    fileprivate var weight: Double {
        switch kind {
        case .country: 1000
        case .kommune: 100
        case .district: 1
        }
    }
}

import Cells

/// Makes one system of everything that is or was published of a long table.
struct TableAssembly {
    private let table: LongTable
    private(set) var publications: [Publication]
    private var drafts: CellDrafts
    private var relations: [Relation] = []
    private var known: Set<HierarchySums.Sum> = []
    private var isTotal: [Bool] = []

    /// The first of `publications` is to be protected, the others are public.
    init(_ table: LongTable, _ publications: [Publication], _ measure: TableSpec.Measure, _ policy: ProtectionPolicy) {
        self.table = table
        self.publications = publications
        drafts = CellDrafts(of: table, measure, policy)
        for publication in publications.indices { takeIn(publication) }
        isTotal = Array(repeating: false, count: drafts.count)
        for publication in self.publications {
            for sum in HierarchySums(publication).sums { append(sum) }
        }
        appendSumsOfParts()
    }

    var system: CellSystem { CellSystem(drafts.cells, relations) }

    private mutating func takeIn(_ publication: Int) {
        let it = publications[publication]
        let names = PatternColumns(it.layout)
        for face in it.layout.faces.indices {
            let keys = it.named.keys[face]
            var amounts = Array(repeating: Amount(), count: keys.count)
            for part in 0..<table.count {
                it.layout.forEachKey(of: part, in: face) { key in
                    guard let place = it.named.place[face][key] else { return }
                    amounts[place].add(part, of: table)
                }
            }
            var cells: [Int] = []
            for (place, key) in keys.enumerated() {
                let set = it.named.sets[face][place]
                let name = { names.name(key, face, prefix: it.prefix) }
                if !it.layout.faces[face].isPublished {
                    cells.append(drafts.add(set, amounts[place], hiddenAs: name()))
                } else if let withheld = it.withheld {
                    cells.append(drafts.add(set, amounts[place], wasWithheld: withheld[face][place], named: name()))
                } else {
                    cells.append(drafts.add(set, amounts[place], named: name()))
                }
            }
            publications[publication].cells.append(cells)
        }
    }

    /// Takes a sum in, unless it is there or says only that two names mean one cell.
    private mutating func append(_ sum: HierarchySums.Sum) {
        let parts = sum.parts.sorted()
        guard parts != [sum.total], known.insert(HierarchySums.Sum(total: sum.total, parts: parts)).inserted
        else { return }
        relations.append(Relation("sum \(relations.count + 1)", total: sum.total, parts: parts))
        isTotal[sum.total] = true
    }

    /// Splits cells that are no sum of others into parts that no publication tells apart.
    private mutating func appendSumsOfParts() {
        let whole = mergedParts()
        var parts: [[Int]] = Array(repeating: [], count: drafts.count)
        var seen: Set<Int> = []
        for it in publications {
            for face in it.layout.faces.indices {
                let fresh = it.cells[face].map { !isTotal[$0] && seen.insert($0).inserted }
                guard fresh.contains(true) else { continue }
                for (number, part) in whole.enumerated() {
                    it.layout.forEachKey(of: part.first, in: face) { key in
                        guard let place = it.named.place[face][key], fresh[place] else { return }
                        parts[it.cells[face][place]].append(number)
                    }
                }
            }
        }
        for (cell, numbers) in parts.enumerated() where numbers.count > 1 {
            let members = numbers.map { number in
                let part = whole[number]
                return drafts.add(part.set, part.amount, partsAs: "part of: \(table.name(part.first))")
            }
            relations.append(Relation("sum \(relations.count + 1)", total: cell, parts: members.sorted()))
        }
    }

    private struct MergedPart {
        let first: Int
        var set: PartSet
        var amount: Amount
    }

    /// The coarsest common refinement: parts that always stand in the same cells are one.
    private func mergedParts() -> [MergedPart] {
        var standsIn = Array(repeating: PartSet(), count: table.count)
        for it in publications {
            for face in it.layout.faces.indices {
                for part in 0..<table.count {
                    it.layout.forEachKey(of: part, in: face) { key in
                        guard let place = it.named.place[face][key] else { return }
                        standsIn[part].add(PartSet(it.cells[face][place]))
                    }
                }
            }
        }
        var merged: [MergedPart] = []
        var index: [PartSet: Int] = [:]
        for part in 0..<table.count {
            let place = index[standsIn[part]] ?? merged.count
            if place == merged.count {
                index[standsIn[part]] = place
                merged.append(MergedPart(first: part, set: PartSet(), amount: Amount()))
            }
            merged[place].set.add(PartSet(part))
            merged[place].amount.add(part, of: table)
        }
        return merged
    }
}

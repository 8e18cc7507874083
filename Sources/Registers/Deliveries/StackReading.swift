import Geography
import LocatedInput

/// How the files of a register's deliveries are read and added up.
struct StackReading: Sendable {
    /// What came of reading.
    struct Counts {
        /// The layers, in the order they have the say.
        let layers: [CountLayer]
        /// The corrections that were made.
        let corrections: [Correction]
    }

    /// The definition of the register.
    let register: RegisterDefinition
    /// How its deliveries are written.
    let layout: DeliveryLayout
    /// How cells are numbered.
    let axes: CountAxes
    /// The destinations of all deliveries.
    let destinations: DestinationTable
    private let plans: [InputFolder: AreaPlan]
    private let context: DeliveredRegister.Context

    /// The day whose places are meant.
    var today: CalendarDate { context.today }

    /// Plans the reading of `stack`; diagnostics and `nil` if the layout does not fit a table of counts.
    init?(
        _ stack: DeliveryStack, _ register: RegisterDefinition, _ layout: DeliveryLayout,
        _ context: DeliveredRegister.Context, _ diagnostics: inout Diagnostics
    ) {
        self.register = register
        self.layout = layout
        self.context = context
        let first = max(register.firstYear, stack.years.lowerBound)
        axes = CountAxes(layout, years: first...max(first, stack.years.upperBound))
        if axes.sexes.values.contains(.both), axes.sexes.values.count > 1 {
            diagnostics.emit(.bothBesideEach(register.id, stack))
        }
        for (age, next) in zip(axes.ages.values, axes.ages.values.dropFirst()) where next.from <= age.to {
            diagnostics.emit(.agesOverlap(age, next, register.id, stack))
        }
        if register.lowestGeography == .part { diagnostics.emit(.partsNotRead(register.id, stack)) }
        Self.checkDates(stack, &diagnostics)
        var table = DestinationTable()
        var plans: [InputFolder: AreaPlan] = [:]
        for delivery in stack.deliveries {
            plans[delivery.folder] = AreaPlan(
                delivery, layout, level: register.lowestGeography, years: axes.years, geography: context.geography,
                today: context.today, &table)
        }
        self.plans = plans
        destinations = table
        if diagnostics.hasErrors { return nil }
    }

    /// Figures of one year from several final deliveries must have codes of one day: otherwise nobody could tell if two
    /// of them are about the same place.
    private static func checkDates(_ stack: DeliveryStack, _ diagnostics: inout Diagnostics) {
        let final = stack.deliveries.filter { $0.files.contains { $0.status == .final } }
        for (index, later) in final.enumerated() {
            for earlier in final[..<index] {
                let shared = later.years.clamped(to: earlier.years)
                guard later.years.overlaps(earlier.years),
                    shared.contains(where: { later.geographyDate.date(for: $0) != earlier.geographyDate.date(for: $0) })
                else { continue }
                diagnostics.emit(.twoGeographyDates(later, earlier))
            }
        }
    }

    private func plan(_ delivery: Delivery) -> AreaPlan? { plans[delivery.folder] }

    private func sink(_ plan: AreaPlan, cells: CellSet? = nil) -> CountSink {
        CountSink(axes: axes, plan: plan, destinations: destinations.all.count, watched: watched, cells: cells)
    }

    private var watched: Set<PlaceCode> {
        Set(context.corrections.all.filter { $0.register == register.id }.compactMap { PlaceCode($0.key.area) })
    }
}

// MARK: Long files

extension StackReading {
    /// Reads the long files of `stack` layer by layer. All faults are reported.
    func readLongFiles(_ stack: inout DeliveryStack, _ diagnostics: inout Diagnostics) -> Counts? {
        var layers: [CountLayer] = []
        var yearsFound: [InputFolder: Set<Int>] = [:]
        var faulty: Set<InputFolder> = []
        for entries in stack.layers {
            var layer: CountLayer?
            for entry in entries.entries {
                var found = Diagnostics()
                if let counts = read(entry, &found) {
                    yearsFound[entry.delivery.folder, default: []].formUnion(counts.years)
                    if layer == nil { layer = counts } else { layer?.add(counts) }
                }
                if found.hasErrors { faulty.insert(entry.delivery.folder) }
                diagnostics.merge(found)
            }
            guard let layer else { continue }
            if layer.sink.hasDoubles { locateDoubles(entries, &diagnostics) }
            stack.settle(layer.years, by: entries)
            layers.append(layer)
        }
        for delivery in stack.deliveries where !faulty.contains(delivery.folder) {
            let earlier = delivery.years.filter { $0 < axes.years.lowerBound }
            delivery.reportMissingYears(
                found: (yearsFound[delivery.folder] ?? []).union(earlier), &diagnostics)
        }
        let corrections = correct(layers, &diagnostics)
        return Counts(layers: layers, corrections: corrections)
    }

    private func read(_ entry: DeliveryStack.Entry, _ diagnostics: inout Diagnostics) -> CountLayer? {
        let delivery = entry.delivery
        guard let plan = plan(delivery), let file = LongFile(delivery.path(of: entry.file), layout: layout, &diagnostics),
            let outcome = file.read(
                reading(delivery, plan), checksum: context.verifiesChecksums, &diagnostics)
        else { return nil }
        if context.verifiesChecksums, !delivery.check(entry.file, digest: outcome.digest ?? "", &diagnostics) {
            return nil
        }
        return CountLayer(outcome.sink, of: delivery, plan, destinations: destinations.all.count)
    }

    /// Reads the files of a layer again, one after another, and reports every cell that has two records.
    private func locateDoubles(_ layer: DeliveryStack.Layer, _ diagnostics: inout Diagnostics) {
        let cells = CellSet(cellsPerCode: axes.years.count * axes.ownerCellsOfYear)
        for entry in layer.entries {
            guard let plan = plan(entry.delivery),
                let file = LongFile(entry.delivery.path(of: entry.file), layout: layout, &diagnostics)
            else { continue }
            file.locateDoubles(reading(entry.delivery, plan), into: sink(plan, cells: cells), &diagnostics)
        }
    }

    private func reading(_ delivery: Delivery, _ plan: AreaPlan) -> LongFile.Reading {
        LongFile.Reading(
            layout: layout, plan: plan, axes: axes, destinations: destinations.all.count, watched: watched,
            years: delivery.years, firstYear: axes.years.lowerBound)
    }

    private func correct(_ layers: [CountLayer], _ diagnostics: inout Diagnostics) -> [Correction] {
        func cell(_ key: DeliveredCell.Key) -> (layer: CountLayer, key: CountSink.CellKey)? {
            guard let code = PlaceCode(layout.areas[key.area] ?? key.area), axes.years.contains(key.year),
                let layer = layers.first(where: { $0.years.contains(key.year) }),
                layer.sink.cells.number(of: code) != nil,
                let sex = axes.sexes.values.firstIndex(of: key.sex),
                let age = axes.ages.values.firstIndex(of: key.age),
                let category = axes.categories.values.firstIndex(of: key.category)
            else { return nil }
            let cell = (sex * axes.ages.values.count + age) * axes.categories.values.count + category
            return (layer, CountSink.CellKey(code: code, year: key.year - axes.years.lowerBound, cell: cell))
        }
        return context.corrections.apply(to: register.id, &diagnostics) { key in
            guard let found = cell(key) else { return nil }
            guard let count = found.layer.sink.seen[found.key] else {
                return layout.absent == .zero ? .number(0) : .absent(.missing)
            }
            return count.map { .number(Double($0) / Double(CountSink.billion)) } ?? .absent(.missing)
        } write: { key, reading in
            guard let found = cell(key) else { return }
            switch reading {
            case .number(let number):
                found.layer.sink.correct(found.key, to: Int64((number * Double(CountSink.billion)).rounded()))
            case .absent: found.layer.sink.correct(found.key, to: nil)
            }
        }
    }
}

// MARK: Files of any other format

extension StackReading {
    /// Reads the files of `stack` cell by cell. All faults are reported.
    func readCells(_ stack: inout DeliveryStack, _ diagnostics: inout Diagnostics) -> Counts? {
        let files = stack.readFiles(layout, &diagnostics)
        if diagnostics.hasErrors { return nil }
        var cells = files.flatMap(\.cells)
        let corrections = context.corrections.apply(to: &cells, of: register.id, &diagnostics)
        var layer: CountLayer?
        var start = cells.startIndex
        for file in files {
            let end = start + file.cells.count
            guard let plan = plan(file.entry.delivery) else { continue }
            let sink = sink(plan)
            add(cells[start..<end], to: sink, plan, &diagnostics)
            let counts = CountLayer(sink, of: file.entry.delivery, plan, destinations: destinations.all.count)
            if layer == nil { layer = counts } else { layer?.add(counts) }
            start = end
        }
        return Counts(layers: layer.map { [$0] } ?? [], corrections: corrections)
    }

    private func add(
        _ cells: ArraySlice<DeliveredCell>, to sink: CountSink, _ plan: AreaPlan, _ diagnostics: inout Diagnostics
    ) {
        let sexes = places(axes.sexes.values)
        let ages = places(axes.ages.values)
        let categories = places(axes.categories.values)
        var unknown: Set<String> = []
        for cell in cells where axes.years.contains(cell.year) {
            let year = cell.year - axes.years.lowerBound
            let code = PlaceCode(cell.area) ?? plan.unknownPlace(cell.area)
            guard let code, let place = sink.place(of: code), sink.isKnown(place, year: year) else {
                if unknown.insert(cell.area).inserted { diagnostics.emit(.unknownArea(cell)) }
                continue
            }
            let age = axes.hasSingleYears ? CountAxes.ownerAge(cell.age) : ages[cell.age]
            guard let sex = sexes[cell.sex], let age, let category = categories[cell.category] else {
                diagnostics.emit(.cellOutsideTable(cell))
                continue
            }
            let number = axes.ownerCell(sex: sex, age: age, category: category)
            switch cell.count {
            case .number(let count):
                let whole = count.rounded(.down)
                let rest = ((count - whole) * Double(CountSink.billion)).rounded()
                _ = sink.add((Int64(whole), Int64(rest)), place: place, year: year, ownerCell: number)
            case .absent: _ = sink.addMissing(place: place, year: year, ownerCell: number)
            }
        }
    }

    private func places<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
        Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    }
}

extension Diagnostic {
    fileprivate static func bothBesideEach(_ register: RegisterID, _ stack: DeliveryStack) -> Diagnostic {
        Diagnostic(
            .error, "SexesOverlap", at: place(stack),
            "the layout of '\(register)' reads both sexes beside men or women, so people would count twice",
            remedy: "pass over the code of both: ignore: { sex: [...] }")
    }

    fileprivate static func agesOverlap(
        _ age: AgeRange, _ next: AgeRange, _ register: RegisterID, _ stack: DeliveryStack
    ) -> Diagnostic {
        Diagnostic(
            .error, "AgesOverlap", at: place(stack),
            "the layout of '\(register)' reads the ages \(age) and \(next), so people would count twice",
            remedy: "pass over one of them: ignore: { age: [...] }")
    }

    fileprivate static func partsNotRead(_ register: RegisterID, _ stack: DeliveryStack) -> Diagnostic {
        Diagnostic(
            .error, "PartsNotRead", at: place(stack),
            "deliveries cannot have figures for parts of districts, as '\(register)' says it has",
            remedy: "let lowest_geography be grunnkrets, bydel or kommune")
    }

    fileprivate static func twoGeographyDates(_ later: Delivery, _ earlier: Delivery) -> Diagnostic {
        Diagnostic(
            .error, "TwoGeographyDates", at: place(later),
            "\(earlier.folder.path) has final figures of the same years with places of another date, so nobody can "
                + "tell if two are about the same place",
            remedy: "take away the delivery that no longer holds")
    }

    fileprivate static func unknownArea(_ cell: DeliveredCell) -> Diagnostic {
        Diagnostic(
            .error, "UnknownArea", at: cell.location,
            "no place that this register can tell apart has, or ever had, the code '\(cell.area)'",
            remedy: "correct the code or the delivery's geography_date; if it stands for an unknown place, name it among "
                + "'unknown_areas'")
    }

    fileprivate static func cellOutsideTable(_ cell: DeliveredCell) -> Diagnostic {
        Diagnostic(
            .error, "UnknownAge", at: cell.location, "the ages \(cell.age) are none that the register tells apart",
            remedy: "ages are single years up to 120, or those of the layout")
    }

    private static func place(_ stack: DeliveryStack) -> SourceLocation {
        stack.deliveries.first.map(place) ?? SourceLocation(file: "")
    }

    private static func place(_ delivery: Delivery) -> SourceLocation {
        SourceLocation(file: delivery.folder.file(Delivery.fileName))
    }
}

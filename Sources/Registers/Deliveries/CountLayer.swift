import LocatedInput

/// The counts of files that stand beside each other, and which destinations their records went to.
struct CountLayer {
    /// The counts of all files.
    let sink: CountSink
    /// For every destination and year, whether a record went there.
    private(set) var touched: [Bool]
    /// The plan of each delivery, by its folder, and the years it has figures for.
    private(set) var plans: [(folder: InputFolder, plan: AreaPlan, years: ClosedRange<Int>)] = []

    /// A layer of one file's counts.
    init(_ sink: CountSink, of delivery: Delivery, _ plan: AreaPlan, destinations: Int) {
        self.sink = sink
        touched = sink.touched(destinations: destinations)
        plans = [(delivery.folder, plan, delivery.years)]
    }

    /// Adds the counts of another file.
    mutating func add(_ other: CountLayer) {
        sink.merge(other.sink)
        for index in touched.indices where other.touched[index] { touched[index] = true }
        for plan in other.plans where !plans.contains(where: { $0.folder == plan.folder }) { plans.append(plan) }
    }

    /// True if a record went to the destination in the year at `index`.
    func isTouched(_ destination: Int, year index: Int) -> Bool {
        touched[destination * sink.axes.years.count + index]
    }

    /// The years that have records.
    var years: Set<Int> {
        let axis = sink.axes.years
        return Set(touched.indices.filter { touched[$0] }.map { axis.lowerBound + $0 % axis.count })
    }

    /// The codes that complete deliveries of the year at `index` have, and their destinations.
    func expected(year index: Int) -> [(code: PlaceCode, destination: Int)] {
        let axis = sink.axes.years
        guard let plan = plans.first(where: { $0.years.contains(axis.lowerBound + index) })?.plan else { return [] }
        return plan.codes.indices.compactMap { row in
            plan.isExpected[row * axis.count + index]
                ? (plan.codes[row], Int(plan.destination(row: row, year: index))) : nil
        }
    }
}

import Geography
import LocatedInput

/// All deliveries of one register on top of each other: which file has the say in which year.
///
/// Files are read layer by layer. All final files make the first layer; after it come the provisional files of each
/// delivery, the newest delivery first. A year that an earlier layer has figures for is settled, and the figures of
/// later layers for it are passed over. Files of one layer stand beside each other: no two may tell of one cell.
struct DeliveryStack: Sendable {
    /// One file of one of the deliveries.
    struct Entry: Sendable {
        /// The delivery.
        let delivery: Delivery
        /// The file.
        let file: Delivery.File
    }

    /// Files that stand beside each other.
    struct Layer: Sendable {
        /// Whether their figures may still change.
        let status: Delivery.Status
        /// The files, in the order of the names of deliveries, then as they are listed.
        let entries: [Entry]
    }

    /// The register.
    let register: RegisterID
    /// The deliveries, in the order of their names.
    let deliveries: [Delivery]
    /// The layers, in the order they are read.
    let layers: [Layer]
    private var settled: [Int: Delivery.Status] = [:]

    /// The deliveries of each register stacked, by register. A register whose years have a gap, whose deliveries are
    /// partly made by a program, or with two provisional deliveries of one day is reported and left out.
    static func all(of deliveries: [Delivery], _ diagnostics: inout Diagnostics) -> [DeliveryStack] {
        Dictionary(grouping: deliveries, by: \.register).sorted { $0.key < $1.key }.compactMap { register, deliveries in
            var found = Diagnostics()
            defer { diagnostics.merge(found) }
            let stack = DeliveryStack(register, deliveries)
            stack.check(&found)
            return found.hasErrors ? nil : stack
        }
    }

    private init(_ register: RegisterID, _ deliveries: [Delivery]) {
        self.register = register
        self.deliveries = deliveries
        func entries(_ deliveries: [Delivery], _ status: Delivery.Status) -> [Entry] {
            deliveries.flatMap { delivery in
                delivery.files.filter { $0.status == status }.map { Entry(delivery: delivery, file: $0) }
            }
        }
        let newestFirst = deliveries.enumerated().sorted { left, right in
            (right.element.received, left.offset) < (left.element.received, right.offset)
        }.map(\.element)
        let final = Layer(status: .final, entries: entries(deliveries, .final))
        let provisional = newestFirst.map { Layer(status: .provisional, entries: entries([$0], .provisional)) }
        layers = ([final] + provisional).filter { !$0.entries.isEmpty }
    }

    /// All years from the first that a delivery has to the last.
    var years: ClosedRange<Int> {
        let first = deliveries.map(\.years.lowerBound).min() ?? 0
        return first...max(first, deliveries.map(\.years.upperBound).max() ?? 0)
    }

    /// The years from which the register counts something else than the year before.
    var breaks: Set<Int> { deliveries.reduce(into: []) { $0.formUnion($1.breaks) } }

    /// True if programs made the figures.
    var isSynthetic: Bool { deliveries.allSatisfy(\.isSynthetic) }

    /// True if an earlier layer has the figures of `year`, so that those of the layer being read are passed over.
    func isSettled(_ year: Int) -> Bool { settled[year] != nil }

    /// The years that earlier layers have the figures of.
    var settledYears: Set<Int> { Set(settled.keys) }

    /// Ends the reading of `layer`, whose files have records of `years`.
    mutating func settle(_ years: Set<Int>, by layer: Layer) {
        for year in years where settled[year] == nil { settled[year] = layer.status }
    }

    /// The years whose figures may still change; known when all layers have been read.
    var provisionalYears: Set<Int> { Set(settled.filter { $0.value == .provisional }.keys) }

    private func check(_ diagnostics: inout Diagnostics) {
        for year in years where !deliveries.contains(where: { $0.years.contains(year) }) {
            if let after = deliveries.filter({ $0.years.lowerBound > year }).min(by: {
                $0.years.lowerBound < $1.years.lowerBound
            }) {
                diagnostics.emit(.yearInNoDelivery(year, register, at: after.yearsLocation))
            }
        }
        if let real = deliveries.first(where: { !$0.isSynthetic }) {
            for made in deliveries where made.isSynthetic { diagnostics.emit(.madeAndReal(made, real)) }
        }
        let waiting = deliveries.filter { $0.files.contains { $0.status == .provisional } }
        for (index, later) in waiting.enumerated() {
            for earlier in waiting[..<index]
            where earlier.received == later.received && earlier.years.overlaps(later.years) {
                diagnostics.emit(.noNewest(later, earlier))
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func yearInNoDelivery(_ year: Int, _ register: RegisterID, at location: SourceLocation)
        -> Diagnostic
    {
        Diagnostic(
            .error, "MissingYear", at: location,
            "no delivery of '\(register)' has figures for \(year), a year between those that are delivered",
            remedy: "ask the owner for the year, or take the deliveries before it away")
    }

    fileprivate static func madeAndReal(_ made: Delivery, _ real: Delivery) -> Diagnostic {
        Diagnostic(
            .error, "SyntheticAndReal", at: SourceLocation(file: made.folder.file(Delivery.fileName)),
            "a program made this delivery of '\(made.register)', but not the one in \(real.folder.path)",
            remedy: "keep deliveries made by a program in a folder of their own")
    }

    fileprivate static func noNewest(_ later: Delivery, _ earlier: Delivery) -> Diagnostic {
        Diagnostic(
            .error, "NoNewestDelivery", at: SourceLocation(file: later.folder.file(Delivery.fileName)),
            "provisional figures of '\(later.register)' for the same years came on the same day in \(earlier.folder.path)",
            remedy: "take away the one that no longer holds, or correct 'received'")
    }
}

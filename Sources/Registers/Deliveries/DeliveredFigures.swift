import Geography
import LocatedInput

/// What the owners of registers have delivered, added up by the places of today.
@_spi(Confidential) public struct DeliveredFigures: Sendable {
    let all: [DeliveredRegister]

    /// Reads every delivery in `folder`. All faults are reported; `nil` if one was an error.
    ///
    /// Places are those that `geography` has on `today`. `corrections` are made to what was delivered. Files must be the
    /// ones whose checksums are written, unless `verifyingChecksums` is false.
    public static func load(
        from folder: InputFolder, registers: [RegisterDefinition], geography: Geography, today: CalendarDate,
        corrections: Corrections = .none, verifyingChecksums: Bool = true, _ diagnostics: inout Diagnostics
    ) -> DeliveredFigures? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let deliveries = Delivery.loadAll(from: folder, registers: registers, &found)
        let stacks = DeliveryStack.all(of: deliveries, &found)
        let context = DeliveredRegister.Context(
            geography: geography, today: today, corrections: corrections, verifiesChecksums: verifyingChecksums)
        let read = concurrently(stacks.count, &found) { index, diagnostics in
            registers.first { $0.id == stacks[index].register }.flatMap {
                DeliveredRegister(stacks[index], $0, context, &diagnostics)
            }
        }
        return found.hasErrors ? nil : DeliveredFigures(all: read.compactMap(\.self))
    }

    /// The registers that have deliveries, by id.
    public var registers: [RegisterID] { all.map(\.id) }

    /// What `register` has counted, or `nil` if it has no deliveries.
    public func counts(_ register: RegisterID) -> CountTable? { all.first { $0.id == register }?.table }

    /// The persons that `register` has counted on 1 January, if it has men and women at single years of age and one
    /// category; otherwise `nil`. Rows with a cell nobody knows are left out.
    public func population(_ register: RegisterID) -> PopulationTable? { counts(register)?.population }

    /// True if programs made all deliveries.
    public var isSynthetic: Bool { all.allSatisfy(\.table.quality.isSynthetic) }

    /// The corrections that were made to `register`.
    public func corrections(_ register: RegisterID) -> [Correction] {
        all.first { $0.id == register }?.corrections ?? []
    }
}

extension CountTable {
    /// The table as persons by single year of age; shares of persons are rounded.
    fileprivate var population: PopulationTable? {
        guard axes.ages.count == PopulationTable.lastAge + 1, axes.sexes == [.men, .women], axes.categories.count == 1
        else { return nil }
        return PopulationTable(
            axes.areas.flatMap { area in
                axes.years.flatMap { year in
                    axes.sexes.enumerated().compactMap { place, sex in
                        let persons = axes.ages.indices.compactMap { age in
                            count(area, year, sex: place, age: age, axes.categories[0]).map { Int($0.rounded()) }
                        }
                        return PopulationTable.Row(area: area, year: year, sex: sex, persons: persons)
                    }
                }
            })
    }
}

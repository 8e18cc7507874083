import Foundation
import Geography
import LocatedInput
import Parallel
import Registers

/// Deliveries made up by a program: a folder for every register that has deliveries, in the register's own layout, on the
/// real geography, with persons that add up to the published ones.
///
/// The same definitions and seed give the same bytes. Every delivery says that it is synthetic.
public struct Demonstration: Sendable {
    /// Where definitions are read.
    public struct Folders: Sendable {
        /// The folder of cities.
        public let geography: InputFolder
        /// The folder of indicators, with registers, open figures and the plan of the demonstration.
        public let indicators: InputFolder

        /// Definitions in these folders.
        public init(geography: InputFolder, indicators: InputFolder) {
            self.geography = geography
            self.indicators = indicators
        }
    }

    private let plan: DemonstrationPlan
    private let geography: Geography
    private let published: PublishedPopulation
    private let seed: UInt64
    private let scale: DemonstrationScale
    private let places: DemonstrationPlaces

    /// Reads what is to be drawn, and shares the persons out by chance from `seed`. All faults are reported; `nil` if
    /// there was one.
    public init?(_ folders: Folders, seed: UInt64, scale: DemonstrationScale, _ diagnostics: inout Diagnostics) {
        guard let geography = Geography.load(from: folders.geography, &diagnostics) else { return nil }
        let registers = RegisterDefinition.loadAll(from: folders.indicators.folder("registers"), &diagnostics)
        guard !diagnostics.hasErrors,
            let plan = DemonstrationPlan(
                from: folders.indicators, registers: registers, geography: geography, &diagnostics)
        else { return nil }
        let areas = AreaDirectory(
            geography.cities.flatMap { city in
                city.splits.compactMap { split in
                    city.kommune(on: plan.geographyDate).map { kommune in
                        AreaDirectory.Division(
                            split: split.id, kommune: kommune,
                            districts: split.districts(on: plan.geographyDate).map(\.code))
                    }
                }
            })
        guard
            let published = PublishedPopulation(
                plan.persons.register, from: folders.indicators.folder("open-figures"), areas: areas, &diagnostics),
            let places = DemonstrationPlaces(
                plan, geography: geography, published: published, seed: seed, &diagnostics)
        else { return nil }
        self.plan = plan
        self.geography = geography
        self.published = published
        self.seed = seed
        self.scale = scale
        self.places = places
    }

    /// The registers that get a delivery, in order.
    public var registers: [RegisterID] { ([plan.persons.register.id] + plan.registers.map(\.definition.id)).sorted() }

    /// Throws unless `out` is new, empty, or holds synthetic deliveries and nothing else.
    public func check(_ out: InputFolder) throws(DemonstrationFault) {
        guard FileManager.default.fileExists(atPath: out.path) else { return }
        guard out.exists, let names = try? FileManager.default.contentsOfDirectory(atPath: out.path) else {
            throw .notOurs(out.path)
        }
        for name in names {
            let description = out.folder(name).file(Delivery.fileName)
            guard let text = try? String(contentsOfFile: description, encoding: .utf8),
                text.split(separator: "\n").contains("synthetic: true")
            else { throw .notOurs(out.path) }
        }
    }

    /// Writes every delivery to `out`, which must pass ``check(_:)``. They are written beside it and take its place
    /// together.
    public func write(to out: InputFolder) throws(DemonstrationFault) -> [WrittenDelivery] {
        try check(out)
        let staging = InputFolder(out.path + ".new")
        let manager = FileManager.default
        if staging.exists {
            try check(staging)
            guard (try? manager.removeItem(atPath: staging.path)) != nil else { throw .cannotCreate(staging.path) }
        }
        guard (try? manager.createDirectory(atPath: staging.path, withIntermediateDirectories: true)) != nil else {
            throw .cannotCreate(staging.path)
        }
        let elsewhere = scale == .wholeCountry ? places.elsewhere(plan, seed: seed) : []
        let results = concurrently(plan.registers.count + 1) { index -> Result<WrittenDelivery, DemonstrationFault> in
            Result { () throws(DemonstrationFault) in try delivery(index, elsewhere, in: staging) }
        }
        var written: [WrittenDelivery] = []
        do throws(DemonstrationFault) {
            for result in results { written.append(try result.get()) }
        } catch {
            try? manager.removeItem(atPath: staging.path)
            throw error
        }
        if out.exists, (try? manager.removeItem(atPath: out.path)) == nil { throw .cannotCreate(out.path) }
        guard (try? manager.moveItem(atPath: staging.path, toPath: out.path)) != nil else {
            throw .cannotCreate(out.path)
        }
        return written.sorted { $0.register < $1.register }
    }

    /// Writes the persons at 0, then each of the registers.
    private func delivery(_ index: Int, _ elsewhere: [DemonstrationPlaces.Place], in folder: InputFolder)
        throws(DemonstrationFault) -> WrittenDelivery
    {
        if index == 0 {
            let persons = plan.persons
            let writer = DeliveryWriter(
                register: persons.register.id, layout: persons.layout, provisional: 0, breaks: [], weight: nil,
                received: plan.received, geographyDate: plan.geographyDate)
            return try writer.write(
                DeliverySource(personsOf: places, persons, elsewhere: elsewhere),
                to: folder.folder(persons.register.id.id))
        }
        let register = plan.registers[index - 1]
        let writer = DeliveryWriter(
            register: register.definition.id, layout: register.layout, provisional: register.provisional,
            breaks: register.breaks, weight: register.weight, received: plan.received,
            geographyDate: plan.geographyDate)
        return try writer.write(
            DeliverySource(eventsOf: register, in: places, elsewhere: elsewhere, seed: seed),
            to: folder.folder(register.definition.id.id))
    }
}

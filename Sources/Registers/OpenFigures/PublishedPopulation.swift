import Geography
import LocatedInput

/// Persons as the owner of a register has published them itself, by area, year, sex and single year of age.
///
/// The one table of persons that may be named outside the wall: it holds nothing but figures that everybody can fetch
/// from their owner under a licence, and it cannot be made from a register that is delivered in confidence. It is what
/// made-up persons are shared out from; nothing of it is published by way of it.
public struct PublishedPopulation: Sendable {
    /// The last single age; it stands for this age and over.
    public static let lastAge = PopulationTable.lastAge

    private let table: PopulationTable

    /// The figures of `register` in its folder under `folder`; all faults are reported, and `nil` if there was one or
    /// the owner has not published them.
    public init?(
        _ register: RegisterDefinition, from folder: InputFolder, areas: AreaDirectory,
        _ diagnostics: inout Diagnostics
    ) {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        let home = folder.folder(register.id.id)
        guard register.publication == .publishedByOwner else {
            found.emit(.notPublished(register.id, in: home))
            return nil
        }
        guard let source = FigureSource(in: home, &found) else { return nil }
        table = PopulationTable(of: source, in: home, areas, &found)
        if found.hasErrors { return nil }
    }

    /// The persons of `sex` in `area` on 1 January `year`, at age 0, 1, … ``lastAge`` and over; `nil` where the owner
    /// does not tell.
    public func persons(_ area: Area, _ year: Int, _ sex: Sex) -> [Int]? {
        let ages = (0...Self.lastAge).compactMap { age in
            AgeRange(from: age, to: age < Self.lastAge ? age : AgeRange.oldest)
                .flatMap { table.persons(area, year, sex, $0) }
        }
        return ages.count == Self.lastAge + 1 ? ages : nil
    }

    /// Everybody in `area` on 1 January `year`; `nil` where the owner does not tell.
    public func total(_ area: Area, _ year: Int) -> Int? { table.persons(area, year) }
}

extension Diagnostic {
    fileprivate static func notPublished(_ register: RegisterID, in home: InputFolder) -> Diagnostic {
        Diagnostic(
            .error, "NotPublished", at: SourceLocation(file: home.path),
            "the register '\(register)' is delivered in confidence, so its figures are not for everybody",
            remedy: "name a register whose publication is '\(Publication.publishedByOwner.rawValue)'")
    }
}

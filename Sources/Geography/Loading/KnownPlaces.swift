/// What a split's tables may refer to.
struct KnownPlaces: Sendable {
    let lives: UnitLives
    let kommuner: [Kommune]

    /// True if `unit` lies in the city on every day of `period`.
    func isInCity(_ unit: GrunnkretsCode, _ period: DateRange) -> Bool {
        period.isCovered(by: kommuner.filter { unit.lies(in: $0.code) }.map(\.validity))
    }
}

extension Persons {
    /// A `share` of the persons of `whole`, of all ages as there; those born in the same year are rounded the same way in
    /// every year, so that there are no jumps that nobody has lived. `name` is the place's, for the stream.
    init(_ share: Double, of whole: Persons, seed: UInt64, name: String) {
        self.init(years: whole.years)
        for sex in 0..<2 {
            for born in (years.lowerBound - Self.ages + 1)...years.upperBound {
                var stream = RandomStream(seed: seed, "share", name, String(sex), String(born))
                let rounding = stream.uniform()
                for year in years where (0..<Self.ages).contains(year - born) {
                    let place = start(year, sex) + year - born
                    let persons = Int32(Double(whole.counts[place]) * share + rounding)
                    set(min(persons, whole.counts[place]), at: place)
                }
            }
        }
    }
}

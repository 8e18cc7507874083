extension Geography {
    /// `city` alone, as if there were no other.
    public init(only city: City) { self.init(cities: [city]) }

    /// The same geography without the splits that have only been asked for, and without cities that have no other: readers
    /// are told nothing of them.
    public var published: Geography {
        Geography(
            cities: cities.compactMap { city in
                let splits = city.splits.filter { $0.status != .proposed }
                if splits.count == city.splits.count { return city }
                return splits.isEmpty ? nil : city.divided(by: splits)
            })
    }
}

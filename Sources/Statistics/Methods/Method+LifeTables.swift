extension Method {
    static let lifeExpectancy = Method(
        "life-expectancy", "life expectancy at the age where the first band begins",
        source: "Chiang (1984), The Life Table and its Applications; variance by Silcocks, Jenner & Reza (2001), "
            + "J Epidemiol Community Health 55:38–43; limits of use by Toson & Baker (2003) and Eayres & Williams (2004)",
        inputs: [
            MethodColumn("from", "the age at which the band begins", unit: "years", .count),
            MethodColumn(
                "width", "how many years it spans; empty for the last band, which is open", unit: "years", .positive,
                isOptional: true),
            MethodColumn("population", "person-years lived in the band", unit: "years", .number),
            MethodColumn("deaths", "deaths in the band", unit: "deaths", .number), .level,
        ],
        outputs: [
            MethodColumn("value", "life expectancy", unit: "years"),
            MethodColumn("standard_error", "its standard error", unit: "years"), .lower("years"), .upper("years"),
        ],
        edges: [
            "19 bands (to 85 and over), 20 (to 90 and over), or any that follow one another up to an open one",
            "a band from 0 must be the first year of life alone",
            "no deaths in a band: nobody dies in it; none in the open band: refused",
            "nobody in a band, or more deaths than people: refused",
            "5000 person-years or fewer in all, or a 95 % interval wider than 20 years: refused",
        ],
        refusals: [
            "bands", "number", "empty-band", "more-deaths-than-people", "no-deaths-in-open-band", "small-population",
            "wide-interval",
        ], isGrouped: true
    ) { asked in
        let table = try LifeTable(
            bands: asked.indices.map {
                LifeTable.Band(
                    from: asked.whole("from", row: $0), width: asked.optional("width", row: $0),
                    population: asked["population", row: $0], deaths: asked["deaths", row: $0])
            })
        return limits(table.interval(level: asked["level"])).merging(
            ["value": table.lifeExpectancy, "standard_error": table.variance.squareRoot()]) { $1 }
    }
}

import Geography

/// Where the units of a city lie in a requested split, day by day: the codes of the day asked for, and those that their
/// ground had before and after.
struct PlacedUnits {
    /// Where each unit lies, as far as that can be told.
    let members: [Membership]
    /// Units of other days whose ground lies in several of the districts, so that old figures cannot be shared out.
    let divided: [GrunnkretsCode]

    /// The places of `units`, traced by `counterparts` to the day of `split`, as far as they lie in one of `kommuner`.
    init(
        _ split: RequestedSplit, units: [Unit], changes: [UnitChange], kommuner: [Kommune],
        counterparts: (GrunnkretsCode, CalendarDate) -> [GrunnkretsCode]
    ) {
        let districts = split.districtOfUnit
        var dates: [GrunnkretsCode: Set<CalendarDate>] = [:]
        for change in changes {
            dates[change.old, default: []].insert(change.date)
            if let new = change.new { dates[new, default: []].insert(change.date) }
        }
        var members: [Membership] = []
        var divided: Set<GrunnkretsCode> = []
        for (code, rows) in Dictionary(grouping: units, by: \.code) {
            var ranges: [DistrictCode: [DateRange]] = [:]
            let own = kommuner.filter { code.lies(in: $0.code) }.map(\.validity)
            for period in DateRange.coalesced(rows.map(\.validity)).flatMap({ Self.parts($0, dates[code] ?? []) }) {
                let day = period.from ?? period.to?.dayBefore ?? split.date
                let now = period.contains(split.date) ? [code] : counterparts(code, day)
                let found = Set(now.map { districts[$0] })
                if found.count > 1 { divided.insert(code) }
                guard found.count == 1, let district = found.first ?? nil else { continue }
                ranges[district, default: []] += own.compactMap { $0.intersection(period) }
            }
            for (district, periods) in ranges {
                members += DateRange.coalesced(periods).map {
                    Membership(unit: code, district: district, validity: $0)
                }
            }
        }
        self.members = members.sorted { ($0.unit, $0.validity) < ($1.unit, $1.validity) }
        self.divided = divided.sorted()
    }

    /// `period` cut at `dates`.
    private static func parts(_ period: DateRange, _ dates: Set<CalendarDate>) -> [DateRange] {
        var parts: [DateRange] = []
        var from = period.from
        for date in dates.sorted() where DateRange(from: from, to: period.to).contains(date) && date != from {
            parts.append(DateRange(from: from, to: date))
            from = date
        }
        return parts + [DateRange(from: from, to: period.to)]
    }
}

import Geography

/// Where the places of a release ledger are found today.
struct LedgerPlaces: Sendable {
    let geography: Geography
    let today: CalendarDate
    let overlaps: [SplitOverlaps]

    /// The text by which a ledger names `area`; `nil` for people of no district.
    static func text(_ area: Area) -> String? {
        switch area {
        case .country: "0"
        case .kommune(let code): code.digits
        case .district(let split, let code): "\(split.city)/\(split.split)/\(code)"
        case .unallocated: nil
        }
    }

    /// The place that an edition of districts of `date` called `text`; `nil` where today's units don't tell it any more.
    func place(_ text: String, of date: CalendarDate) -> CountedPlace? {
        if text == "0" { return .area(.country) }
        let names = text.split(separator: "/").map(String.init)
        if names.count == 1 { return KommuneCode(text).flatMap { kommune($0, of: date) } }
        guard names.count == 3, let code = DistrictCode(names[2]) else { return nil }
        return district(code, of: SplitID(city: names[0], split: names[1]), on: date)
    }

    private func kommune(_ code: KommuneCode, of date: CalendarDate) -> CountedPlace? {
        guard let city = geography.city(kommune: code), let now = city.kommune(on: today),
            case .same(code) = city.comparability(today: today, earlier: date)
        else { return nil }
        return .area(.kommune(now))
    }

    private func district(_ code: DistrictCode, of id: SplitID, on date: CalendarDate) -> CountedPlace? {
        guard let split = geography.split(id) else { return nil }
        let same = split.districts(on: today).map(\.code).first { current in
            if case .same(code) = split.comparability(of: current, today: today, earlier: date) { true } else { false }
        }
        if let same { return .area(.district(id, same)) }
        let version = SplitOverlaps.Version(split: id, date: date)
        let isKnown = overlaps.contains { $0.parts[version]?[code] != nil }
        return isKnown ? .earlier(version, code) : nil
    }
}

/// What several ways of dividing a city have in common: the sets of units that lie in the same district of every one.
///
/// Any district of any of them is a sum of overlaps, so that whatever follows from comparing districts of two splits is
/// about overlaps.
public struct SplitOverlaps: Sendable {
    /// A split as it was on a day.
    public struct Version: Hashable, Sendable {
        /// The split.
        public let split: SplitID
        /// The day.
        public let date: CalendarDate

        /// `split` as it was on `date`.
        public init(split: SplitID, date: CalendarDate) {
            self.split = split
            self.date = date
        }
    }

    /// The overlaps as a split of their own, in the order of their first units; the codes mean nothing.
    public let split: Split
    /// The overlaps that each district of each version is the sum of. A district that cannot be made up from today's
    /// units is not among them.
    public let parts: [Version: [DistrictCode: [DistrictCode]]]

    /// The overlaps of `versions` in `city` by the units of `today`.
    init(_ city: City, _ versions: [Version], today: CalendarDate) {
        var codes: [[DistrictCode?]: DistrictCode] = [:]
        var members: [Membership] = []
        var broken: [Version: Set<DistrictCode>] = [:]
        for unit in city.units(on: today).map(\.code) {
            let key = versions.map { version -> DistrictCode? in
                guard let split = city.split(version.split.split) else { return nil }
                let then = version.date == today ? [unit] : city.counterparts(of: unit, on: today, at: version.date)
                let districts = Set(then.map { split.district(of: $0, on: version.date) })
                if districts.count > 1 { broken[version, default: []].formUnion(districts.compactMap(\.self)) }
                return districts.count == 1 ? districts.first ?? nil : nil
            }
            guard key.contains(where: { $0 != nil }) else { continue }
            guard let code = codes[key] ?? DistrictCode(Self.digits(codes.count + 1)) else { continue }
            codes[key] = code
            members.append(Membership(unit: unit, district: code, validity: DateRange()))
        }
        var parts: [Version: [DistrictCode: [DistrictCode]]] = [:]
        for (key, code) in codes {
            for (version, district) in zip(versions, key) {
                if let district { parts[version, default: [:]][district, default: []].append(code) }
            }
        }
        for (version, districts) in broken { for district in districts { parts[version]?[district] = nil } }
        self.parts = parts.mapValues { $0.mapValues { $0.sorted() } }
        let name = PlaceName(nb: Self.name)
        let nothing = Translated(nb: "", nn: "", en: "")
        split = Split(
            SplitDefinition(
                id: SplitID(city: city.id, split: Self.name), title: nothing, purpose: nothing, requestedBy: "",
                status: .proposed, extent: .partOfCity, standard: nil, replaces: [], supplements: [],
                borders: nil),
            districts: codes.values.map {
                District(code: $0, name: name, validity: DateRange(), isPublished: false)
            },
            members: members, tracing: city.tracing)
    }

    /// What the split of overlaps is called; no folder can have the name.
    fileprivate static let name = "~"

    /// Twelve digits, longer than the codes of real districts mostly are.
    private static func digits(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 12 - text.utf8.count)) + text
    }
}

extension City {
    /// What the city's splits have in common `today`, and with what they were on `earlier` days where a district then was
    /// another place; `nil` where it is divided in one way only.
    public func overlaps(today: CalendarDate, earlier: Set<CalendarDate> = []) -> SplitOverlaps? {
        var versions = splits.filter { !$0.districts(on: today).isEmpty }.map {
            SplitOverlaps.Version(split: $0.id, date: today)
        }
        for split in splits {
            for date in earlier.sorted() where date != today && !split.isSame(today, as: date) {
                versions.append(SplitOverlaps.Version(split: split.id, date: date))
            }
        }
        return versions.count > 1 ? SplitOverlaps(self, versions, today: today) : nil
    }

    /// The same city, divided in one more way.
    func adding(_ split: Split) -> City { divided(by: splits + [split]) }

    /// The same city, divided in these ways.
    func divided(by splits: [Split]) -> City {
        City(
            CityDefinition(
                id: id, name: name, otherNames: otherNames, kommuner: kommuner, defaultLanguage: defaultLanguage,
                starts: starts, startsBecause: startsBecause, splits: [], source: source, licence: licence),
            units: units, tiles: tiles, splits: splits, tracing: tracing)
    }
}

extension Split {
    /// Whether every district of `date` is a district today.
    fileprivate func isSame(_ today: CalendarDate, as date: CalendarDate) -> Bool {
        let then = districts(on: date).map(\.code)
        let found = districts(on: today).compactMap { district -> DistrictCode? in
            if case .same(let code) = comparability(of: district.code, today: today, earlier: date) {
                code
            } else {
                nil
            }
        }
        return Set(then).isSubset(of: found)
    }
}

extension Geography {
    /// What the splits of each city have in common, by city; see ``City/overlaps(today:earlier:)``.
    public func overlaps(today: CalendarDate, earlier: Set<CalendarDate> = []) -> [SplitOverlaps] {
        cities.compactMap { $0.overlaps(today: today, earlier: earlier) }
    }

    /// The same geography with `overlaps` as splits of their own, so that counts are made for them too.
    public func adding(_ overlaps: [SplitOverlaps]) -> Geography {
        Geography(
            cities: cities.map { city in
                overlaps.first { $0.split.id.city == city.id }.map { city.adding($0.split) } ?? city
            })
    }
}

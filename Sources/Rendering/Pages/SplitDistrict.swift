import Geography
import Parallel
import Profiles

/// A district of a split and its history, worked out once for all languages.
struct SplitDistrict: Sendable {
    /// The district as it is on the day.
    let district: District
    /// Its profile's place; `nil` for a district without a profile.
    let place: Place?
    /// Its units on the day.
    let units: [Unit]
    /// The first 1 January since when the ground has been the same, no earlier than the tables begin.
    let comparableSince: CalendarDate?
    /// The codes the same place had before, in order of time.
    let formerCodes: [DatedDistrictCode]

    /// The districts of `split` on `today`.
    static func all(in split: Split, of city: City, on today: CalendarDate, places: [Place]) -> [SplitDistrict] {
        let districts = split.districts(on: today)
        return concurrently(districts.count) { index in
            let district = districts[index]
            return SplitDistrict(
                district: district, place: places.first { $0.district.code == district.code },
                units: split.units(of: district.code, on: today).compactMap { city.unit($0, on: today) },
                comparableSince: comparableSince(district, in: split, of: city, on: today),
                formerCodes: split.lineage(of: district.code).filter { dated in
                    dated.code != district.code && (dated.validity.to.map { $0 <= today } ?? false)
                })
        }
    }

    private static func comparableSince(
        _ district: District, in split: Split, of city: City, on today: CalendarDate
    ) -> CalendarDate? {
        var since: CalendarDate?
        for year in stride(from: today.year, through: city.starts.year, by: -1) {
            let date = CalendarDate.january1(year)
            guard date <= today, date >= city.starts else { continue }
            guard case .same = split.comparability(of: district.code, today: today, earlier: date) else { break }
            since = date
        }
        return since
    }
}

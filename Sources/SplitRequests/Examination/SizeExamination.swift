import Geography

/// Whether enough people live in the districts for figures to be shown.
struct SizeExamination {
    let context: RequestContext

    func findings(of split: RequestedSplit) -> [Finding] {
        guard let people = context.people, let year = people.year(at: split.date) else {
            return [Finding(.noPeople, "")]
        }
        let policy = context.policy
        var findings: [Finding] = []
        var sizes: [(count: Int, district: RequestedDistrict)] = []
        for district in split.districts {
            guard let count = people.count(in: district.units, year: year), count > 0 else { continue }
            sizes.append((count, district))
            if count < policy.leastOfDistrict {
                findings.append(
                    Finding(
                        .belowFloor, district.code.digits,
                        ["district": district.name.nb, "floor": "\(policy.leastOfDistrict)"]))
            }
            let counts = people.countsByAge(in: district.units, year: year) ?? []
            let few = zip(People.AgeGroup.keys, counts).filter { $0.1 < policy.leastOfAge }.map(\.0.text)
            if !few.isEmpty {
                findings.append(
                    Finding(
                        .fewOfAge, district.code.digits,
                        ["district": district.name.nb, "ages": few.joined(separator: ", ")]))
            }
        }
        let sorted = sizes.sorted { ($0.count, $0.district.code) < ($1.count, $1.district.code) }
        if let smallest = sorted.first, let largest = sorted.last,
            largest.count > policy.largestRatio * smallest.count
        {
            findings.append(
                Finding(
                    .unbalanced, "",
                    [
                        "largest": largest.district.name.nb, "smallest": smallest.district.name.nb,
                        "ratio": "\(policy.largestRatio)",
                    ]))
        }
        return findings
    }

    /// Roughly how large the districts are; none where people are not known.
    func sizes(of split: RequestedSplit) -> [DistrictSize] {
        guard let people = context.people, let year = people.year(at: split.date) else { return [] }
        return split.districts.compactMap { district in
            people.count(in: district.units, year: year).map {
                DistrictSize(district: district.code, band: SizeBand(of: $0, floor: context.policy.leastOfDistrict))
            }
        }
    }
}

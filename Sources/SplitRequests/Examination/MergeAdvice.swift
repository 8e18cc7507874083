import Geography

/// Which districts would say more together.
struct MergeAdvice {
    let context: RequestContext

    /// For each district with too few people, the district that it best goes with: one in the same published district
    /// where there is one, and of those the one that shares most delområder with it, then the smallest.
    func findings(of split: RequestedSplit) -> [Finding] {
        guard let people = context.people, let year = people.year(at: split.date) else { return [] }
        let sizes = Dictionary(
            split.districts.map { ($0.code, people.count(in: $0.units, year: year) ?? 0) },
            uniquingKeysWith: { first, _ in first })
        var found: Set<String> = []
        return split.districts.compactMap { district -> Finding? in
            guard let size = sizes[district.code], size > 0, size < context.policy.leastOfDistrict else { return nil }
            let others = split.districts.filter { $0.code != district.code && nearness($0, district, split) > 0 }
            let best = others.min { left, right in
                let (near, far) = (nearness(left, district, split), nearness(right, district, split))
                if near != far { return near > far }
                return (sizes[left.code] ?? 0, left.code) < (sizes[right.code] ?? 0, right.code)
            }
            guard let best, let other = sizes[best.code] else { return nil }
            let pair = [district, best].sorted { $0.code < $1.code }
            let subject = pair.map(\.code.digits).joined(separator: "+")
            guard found.insert(subject).inserted else { return nil }
            let isEnough = size + other >= context.policy.leastOfDistrict
            return Finding(
                .merge, subject,
                ["districts": pair.map(\.name.nb).joined(separator: " + "), "gain": isEnough ? "enough" : "closer"])
        }
    }

    /// How near two districts are by what the register tells: 2 and more for shared delområder, 1 for the same
    /// published district or where nothing is published, else 0.
    private func nearness(_ one: RequestedDistrict, _ other: RequestedDistrict, _ split: RequestedSplit) -> Int {
        let shared = Set(one.units.map { $0.digits.prefix(6) }).intersection(other.units.map { $0.digits.prefix(6) })
        if !shared.isEmpty { return shared.count + 1 }
        guard let published = context.published(on: split.date).first else { return 0 }
        let districts = [one, other].map { Set($0.units.map { published.district(of: $0, on: split.date) }) }
        return districts[0].count == 1 && districts[0] == districts[1] ? 1 : 0
    }
}

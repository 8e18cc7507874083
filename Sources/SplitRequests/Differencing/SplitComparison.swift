import Geography

/// How two ways of dividing a municipality lie across each other: the sets of units that are in one district of each.
struct SplitComparison {
    /// The units that a district of one split and a district of another have in common. `nil` is the place of units that
    /// lie in no district.
    struct Overlap {
        let requested: DistrictCode?
        let published: DistrictCode?
        let units: [GrunnkretsCode]
    }

    /// The overlaps, none of them empty, in order of their first units.
    let overlaps: [Overlap]

    /// The overlaps of two splits of `units`.
    init(
        _ units: [GrunnkretsCode], requested: (GrunnkretsCode) -> DistrictCode?,
        published: (GrunnkretsCode) -> DistrictCode?
    ) {
        var order: [[DistrictCode?]] = []
        var members: [[DistrictCode?]: [GrunnkretsCode]] = [:]
        for unit in units {
            let key = [requested(unit), published(unit)]
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(unit)
        }
        overlaps = order.map { Overlap(requested: $0[0], published: $0[1], units: members[$0] ?? []) }
    }

    /// True if no district lies across another: each is a sum of whole districts of the other split, or a part of one.
    var isNested: Bool {
        let ofRequested = Dictionary(grouping: overlaps, by: \.requested)
        let ofPublished = Dictionary(grouping: overlaps, by: \.published)
        return overlaps.allSatisfy { overlap in
            ofRequested[overlap.requested]?.count == 1 || ofPublished[overlap.published]?.count == 1
        }
    }
}

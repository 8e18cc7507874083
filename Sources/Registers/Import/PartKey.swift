/// A part within a district in a year, under the codes both have today.
struct PartKey: Hashable, Comparable {
    let place: PartLabels.Place
    let year: Int

    static func < (left: PartKey, right: PartKey) -> Bool {
        (left.place.district, left.place.part, left.year) < (right.place.district, right.place.part, right.year)
    }
}

import Geography

extension Area {
    /// The order of tables: the country, kommuner, districts, unallocated; by code within each.
    static func precedes(_ left: Area, _ right: Area) -> Bool { left.sortKey < right.sortKey }

    private var sortKey: (Int, SplitID, String) {
        let nowhere = SplitID(city: "", split: "")
        return switch self {
        case .country: (0, nowhere, "")
        case .kommune(let code): (1, nowhere, code.digits)
        case .district(let split, let code): (2, split, code.digits)
        case .unallocated(let split, let code): (3, split, code.digits)
        }
    }
}

import Geography

/// How the districts that are asked for lie across those of a published split.
public struct PublishedOverlap: Hashable, Sendable {
    /// Units that a district of each has in common.
    public struct Part: Hashable, Sendable {
        /// The requested district; `nil` is the place outside all of them.
        public let requested: DistrictCode?
        /// The published district; `nil` is the place outside all of them.
        public let published: District?
        /// How many units they have in common.
        public let units: Int
    }

    /// What the published split is called.
    public let title: Translated<String>
    /// The parts by requested and then by published district, those outside all districts last.
    public let parts: [Part]
}

extension PublishedOverlap.Part: Comparable {
    /// By requested and then by published district, those outside all districts last.
    public static func < (left: Self, right: Self) -> Bool { left.place.lexicographicallyPrecedes(right.place) }

    /// What the order goes by. A colon stands after all digits.
    private var place: [String] { [requested?.digits ?? ":", published?.code.digits ?? ":"] }
}

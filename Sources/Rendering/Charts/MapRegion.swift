import Geography

/// A district on a map: what it is called, and what is shown of it.
public struct MapRegion: Hashable, Sendable {
    /// The code, by which a layout knows where it lies.
    public var code: DistrictCode
    /// The name.
    public var name: String
    /// The value as text, or a standard mark; empty where none is shown.
    public var value: String
    /// Its shade.
    public var shade: MapShade
    /// All that is shown, in words.
    public var words: String
    /// True for the district that the page is about.
    public var isChosen: Bool
    /// Where it leads, if anywhere.
    public var address: String?

    /// One district.
    public init(
        code: DistrictCode, name: String, value: String, shade: MapShade, words: String, isChosen: Bool = false,
        address: String? = nil
    ) {
        self.code = code
        self.name = name
        self.value = value
        self.shade = shade
        self.words = words
        self.isChosen = isChosen
        self.address = address
    }
}

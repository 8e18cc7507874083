/// The colours of drawings that stand alone, where no style sheet reaches.
public struct ChartColours: Hashable, Sendable {
    private let colours: [PaletteColour: String]

    /// The colours, as pictures write them.
    init(_ colours: [PaletteColour: String]) { self.colours = colours }

    /// The paper that everything is drawn on.
    var ground: String { self[.background] }

    subscript(use: PaletteColour) -> String { colours[use] ?? "currentColor" }

    /// The colour of each class of marks; `hollow` is the inside of an outline.
    public var byClass: [String: String] {
        var found = ["hollow": ground]
        for role in ChartRole.allCases { found[role.rawValue] = self[role.use] }
        return found
    }
}

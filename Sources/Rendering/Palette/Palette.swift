/// The colours of a site and the logo of its owner.
public struct Palette: Sendable {
    private let colours: [PaletteScheme: [PaletteColour: Colour]]
    /// The file of `templates/styles` that stands beside the site's name; `nil` for none.
    public let logo: String?

    /// A palette that has every colour in every scheme; `nil` if one is missing.
    init?(_ colours: [PaletteScheme: [PaletteColour: Colour]], logo: String?) {
        for scheme in PaletteScheme.allCases {
            guard let all = colours[scheme], PaletteColour.allCases.allSatisfy({ all[$0] != nil }) else { return nil }
        }
        self.colours = colours
        self.logo = logo
    }

    /// The colour for `use`.
    public func colour(_ use: PaletteColour, in scheme: PaletteScheme) -> Colour? { colours[scheme]?[use] }

    /// The colours of drawings that stand alone, on paper or as files.
    public var chartColours: ChartColours {
        ChartColours(
            Dictionary(
                uniqueKeysWithValues: PaletteColour.allCases.compactMap { use in
                    colour(use, in: .print).map { (use, $0.text) }
                }))
    }

    /// The style sheet of the site's colours, on screens and on paper, and of the classes of marks in drawings.
    public var styleSheet: String {
        """
        /* The colours of palette.yaml. */
        :root { color-scheme: light dark; \(properties(.light)) }
        @media (prefers-color-scheme: dark) { :root { \(properties(.dark)) } }
        @media print { :root { color-scheme: light; \(properties(.print)) } }
        \(ChartRole.allCases.map { "svg .\($0.rawValue) { color: var(\($0.use.property)); }" }.joined(separator: "\n"))

        """
    }

    /// The colours of paper alone, for documents that are never seen on a screen.
    public var paperStyleSheet: String { ":root { \(properties(.print)) }\n" }

    private func properties(_ scheme: PaletteScheme) -> String {
        PaletteColour.allCases.compactMap { use in
            colour(use, in: scheme).map { "\(use.property): \($0.text);" }
        }.joined(separator: " ")
    }
}

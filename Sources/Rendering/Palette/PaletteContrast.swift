/// Two colours that meet on the site, and how well one must stand out from the other.
struct PaletteContrast: Hashable, Sendable {
    let front: PaletteColour
    let back: PaletteColour
    let least: Double

    /// What words need (WCAG 2.1, 1.4.3).
    static let ofWords = 4.5
    /// What drawings and the borders of fields need (WCAG 2.1, 1.4.11).
    static let ofShapes = 3.0

    /// Every pair that is used. Lines that only divide, and the grid behind a drawing, need not stand out.
    static let all: [PaletteContrast] = {
        let backs: [PaletteColour] = [.background, .backgroundTinted, .surfaceHover, .warningSurface]
        let words: [PaletteColour] = [.text, .textSubtle, .accentText, .accentTextSubtle, .better, .worse]
        let shapes: [PaletteColour] = [.unclear, .differs, .border, .accentBase, .warningBorder]
        return words.flatMap { front in backs.map { PaletteContrast(front: front, back: $0, least: ofWords) } }
            + shapes.flatMap { front in
                backs.prefix(3).map { PaletteContrast(front: front, back: $0, least: ofShapes) }
            }
            + [PaletteContrast(front: .background, back: .accentBase, least: ofWords)]
    }()
}

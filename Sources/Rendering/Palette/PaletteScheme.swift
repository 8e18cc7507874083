/// When a set of colours is used.
public enum PaletteScheme: String, CaseIterable, Sendable {
    /// On a screen.
    case light
    /// On a screen whose reader wants it dark.
    case dark
    /// On paper, in PDFs, and in pictures that stand alone.
    case print
}

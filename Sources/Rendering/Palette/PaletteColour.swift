/// What a colour is for. The names are those of Designsystemet's roles, and of the verdicts and lines of drawings.
public enum PaletteColour: String, CaseIterable, Sendable {
    case background = "neutral-background-default"
    case backgroundTinted = "neutral-background-tinted"
    case surfaceHover = "neutral-surface-hover"
    case borderSubtle = "neutral-border-subtle"
    case border = "neutral-border-default"
    case textSubtle = "neutral-text-subtle"
    case text = "neutral-text-default"
    case accentTextSubtle = "accent-text-subtle"
    case accentText = "accent-text-default"
    case accentBase = "accent-base-default"
    case warningSurface = "warning-surface-default"
    case warningBorder = "warning-border-default"
    case better = "verdict-better"
    case worse = "verdict-worse"
    case unclear = "verdict-unclear"
    case differs = "verdict-differs"
    case grid = "chart-grid"

    /// The name of the custom property that style sheets use.
    public var property: String {
        switch self {
        case .better, .worse, .unclear, .differs, .grid: "--\(rawValue)"
        default: "--ds-color-\(rawValue)"
        }
    }
}

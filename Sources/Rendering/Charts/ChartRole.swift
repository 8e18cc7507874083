/// What a mark is for. On a page the style sheet colours its class; on its own it has a colour here.
///
/// Blue and orange-brown stay apart for the colour-blind, and shape says the same as colour everywhere.
enum ChartRole: String, CaseIterable {
    case better = "verdict-better"
    case worse = "verdict-worse"
    case unclear = "verdict-unclear"
    case differs = "verdict-differs"
    case untested = "verdict-untested"
    case district = "series-district"
    case city = "series-city"
    case country = "series-country"
    case sister
    case spine
    case axis
    case grid
    case text
    case absence
    case interval
    case clipped
    case seriesBreak = "series-break"
    case men = "bar-men"
    case women = "bar-women"
    case tile
    case chosenTile = "tile-chosen"
    case classMark = "class-mark"
    case ground = "map-ground"
    case plate

    /// The colour on white.
    var colour: String {
        switch self {
        case .better, .district, .women, .classMark: "#005A9C"
        case .worse: "#B3470B"
        case .unclear, .untested, .sister, .city, .axis, .grid, .men, .tile, .ground: "#6B7280"
        case .differs, .country, .spine, .text, .absence, .interval, .clipped, .seriesBreak, .chosenTile: "#1A1D21"
        case .plate: "#FFFFFF"
        }
    }
}

/// What a mark is for. On a page the style sheet of the palette colours its class.
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

    /// Which colour of the palette it has.
    var use: PaletteColour {
        switch self {
        case .better, .district, .women, .classMark: .better
        case .worse: .worse
        case .unclear, .untested, .sister, .city, .men, .ground: .unclear
        case .axis: .textSubtle
        case .tile: .border
        case .grid: .grid
        case .differs: .differs
        case .country, .spine, .text, .absence, .interval, .clipped, .seriesBreak, .chosenTile: .text
        case .plate: .background
        }
    }
}

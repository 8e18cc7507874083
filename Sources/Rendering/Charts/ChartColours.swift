/// The colours of drawings whose reader heeds no style sheet.
public enum ChartColours {
    /// The colour of each class of marks on white paper; `hollow` is the inside of an outline.
    public static var onPaper: [String: String] {
        var colours = ["hollow": "#FFFFFF"]
        for role in ChartRole.allCases { colours[role.rawValue] = role.colour }
        return colours
    }
}

import Markup

/// The picture that other sites show where a page is shared: what the page is about, and one published number.
///
/// 1200 × 630 pixels, the size that all of them take. Drawn to be turned into pixels: few readers take SVG.
struct SharePicture: Sendable {
    /// The picture's size in pixels.
    static let (width, height) = (1200.0, 630.0)

    /// What kind of page it is, such as `Folkehelseprofil 2026`.
    let kind: String
    /// The page's name.
    let title: String
    /// What stands below the name; empty for nothing.
    let subtitle: String
    /// The number with its unit, and what it is a number of; `nil` where there is none to show.
    let number: (text: String, words: String)?
    /// The site and the edition.
    let foot: String

    private static let margin = 80.0

    /// The picture in the site's colours.
    func node(_ colours: ChartColours) -> Node {
        let (dark, light, accent) = (colours[.accentTextSubtle], colours[.textSubtle], colours[.accentBase])
        let room = Self.width - 2 * Self.margin
        let size = ChartText.lines(title, size: 80, width: room).count > 1 ? 60.0 : 80.0
        var marks: [Node] = [
            SVG.rect(x: 0, y: 0, width: Self.width, height: Self.height, ["fill": colours.ground]),
            SVG.rect(x: 0, y: 0, width: Self.width, height: 18, ["fill": accent]),
            line(kind, y: 110, size: 34, light),
        ]
        var y = 130.0
        for words in ChartText.lines(title, size: size, width: room).prefix(3) {
            y += size * 1.12
            marks.append(line(words, y: y, size: size, dark, isBold: true))
        }
        for words in ChartText.lines(subtitle, size: 34, width: room).prefix(2) where !subtitle.isEmpty {
            y += 56
            marks.append(line(words, y: y, size: 34, light))
        }
        if let number {
            marks.append(line(number.text, y: 480, size: 64, accent, isBold: true))
            let words = ChartText.lines(number.words, size: 30, width: room).first ?? ""
            marks.append(line(words, y: 526, size: 30, dark))
        }
        marks.append(
            SVG.line(
                x1: Self.margin, y1: 556, x2: Self.width - Self.margin, y2: 556,
                ["stroke": colours[.borderSubtle], "stroke-width": "2"]))
        marks.append(line(foot, y: 598, size: 28, light))
        return SVG.file(
            width: Self.width, height: Self.height, ["font-family": "Noto Sans, sans-serif"], marks)
    }

    private func line(_ text: String, y: Double, size: Double, _ colour: String, isBold: Bool = false) -> Node {
        var attributes: Attributes = ["fill": colour, "font-size": SVGNumber.text(size)]
        if isBold { attributes.append("font-weight", "bold") }
        return SVG.text(text, x: Self.margin, y: y, attributes)
    }
}

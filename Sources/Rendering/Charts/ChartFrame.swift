import Markup

/// What surrounds a picture that stands alone: its name for those who do not see it, and in a downloaded file a heading,
/// the source and a white ground.
struct ChartFrame {
    /// The picture's own size in pixels, without heading and source.
    let width: Double
    let height: Double
    let words: ChartWords
    let style: ChartStyle
    /// True where the picture holds links, which must not be hidden from anybody.
    var holdsLinks = false

    private static let margin = 8.0
    private static let (headingSize, headingLine) = (14.0, 18.0)
    private static let (sourceSize, sourceLine) = (10.0, 14.0)

    /// The whole picture around its marks.
    func node(_ marks: [Node]) -> Node {
        switch style {
        case .page: svg(height: height, [SVG.g(holdsLinks ? [:] : ["aria-hidden": "true"], marks)])
        case .standalone(let colours): standalone(marks, colours)
        }
    }

    /// A small picture that assistive technology passes over, since words beside it say the same.
    ///
    /// - Parameters:
    ///   - type: The size in pixels of texts that say none of their own.
    ///   - isFluid: True if it is as wide as its place on the page.
    static func hidden(
        _ name: String, width: Double, height: Double, type: Double? = nil, isFluid: Bool = false, style: ChartStyle,
        _ marks: [Node]
    ) -> Node {
        var attributes: Attributes = ["aria-hidden": "true"]
        if let type { attributes.append("font-size", SVGNumber.text(type)) }
        switch style {
        case .page:
            attributes.append("class", name)
            return isFluid
                ? SVG.inline(frame: width, height, attributes, marks)
                : SVG.inline(width: width, height: height, attributes, marks)
        case .standalone(let colours):
            attributes.append("font-family", "sans-serif")
            let ground = SVG.rect(x: 0, y: 0, width: width, height: height, ["fill": colours.ground])
            return SVG.file(width: width, height: height, attributes, [ground] + marks)
        }
    }

    private func standalone(_ marks: [Node], _ colours: ChartColours) -> Node {
        let paint = ChartPaint(style: style)
        let room = width - 2 * Self.margin
        let heading = ChartText.lines(words.title, size: Self.headingSize, width: room)
        let source = ChartText.lines(words.source, size: Self.sourceSize, width: room)
        let headingHeight = Double(heading.count) * Self.headingLine + Self.margin
        let whole = headingHeight + height + Double(source.count) * Self.sourceLine + Self.margin
        let headingLines = heading.enumerated().map { index, line in
            SVG.text(
                line, x: Self.margin, y: Double(index + 1) * Self.headingLine,
                paint.text(size: Self.headingSize, isBold: true))
        }
        let sourceLines = source.enumerated().map { index, line in
            SVG.text(
                line, x: Self.margin, y: headingHeight + height + Double(index + 1) * Self.sourceLine,
                paint.text(size: Self.sourceSize))
        }
        let ground = SVG.rect(x: 0, y: 0, width: width, height: whole, ["fill": colours.ground])
        let moved = SVG.g(["transform": "translate(0 \(SVGNumber.text(headingHeight)))"], marks)
        return svg(height: whole, [SVG.g(["aria-hidden": "true"], [ground] + headingLines + [moved] + sourceLines)])
    }

    private func svg(height: Double, _ children: [Node]) -> Node {
        let (title, description) = ("\(words.idPrefix)-title", "\(words.idPrefix)-desc")
        var attributes: Attributes = [
            "role": holdsLinks ? "group" : "img", "aria-labelledby": "\(title) \(description)",
        ]
        let names: [Node] = [
            .element("title", ["id": title], [.text(words.title)]),
            .element("desc", ["id": description], [.text(words.description)]),
        ]
        switch style {
        case .page: return SVG.inline(width: width, height: height, attributes, names + children)
        case .standalone:
            attributes.append("font-family", "sans-serif")
            return SVG.file(width: width, height: height, attributes, names + children)
        }
    }
}

import Markup

/// The districts of a city, each shaded by what it shows and signed with a shape that says the same without colour.
///
/// Built from the words that tables show, so that a map tells nothing else. The district of the page has a thick frame.
public struct ShadedMap: Sendable {
    /// Where the districts lie.
    public var layout: MapLayout
    /// The districts, in official order; ground needs none.
    public var regions: [MapRegion]
    /// What the shades mean, in the order of the legend.
    public var legend: [(shade: MapShade, words: String)]

    /// A map of `regions`.
    public init(layout: MapLayout, regions: [MapRegion], legend: [(shade: MapShade, words: String)] = []) {
        self.layout = layout
        self.regions = regions
        self.legend = legend
    }

    private static let legendRow = 22.0
    private static let (nameSize, nameRow, signRow, valueRow) = (9.5, 11.0, 16.0, 12.0)
    private static let swatch = (width: 40.0, height: 16.0)

    /// The picture, 360 pixels wide. Links are left out of downloaded pictures.
    public func node(_ words: ChartWords, style: ChartStyle = .page) -> Node {
        let paint = ChartPaint(style: style)
        let ground = MapGround(paint: paint, idPrefix: words.idPrefix)
        let holdsLinks = style == .page && regions.contains { $0.address != nil }
        let found = Dictionary(regions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var under: [Node] = []
        var over: [Node] = []
        for place in layout.places {
            guard let region = found[place.code] else {
                under.append(area(of: place, .ground, isChosen: false, ground))
                continue
            }
            let node = self.node(of: region, at: place, linked: holdsLinks, ground)
            // A thick frame isn't covered by the neighbours'.
            if region.isChosen { over.append(node) } else { under.append(node) }
        }
        let drawn = style == .page ? [] : legend(from: layout.height + 8, ground)
        let frame = ChartFrame(
            width: MapLayout.width,
            height: layout.height + (drawn.isEmpty ? 0 : 8 + Double(drawn.count) * Self.legendRow), words: words,
            style: style, holdsLinks: holdsLinks)
        let hatchings = ground.hatchings(for: regions.map(\.shade) + legend.map(\.shade))
        return frame.node((hatchings.isEmpty ? [] : [.element("defs", [:], hatchings)]) + under + over + drawn)
    }

    // MARK: - One district

    /// The ground of a district and its border: one path. On a page the style sheet colours the border.
    private func area(of place: MapLayout.Place, _ shade: MapShade, isChosen: Bool, _ ground: MapGround) -> Node {
        let outline: Attributes = ["data-part": shade == .ground ? "ground" : "area", "fill-rule": "evenodd"]
        let border: Attributes
        switch (shade, ground.paint.style) {
        case (.ground, _): border = [:]
        case (_, .page): border = isChosen ? ["data-chosen": "true"] : [:]
        case (_, .standalone(let colours)):
            let role = isChosen ? ChartRole.chosenTile : .tile
            border = ["stroke": colours[role.use], "stroke-width": isChosen ? "4" : "1"]
        }
        return SVG.path(place.outline, outline.adding(ground.fill(of: shade)).adding(border))
    }

    private func node(of region: MapRegion, at place: MapLayout.Place, linked: Bool, _ ground: MapGround) -> Node {
        let area = area(of: place, region.shade, isChosen: region.isChosen, ground)
        let title = Node.element("title", [:], [.text(region.words)])
        let attributes: Attributes = ["data-district": region.code.digits, "data-shade": region.shade.name]
        let marks = [title, area] + labels(of: region, at: place, ground)
        guard linked, let address = region.address else { return SVG.g(attributes, marks) }
        return .element("a", (["href": address, "aria-label": region.words] as Attributes).adding(attributes), marks)
    }

    /// The name, the sign and the value below each other, as far as there is room; the sign always.
    private func labels(of region: MapRegion, at place: MapLayout.Place, _ ground: MapGround) -> [Node] {
        let (x, y) = place.middle
        let sign = ground.sign(of: region.shade)
        // A map of figures keeps places for both, so that a script can show others.
        let hasSign = !legend.isEmpty || !sign.isEmpty
        let hasValue = !legend.isEmpty || !region.value.isEmpty
        var lines = ChartText.lines(region.name, size: Self.nameSize, width: place.room.width)
        let longest = lines.map { ChartText.width($0, size: Self.nameSize) }.max() ?? 0
        let below = (hasSign ? Self.signRow : 0) + (hasValue ? Self.valueRow : 0)
        let whole = Double(lines.count) * Self.nameRow + below
        let fits = longest <= place.room.width && whole <= place.room.height
        // On a tile a long name is written smaller; between borders it is left to the table beside the map.
        if layout.hasBorders, !fits { lines = [] }
        let size = min(Self.nameSize, Self.nameSize * place.room.width / max(1, longest))
        let showsValue = hasValue && (!layout.hasBorders || fits)
        var top =
            y - (Double(lines.count) * Self.nameRow + (hasSign ? Self.signRow : 0) + (showsValue ? Self.valueRow : 0))
            / 2
        var marks: [Node] = []
        for line in lines {
            marks.append(
                SVG.text(
                    line, x: x, y: top + 8.5,
                    halo(ground.paint.text(size: size, anchor: .middle, isBold: region.isChosen), ground)))
            top += Self.nameRow
        }
        if hasSign {
            let place = "translate(\(SVGNumber.text(x)) \(SVGNumber.text(top + Self.signRow / 2)))"
            marks.append(SVG.g(["data-part": "sign", "transform": place], sign))
            top += Self.signRow
        }
        if showsValue {
            let text: Attributes = ["data-part": "value"]
            marks.append(
                SVG.text(
                    region.value, x: x, y: top + 9.5,
                    text.adding(halo(ground.paint.text(size: 10.5, anchor: .middle), ground))))
        }
        return marks
    }

    /// Text that hatching does not reach.
    private func halo(_ text: Attributes, _ ground: MapGround) -> Attributes {
        switch ground.paint.style {
        case .page: (["paint-order": "stroke"] as Attributes).adding(text)
        case .standalone(let colours):
            (["paint-order": "stroke", "stroke": colours.ground, "stroke-width": "3"] as Attributes).adding(text)
        }
    }

    // MARK: - What it means

    /// The legend of a page, which stands below the picture: a sample of each shade with its words.
    public func key(_ idPrefix: String) -> [(shade: MapShade, sample: Node, words: String)] {
        let ground = MapGround(paint: ChartPaint(style: .page), idPrefix: idPrefix)
        return legend.map { shade, words in
            let sample = ChartFrame.hidden(
                "sample", width: Self.swatch.width + 2, height: Self.swatch.height + 2, style: .page,
                [Self.sample(of: shade, x: 1, y: 1, ground)])
            return (shade, sample, words)
        }
    }

    private static func sample(of shade: MapShade, x: Double, y: Double, _ ground: MapGround) -> Node {
        func box(_ looks: Attributes) -> Node {
            SVG.rect(x: x, y: y, width: swatch.width, height: swatch.height, looks)
        }
        let place = "translate(\(SVGNumber.text(x + swatch.width / 2)) \(SVGNumber.text(y + swatch.height / 2)))"
        let area: Attributes = ["data-part": "area"]
        return SVG.g([
            box(area.adding(ground.fill(of: shade))), box(ground.paint.stroke(.tile, width: 1)),
            SVG.g(["data-part": "sign", "transform": place], ground.sign(of: shade)),
        ])
    }

    private func legend(from top: Double, _ ground: MapGround) -> [Node] {
        legend.enumerated().map { index, entry in
            let y = top + Double(index) * Self.legendRow
            return SVG.g([
                Self.sample(of: entry.shade, x: 1, y: y, ground),
                SVG.text(entry.words, x: 50, y: y + 12, ground.paint.text(size: 11)),
            ])
        }
    }
}

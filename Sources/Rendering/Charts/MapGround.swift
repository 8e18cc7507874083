import Markup

/// How shades look: a fill that differs in lightness or hatching, and the sign that says the same.
struct MapGround {
    let paint: ChartPaint
    /// What the ids of hatchings begin with.
    let idPrefix: String

    /// The hatchings that `shades` need, each once.
    func hatchings(for shades: [MapShade]) -> [Node] {
        var known: Set<String> = []
        return shades.compactMap { shade -> Node? in
            guard let marks = hatching(of: shade), known.insert(shade.name).inserted else { return nil }
            return .element(
                "pattern",
                [
                    "id": id(of: shade), "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
                ], marks)
        }
    }

    /// The fill of an area.
    func fill(of shade: MapShade) -> Attributes {
        switch shade {
        case .verdict(.favourable): paint.fill(.better, opacity: 32)
        case .verdict(.lessFavourable), .verdict(.higher), .verdict(.lower), .absent:
            ["fill": "url(#\(id(of: shade)))"]
        case .verdict(.notClearlyDifferent), .verdict(.notTested), .plain: paint.fill(.plate)
        case .step(let step, of: let count): paint.fill(.classMark, opacity: 8 + 44 * (step - 1) / max(1, count - 1))
        case .ground: paint.fill(.ground, opacity: 14)
        }
    }

    /// The sign of a shade about 0, 0, on a plate that keeps the hatching away; none where there is nothing to tell.
    func sign(of shade: MapShade) -> [Node] {
        switch shade {
        case .verdict(let verdict):
            [SVG.circle(x: 0, y: 0, radius: 7.5, paint.fill(.plate)), verdict.marker(x: 0, y: 0, radius: 5, paint)]
        case .step(let step, of: let count): boxes(step, of: count)
        case .absent(let mark):
            [
                SVG.circle(x: 0, y: 0, radius: 7.5, paint.fill(.plate)),
                SVG.text(mark, x: 0, y: 4, paint.text(.absence, size: 11, anchor: .middle, isBold: true)),
            ]
        case .plain, .ground: []
        }
    }

    /// As many boxes as there are classes, filled up to the class.
    private func boxes(_ step: Int, of count: Int) -> [Node] {
        let (size, distance) = (5.0, 1.5)
        let whole = Double(count) * (size + distance) - distance
        let start = -whole / 2
        let plate = SVG.rect(x: start - 2, y: -4.5, width: whole + 4, height: 9, paint.fill(.plate))
        return [plate]
            + (0..<count).map { index in
                SVG.rect(
                    x: start + Double(index) * (size + distance), y: -size / 2, width: size, height: size,
                    index < step ? paint.fill(.classMark) : paint.stroke(.classMark, width: 0.8))
            }
    }

    private func id(of shade: MapShade) -> String { "\(idPrefix)-\(shade.name)" }

    /// Lines and dots in a square of six pixels; `nil` for a shade without hatching.
    private func hatching(of shade: MapShade) -> [Node]? {
        switch shade {
        case .verdict(.lessFavourable):
            [
                SVG.rect(x: 0, y: 0, width: 6, height: 6, paint.fill(.worse, opacity: 14)),
                SVG.path(Self.lines([(0, 6, 6, 0), (-1, 1, 1, -1), (5, 7, 7, 5)]), paint.stroke(.worse, width: 1)),
            ]
        case .verdict(.higher):
            [SVG.path(Self.lines([(3, 0, 3, 6)]), paint.stroke(.unclear, width: 1))]
        case .verdict(.lower):
            [
                SVG.circle(x: 1.5, y: 1.5, radius: 0.8, paint.fill(.unclear)),
                SVG.circle(x: 4.5, y: 4.5, radius: 0.8, paint.fill(.unclear)),
            ]
        case .absent:
            [SVG.path(Self.lines([(0, 0, 6, 6), (0, 6, 6, 0)]), paint.stroke(.grid, width: 0.8))]
        case .verdict, .step, .plain, .ground: nil
        }
    }

    private static func lines(_ lines: [(Double, Double, Double, Double)]) -> SVGPath {
        var path = SVGPath()
        for (x1, y1, x2, y2) in lines {
            path.move(x1, y1)
            path.line(x2, y2)
        }
        return path
    }
}

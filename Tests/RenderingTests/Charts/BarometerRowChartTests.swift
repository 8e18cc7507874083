import Geography
import LocatedInput
import Markup
import Rendering
import Testing

struct BarometerRowChartTests {
    private static let numbers = NumberStyle(.nb)
    private static let verdicts = [
        "verdict-better", "verdict-worse", "verdict-unclear", "verdict-differs", "verdict-untested",
    ]

    private static func row(
        _ value: Double?, _ interval: (Double, Double)? = nil, country: Double? = 10, city: Double? = 9,
        sisters: [Double] = [7, 8, 9, 11, 12], polarity: ChartPolarity = .higherIsFavourable,
        verdict: ChartVerdict = .favourable
    ) -> BarometerRowChart {
        BarometerRowChart(
            value: value.map(NumberText.Decimal.tenths),
            interval: interval.map { ChartInterval(.tenths($0.0), .tenths($0.1)) },
            country: country.map(NumberText.Decimal.tenths), city: city.map(NumberText.Decimal.tenths), cityLetter: "B",
            sisters: sisters.map(NumberText.Decimal.tenths), polarity: polarity, verdict: verdict, absenceMark: ":")
    }

    private static func randomRow(_ random: inout Seeded, _ polarity: ChartPolarity) -> BarometerRowChart {
        func value() -> Double { Double(Int.random(in: -300...300, using: &random)) / 10 }
        let middle = value()
        let half = Double(Int.random(in: 0...50, using: &random)) / 10
        return row(
            middle, (middle - half, middle + half), country: value(), city: value(),
            sisters: (0..<Int.random(in: 0...16, using: &random)).map { _ in value() }, polarity: polarity)
    }

    /// Reads the scale from the country's line and the printed ends, and every mark's value from its place on it.
    @Test func everyMarkIsReadBackAsThePublishedValue() throws {
        var random = Seeded(state: 1)
        for index in 0..<200 {
            let row = Self.randomRow(&random, ChartPolarity.allCases[index % 3])
            let picture = try Picture(row.node(Self.numbers))
            let ends = try picture.marks("axis").filter { $0.name == "text" }.map { end -> Double in
                try #require(Double(end.text.replacing("\u{2212}", with: "-").replacing(",", with: ".")))
            }
            try #require(ends.count == 2)
            let perPixel = (ends[1] - ends[0]) / 272
            let read = { (x: Double) in ends[0] + (x - 24) * perPixel }
            let halfPixel = abs(perPixel) / 2 + 1e-9
            let country = try #require(row.country).double
            #expect(abs(read(try picture.marks("spine")[0].middleX()) - country) <= halfPixel)
            let marker = try #require(Self.verdicts.flatMap(picture.marks).first)
            #expect(abs(read(try marker.middleX()) - (try #require(row.value)).double) <= halfPixel)
            let whisker = try picture.marks("interval")[0].points().map { read($0.x) }
            let interval = try #require(row.interval)
            #expect(abs(try #require(whisker.min()) - interval.lower.double) <= halfPixel)
            #expect(abs(try #require(whisker.max()) - interval.upper.double) <= halfPixel)
            let drawn = try picture.ticks("sister").map(read).sorted()
            let inside = row.sisters.map(\.double).filter {
                (min(ends[0], ends[1]) - 1e-9...max(ends[0], ends[1]) + 1e-9).contains($0)
            }.sorted()
            #expect(drawn.count == inside.count)
            #expect(zip(drawn, inside).allSatisfy { abs($0 - $1) <= halfPixel })
        }
    }

    @Test func theScaleHoldsTheIntervalAndNothingReachesBeyondTheFrame() throws {
        var random = Seeded(state: 2)
        for _ in 0..<200 {
            let picture = try Picture(Self.randomRow(&random, .higherIsFavourable).node(Self.numbers))
            let xs =
                try picture.root.all.filter { ["line", "circle"].contains($0.name) }.map { try $0.middleX() }
                + picture.root.all("path").flatMap { try $0.points().map(\.x) }
            #expect(xs.allSatisfy { (0...320).contains($0) })
        }
    }

    @Test func turningThePolarityMirrorsTheDrawing() throws {
        var random = Seeded(state: 3)
        for _ in 0..<100 {
            var row = Self.randomRow(&random, .higherIsFavourable)
            let straight = try Picture(row.node(Self.numbers))
            row.polarity = .lowerIsFavourable
            let mirrored = try Picture(row.node(Self.numbers))
            let pairs = zip(try straight.ticks("sister"), try mirrored.ticks("sister"))
            #expect(pairs.allSatisfy { abs($0 - (320 - $1)) < 0.11 })
            for name in Self.verdicts + ["spine", "interval"] {
                let left = try straight.marks(name).map { try $0.middleX() }
                let right = try mirrored.marks(name).map { 320 - (try $0.middleX()) }
                #expect(left.count == right.count)
                #expect(zip(left, right).allSatisfy { abs($0 - $1) < 0.11 })
            }
        }
    }

    @Test func lowerStandsToTheRightWhereLowerIsFavourableAndOnlyThere() throws {
        for polarity in ChartPolarity.allCases {
            let picture = try Picture(Self.row(12, polarity: polarity, verdict: .notTested).node(Self.numbers))
            #expect((try picture.marks("verdict-untested")[0].middleX() > 160) == (polarity != .lowerIsFavourable))
        }
    }

    @Test func theCountryStandsAtTheSamePlaceInAllRowsAndIsDottedWhereNothingIsBetter() throws {
        for polarity in ChartPolarity.allCases {
            for country in [-5.0, 0, 1000] {
                let spine = try Picture(Self.row(12, country: country, polarity: polarity).node(Self.numbers)).marks(
                    "spine")[0]
                #expect(try spine.middleX() == 160)
                #expect((spine.attributes["stroke-dasharray"] != nil) == (polarity == .neutral))
            }
        }
    }

    @Test func valuesBeyondTheScaleBecomeAnArrowWithTheirNumbers() throws {
        let sisters = [10.0, 10, 10, 10, 10, 10, 10, 10, 10, 10, 90]
        let picture = try Picture(Self.row(11, city: -50, sisters: sisters).node(Self.numbers))
        #expect(picture.marks("clipped").filter { $0.name == "path" }.count == 2)
        #expect(picture.marks("clipped").filter { $0.name == "text" }.map(\.text) == ["\u{2212}50,0", "90,0"])
        #expect(picture.marks("city").isEmpty)
        #expect(try picture.ticks("sister").count == 10)
    }

    @Test func aValueThatIsNotShownIsItsMarkAndDrawsNothing() throws {
        let shown = try Picture(Self.row(nil, (1, 99)).node(Self.numbers))
        #expect(shown.marks("absence").map(\.text) == [":"])
        #expect(Self.verdicts.flatMap(shown.marks).isEmpty)
        #expect(shown.marks("interval").isEmpty)
        #expect(try Picture(Self.row(nil).node(Self.numbers)).text == shown.text)
        let nothing = try Picture(Self.row(nil, country: nil, city: nil, sisters: []).node(Self.numbers))
        #expect(nothing.root.all.map(\.name) == ["svg", "text"])
    }

    @Test func degenerateRowsAreDrawnOnAScaleOfOneUnit() throws {
        let equal = try Picture(Self.row(10, (10, 10), city: 10, sisters: [10, 10]).node(Self.numbers))
        #expect(try equal.marks("verdict-better")[0].middleX() == 160)
        #expect(equal.marks("axis").filter { $0.name == "text" }.map(\.text) == ["9,9", "10,1"])
        let alone = try Picture(Self.row(10.1, city: nil, sisters: []).node(Self.numbers))
        #expect(try alone.marks("verdict-better")[0].middleX() == 296)
        let straddling = try Picture(Self.row(-1, country: 0, sisters: [-2, 2]).node(Self.numbers))
        #expect(straddling.marks("axis").filter { $0.name == "text" }.map(\.text) == ["\u{2212}2,0", "2,0"])
    }

    @Test func withoutTheCountryThereIsNoSpine() throws {
        let picture = try Picture(Self.row(12, country: nil).node(Self.numbers))
        #expect(picture.marks("spine").isEmpty)
        #expect(picture.marks("verdict-better").count == 1)
    }

    @Test func numbersOfAnySizeAreDrawn() throws {
        let huge = NumberText.Decimal(999_999_999_999_999, decimals: 0)
        let tiny = NumberText.Decimal(1, decimals: 15)
        let row = BarometerRowChart(
            value: huge, country: tiny, city: nil, cityLetter: "B",
            sisters: [NumberText.Decimal(-999_999_999_999_999, decimals: 0)],
            polarity: .neutral, verdict: .higher)
        #expect(try Picture(row.node(Self.numbers)).marks("verdict-differs").count == 1)
    }

    @Test func everyVerdictHasAShapeOfItsOwnWithoutColour() throws {
        let shapes = try ChartVerdict.allCases.map { verdict in
            let picture = try Picture(MarkerSymbol.verdict(verdict).node(style: .standalone(Templates.colours)))
            #expect(picture.root.all.count >= 3)
            return picture.text.replacing(#/#[0-9A-F]{6}/#, with: "")
        }
        #expect(Set(shapes).count == ChartVerdict.allCases.count)
        let names = try ChartVerdict.allCases.map { verdict in
            let picture = try Picture(MarkerSymbol.verdict(verdict).node())
            return try #require(picture.root.children.first?.attributes["class"])
        }
        #expect(
            names == [
                "verdict-better", "verdict-worse", "verdict-unclear hollow", "verdict-differs", "verdict-differs",
                "verdict-untested",
            ])
    }

    @Test func everyTrendHasASignOfItsOwnWithoutColour() throws {
        let signs = try ChartTrend.allCases.map { trend in
            try Picture(MarkerSymbol.trend(trend).node(style: .standalone(Templates.colours))).text.replacing(
                #/#[0-9A-F]{6}/#, with: "")
        }
        #expect(Set(signs).count == ChartTrend.allCases.count)
    }

    @Test func theDrawingIsHiddenSinceTheTableSaysTheSame() throws {
        let nodes = [
            Self.row(12).node(Self.numbers), MarkerSymbol.sister.node(),
            BarometerHeader(left: "a", middle: "b", right: "c").node(),
        ]
        for node in nodes { #expect(try Picture(node).root.attributes["aria-hidden"] == "true") }
    }

    @Test func aRowLooksAsItWasLastRead() throws {
        let sisters = [5.1, 7.2, 8, 8.4, 9, 9.1, 11, 11.2, 12, 12.5, 13, 25]
        try Picture(
            Self.row(12.4, (10.2, 14.9), sisters: sisters, polarity: .lowerIsFavourable, verdict: .lessFavourable).node(
                Self.numbers, style: .standalone(Templates.colours))
        )
        .expectGolden("barometer-row")
        try Picture(
            BarometerHeader(left: "mindre gunstig", middle: "Norge", right: "gunstig").node(
                style: .standalone(Templates.colours))
        )
        .expectGolden("barometer-header")
    }
}

import Geography
import LocatedInput
import Markup
import Rendering
import Testing

struct TrendChartTests {
    static let words = ChartWords(
        idPrefix: "trend", title: "Andel barn i Øvre & Nedre Dal", description: "Linjediagram, 2015 til 2024, prosent.",
        source: "Kilde: et oppdiktet register. CC BY 4.0")
    private static let numbers = NumberStyle(.nb)

    private static func years(_ range: ClosedRange<Int>) -> [ChartPeriod] {
        range.map { ChartPeriod($0, $0, label: "\($0)") }
    }

    private static func chart(_ values: [Double?], city: [Double?] = [], breaks: Set<Int> = []) -> TrendChart {
        TrendChart(
            periods: values.indices.map { ChartPeriod(2015 + $0, 2015 + $0, label: "\(2015 + $0)") },
            series: [
                TrendSeries(
                    .district, name: "Øvre Dal", values: values.map { $0.map(NumberText.Decimal.tenths) },
                    intervals: values.map { value in value.map { ChartInterval(.tenths($0 - 1), .tenths($0 + 1)) } }),
                TrendSeries(.city, name: "Dalby", values: city.map { $0.map(NumberText.Decimal.tenths) }),
                TrendSeries(.country, name: "Norge", values: values.map { _ in .tenths(12) }),
            ],
            unit: "prosent", breaks: breaks)
    }

    /// Values read from the points' heights, on the scale that the axis prints.
    private static func read(_ picture: Picture, _ name: String, _ shape: String) throws -> [Double] {
        let axis = try zip(
            picture.marks("grid").map { try $0.middleY() },
            picture.root.all("text").filter { $0.attributes["text-anchor"] == "end" }.map { label in
                try #require(
                    Double(
                        label.text.replacing("\u{2212}", with: "-").replacing("\u{A0}", with: "").replacing(
                            ",", with: ".")))
            }
        ).map { $0 }
        let (low, high) = (try #require(axis.first), try #require(axis.last))
        // The last mark is the sign beside the name.
        return try picture.marks(name).filter { $0.name == shape }.dropLast().map { mark in
            low.1 + (try mark.middleY() - low.0) / (high.0 - low.0) * (high.1 - low.1)
        }
    }

    private func expect(_ read: [Double], near published: [Double], within distance: Double) {
        #expect(read.count == published.count)
        #expect(zip(read, published).allSatisfy { abs($0 - $1) <= distance })
    }

    @Test func everyPointIsReadBackAsThePublishedValue() throws {
        var random = Seeded(state: 5)
        for _ in 0..<60 {
            let scale = [1.0, 10.0, 1000.0][Int.random(in: 0...2, using: &random)]
            let values: [Double] = (0..<10).map { _ in Double(Int.random(in: -99...999, using: &random)) / 10 * scale }
            let picture = try Picture(Self.chart(values, city: values.reversed()).node(Self.words, Self.numbers))
            // The axis may be twice as long as what it holds, and is 254 pixels high.
            let span = (values + [12]).reduce(-1e9, max) - (values + [12]).reduce(1e9, min) + 4
            let perPixel = span * 2 / 254
            let cityValues = Array(values.reversed())
            try expect(Self.read(picture, "series-district", "circle"), near: values, within: perPixel / 2)
            try expect(Self.read(picture, "series-city", "rect"), near: cityValues, within: perPixel / 2)
        }
    }

    @Test func gapsAndBreaksCutTheLine() throws {
        let values: [Double?] = [1, 2, nil, 4, nil, 6, 7, 8, 9]
        let line = try #require(
            try Picture(Self.chart(values, breaks: [7]).node(Self.words, Self.numbers)).marks("series-district").first {
                $0.name == "path" && $0.attributes["stroke-width"] != nil
            })
        let path = try #require(line.attributes["d"])
        #expect(path.split(separator: "M").map { $0.split { "lhv".contains($0) }.count } == [2, 2, 2])
    }

    @Test func aBreakIsABarBetweenItsPeriods() throws {
        let picture = try Picture(Self.chart([1, 2, 3, 4], breaks: [2]).node(Self.words, Self.numbers))
        let bars = picture.marks("series-break")
        let points = try picture.marks("series-district").filter { $0.name == "circle" }.map { try $0.middleX() }
        #expect(bars.count == 1)
        #expect(try bars[0].middleX() > points[1] && bars[0].middleX() < points[2])
    }

    @Test func pointsStandByTheMiddleOfTheirPeriod() throws {
        var chart = Self.chart([1, 2, 3])
        chart.periods = [
            ChartPeriod(2010, 2012, label: "2010–2012"), ChartPeriod(2013, 2014, label: "2013–2014"),
            ChartPeriod(2021, 2021, label: "2021"),
        ]
        let xs = try Picture(chart.node(Self.words, Self.numbers)).marks("series-district").filter {
            $0.name == "circle"
        }.map { try $0.middleX() }
        #expect(abs((xs[1] - xs[0]) / (xs[2] - xs[0]) - 0.25) < 0.001)
    }

    @Test func linesDifferInMoreThanColour() throws {
        let picture = try Picture(
            Self.chart([1, 2], city: [2, 3]).node(Self.words, Self.numbers, style: .standalone(Templates.colours)))
        let lines = picture.root.all("path").filter { $0.attributes["stroke-width"] != nil }
        #expect(Set(lines.map { "\($0.attributes["stroke-dasharray"] ?? "")" }).count == 3)
    }

    @Test func namesAtTheLinesEndsDoNotCoverEachOther() throws {
        let picture = try Picture(Self.chart([1, 12], city: [3, 12]).node(Self.words, Self.numbers))
        let names = picture.root.all("text").filter { ["Øvre Dal", "Dalby", "Norge"].contains($0.text) }
        let heights = try names.map { try $0.number("y") }.sorted()
        #expect(heights.count == 3)
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 14.9 })
    }

    @Test func labelsOfManyPeriodsDoNotMeetAndTheLastIsThere() throws {
        let picture = try Picture(Self.chart((0..<21).map { Double($0) }).node(Self.words, Self.numbers))
        let labels = picture.root.all("text").filter { $0.text.count == 4 && $0.text.hasPrefix("20") }
        let xs = try labels.map { try $0.number("x") }
        #expect(labels.last?.text == "2035")
        #expect(xs.count > 4)
        #expect(zip(xs, xs.dropFirst()).allSatisfy { $1 - $0 > 30 })
    }

    @Test func degenerateSeriesAreDrawn() throws {
        _ = try Picture(Self.chart([nil, nil]).node(Self.words, Self.numbers))
        _ = try Picture(Self.chart([]).node(Self.words, Self.numbers))
        let nothing = TrendChart(periods: Self.years(2015...2016), series: [], unit: "")
        #expect(try Picture(nothing.node(Self.words, Self.numbers)).texts == ["2015", "2016"])
        let constant = try Picture(Self.chart([12]).node(Self.words, Self.numbers))
        #expect(constant.marks("series-district").contains { $0.name == "circle" })
    }

    @Test func thePictureIsNamedAndItsTextIsNotReadTwice() throws {
        let root = try Picture(Self.chart([1, 2]).node(Self.words, Self.numbers)).root
        #expect(root.attributes["role"] == "img")
        #expect(root.attributes["aria-labelledby"] == "trend-title trend-desc")
        #expect(root.children.map(\.name) == ["title", "desc", "g"])
        #expect(root.children.first?.text == Self.words.title)
        #expect(root.children.last?.attributes["aria-hidden"] == "true")
    }

    @Test func theTrendLooksAsItWasLastRead() throws {
        let chart = Self.chart(
            [10.2, 11.4, nil, 12.9, 13.1, 12.2, 14.8], city: [12.8, 12.7, 12.5, 12.5, 12.4, 12.2, 12.3], breaks: [5])
        try Picture(chart.node(Self.words, Self.numbers, style: .standalone(Templates.colours))).expectGolden("trend")
    }

    @Test func theSparklineLooksAsItWasLastReadAndGoesThroughItsValues() throws {
        let values: [Double?] = [10.2, 11.4, nil, 12.9, 13.1, 12.2, 14.8]
        let sparkline = Sparkline(
            periods: Self.years(2015...2021), district: values.map { $0.map(NumberText.Decimal.tenths) },
            country: values.map { _ in .tenths(12) }, breaks: [5])
        try Picture(sparkline.node(style: .standalone(Templates.colours))).expectGolden("sparkline")
        let line = try Picture(sparkline.node()).marks("series-district")[0]
        let shown = values.compactMap(\.self)
        let points = try line.points()
        #expect(points.count == shown.count)
        for (point, value) in zip(points, shown) { #expect(abs(25 - (value - 10.2) / 4.6 * 22 - point.y) <= 0.5) }
    }

    @Test func aSparklineOfOneValueIsADot() throws {
        let sparkline = Sparkline(periods: Self.years(2015...2016), district: [.tenths(1), nil], country: [nil, nil])
        #expect(try Picture(sparkline.node()).marks("series-district").map(\.name) == ["circle"])
    }
}

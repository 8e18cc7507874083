import Foundation
import LocatedInput
import Markup
import Testing

/// A picture read back from the text it is published as.
struct Picture {
    let root: XMLElement
    let text: String

    init(_ node: Node) throws {
        text = try Markup(node).text
        var diagnostics = Diagnostics()
        let file = InputFile(path: "picture.svg", text: text)
        _ = XMLCheck.check(file, as: .document, &diagnostics)
        root = try #require(XMLElement.read(file, &diagnostics), "\(diagnostics.sorted)")
        #expect(diagnostics.isEmpty, "\(diagnostics.sorted)")
    }

    /// The elements whose first class is `name`.
    func marks(_ name: String) -> [XMLElement] {
        root.all.filter { $0.attributes["class"]?.split(separator: " ").first.map(String.init) == name }
    }

    /// Where the upright ticks of the paths of class `name` stand.
    func ticks(_ name: String) throws -> [Double] {
        try marks(name).flatMap { mark in
            let points = try mark.points()
            let ends = zip(points, points.dropFirst()).enumerated().filter { $0.offset.isMultiple(of: 2) }.map(
                \.element)
            #expect(ends.allSatisfy { $0.0.x == $0.1.x })
            return ends.map(\.0.x)
        }
    }

    /// The picture's texts, in order.
    var texts: [String] { root.all("text").map(\.text) }

    /// Compares with `Golden/<name>.svg`, or writes it where `WRITE_GOLDEN` is set; then the file is read by a person.
    func expectGolden(_ name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appendingPathComponent("Golden/\(name).svg")
        if ProcessInfo.processInfo.environment["WRITE_GOLDEN"] != nil { try Data((text + "\n").utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text + "\n")
    }
}

extension XMLElement {
    /// A coordinate of this element.
    func number(_ name: String) throws -> Double {
        let text = try #require(attributes[name])
        return try #require(Double(text))
    }

    /// The middle of the mark, whatever its shape.
    func middleX() throws -> Double {
        switch name {
        case "circle": return try number("cx")
        case "rect": return try number("x") + number("width") / 2
        case "line": return try (number("x1") + number("x2")) / 2
        default:
            let xs = try points().map(\.x)
            let (first, last) = (try #require(xs.min()), try #require(xs.max()))
            return (first + last) / 2
        }
    }

    /// The middle of the mark, whatever its shape.
    func middleY() throws -> Double {
        switch name {
        case "circle": return try number("cy")
        case "rect": return try number("y") + number("height") / 2
        case "line": return try (number("y1") + number("y2")) / 2
        default:
            let ys = try points().map(\.y)
            let (first, last) = (try #require(ys.min()), try #require(ys.max()))
            return (first + last) / 2
        }
    }

    /// The points that a path goes through, in order.
    func points() throws -> [(x: Double, y: Double)] {
        var points: [(x: Double, y: Double)] = []
        for command in try #require(attributes["d"]).matches(of: /([MLHV])([-0-9. ]+)/) {
            let numbers = command.2.split(separator: " ").compactMap { Double($0) }
            let pen = points.last
            switch command.1 {
            case "H": points.append((try #require(numbers.first), try #require(pen).y))
            case "V": points.append((try #require(pen).x, try #require(numbers.first)))
            default:
                try #require(numbers.count == 2)
                points.append((numbers[0], numbers[1]))
            }
        }
        return points
    }
}

extension NumberText.Decimal {
    /// `number` rounded to a whole number of tenths.
    static func tenths(_ number: Double) -> Self { Self(Int((number * 10).rounded()), decimals: 1) }
}

/// A random number generator that gives the same numbers each time.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

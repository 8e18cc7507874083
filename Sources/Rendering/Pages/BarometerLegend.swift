import Disclosure
import LocatedInput
import Markup
import Profiles

/// How to read a barometer: its shapes, lines and marks, how many tests were made, and what chance alone would mark.
struct BarometerLegend {
    let profile: Profile
    let writer: PageWriter

    private var words: Wording { writer.words }

    /// The legend as the template shows it.
    func value() throws -> TemplateValue {
        let city = profile.place.city.name[writer.language]
        let lines: [(MarkerSymbol, String)] = [
            (.country(isNeutral: false), try words["profile.legend.country-line"]),
            (.city(letter: String(city.prefix(1))), city),
            (.sister, try words["profile.legend.sister-mark"]),
            (
                .interval,
                try words.phrase(
                    "profile.legend.interval", ["level": writer.percent(writer.set.policy.intervalLevel)])
            ),
            (.clipped, try words["profile.legend.clipped"]),
            (.trend(.rising), try words["profile.legend.trend"]),
        ]
        return .object([
            "shapes": .list(try Self.shapes(writer)),
            "lines": .list(try lines.map { try Self.entry($0, $1) }),
            "marks": .list(try Self.marks(writer)),
            "tests": .text(try tests()),
        ])
    }

    /// The shapes of verdicts, each with its words.
    static func shapes(_ writer: PageWriter) throws -> [TemplateValue] {
        try VerdictWord.allCases.map { word in
            try entry(.verdict(word.shape), try writer.words["verdict.legend.\(word.rawValue)"])
        }
    }

    /// The standard marks, each with what it may mean.
    static func marks(_ writer: PageWriter) throws -> [TemplateValue] {
        var meanings: [(mark: String, words: [String])] = []
        for status in FigureStatus.allCases where status != .shown {
            let word = try writer.words["status.\(status.rawValue)"]
            if let index = meanings.firstIndex(where: { $0.mark == status.mark }) {
                meanings[index].words.append(word)
            } else {
                meanings.append((status.mark, [word]))
            }
        }
        meanings.append(("*", [try writer.words.flag(.provisional)]))
        let either = try writer.words["profile.legend.or"]
        return meanings.map { meaning in
            .object(["mark": .text(meaning.mark), "words": .text(meaning.words.joined(separator: " \(either) "))])
        }
    }

    private static func entry(_ symbol: MarkerSymbol, _ text: String) throws -> TemplateValue {
        .object(["symbol": .markup(try Markup(symbol.node())), "words": .text(text)])
    }

    private func tests() throws -> String {
        let count = profile.testCount
        guard count > 0 else { return try words["profile.legend.no-tests"] }
        let rate = writer.set.policy.falseDiscoveryRate
        let expected = NumberText.Decimal(Int((Double(count) * rate * 10).rounded()), decimals: 1)
        let made = try words.phrase("profile.legend.tests", count: count, ["count": writer.numbers.text(count)])
        let chance = try words.phrase(
            "profile.legend.chance", ["rate": writer.percent(rate), "expected": writer.numbers.text(expected)])
        return "\(made) \(chance)"
    }
}

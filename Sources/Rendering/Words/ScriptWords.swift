import Disclosure
import Indicators
import Markup

/// The words that scripts show, in a part of the page that nobody sees: so that scripts speak the page's language and
/// hold no phrase themselves.
struct ScriptWords {
    let writer: PageWriter

    /// The phrases `keys`, the reasons, flags and verdicts, as the partial `script-words` holds them.
    func value(_ keys: [String]) throws -> TemplateValue {
        let words = writer.words
        var entries = try keys.map { key in try entry(key, words.pattern(key)) }
        for status in FigureStatus.allCases where status != .shown {
            let key = "status.\(status.rawValue)"
            entries.append(try entry(key, words[key], mark: status.mark))
        }
        for obstacle in Obstacle.allCases {
            let key = "obstacle.\(obstacle.rawValue)"
            entries.append(try entry(key, words[key], mark: FigureStatus.notComputable.mark))
        }
        for flag in FigureFlag.allCases where flag != .districtsOnly {
            entries.append(try entry("flag.\(flag.rawValue)", words.flag(flag)))
        }
        let verdicts = try VerdictWord.allCases.map { word -> TemplateValue in
            .object([
                "key": .text("verdict.\(word.rawValue)"), "symbol": .markup(try word.symbol),
                "kind": .text(word.rawValue), "words": .text(try words["verdict.short.\(word.rawValue)"]),
            ])
        }
        return .object(["texts": .list(entries), "verdicts": .list(verdicts)])
    }

    private func entry(_ key: String, _ text: String, mark: String = "") throws -> TemplateValue {
        .object(["key": .text(key), "text": .text(text), "mark": .text(mark)])
    }
}

extension Wording {
    /// The phrase `key` with its slots as they are written, for a script to fill.
    func pattern(_ key: String) throws -> String {
        let slots = phrases[key]?.slots ?? []
        return try phrase(key, Dictionary(uniqueKeysWithValues: slots.map { ($0, "{\($0)}") }))
    }
}

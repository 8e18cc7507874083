import ArgumentParser
import Disclosure
import LocatedInput
import Site

/// `bydelsprofil explain`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why a figure is withheld, to those who have the deliveries.",
        discussion: """
            Outside nobody can tell: all figures that are withheld have the same mark, and nothing published says which of \
            them are small. The answer must not be published.

            Example: bydelsprofil explain atf-royk-gravide 030101 2014_2018 --deliveries .build/deliveries
            """)

    @Argument(help: "The indicator's id.") var indicator: String
    @Argument(help: "The place as tables name it, such as 030101.") var area: String
    @Argument(help: "A year, or the first and the last one, such as 2014_2018.") var period: String
    @OptionGroup var input: FolderOptions

    func validate() throws {
        if input.deliveries == nil {
            throw ValidationError(
                "only the deliveries tell why a figure is withheld; name their folder by '--deliveries'")
        }
    }

    func run() throws {
        var diagnostics = Diagnostics()
        let question = FigureQuestion(indicator: indicator, area: area, period: period)
        let answer = question.answer(input.folders, &diagnostics)
        CommandOutput.report(diagnostics)
        try ExitStatus.stopOnErrors(diagnostics)
        guard let answer else { throw ExitStatus.badData.code }
        CommandOutput.result("\(indicator) \(area) \(period): \(answer.words)")
        if answer == .unknown { throw ExitStatus.findings.code }
    }
}

extension FigureExplanation {
    /// The answer in a sentence.
    fileprivate var words: String {
        func text(_ number: Double) -> String { number == number.rounded() ? "\(Int(number))" : "\(number)" }
        return switch self {
        case .unknown: "nothing is worked out for that place and period"
        case .noNumber: "there is no number; what is published says why"
        case .shown: "shown"
        case .open: "shown, since the owner of the register has published it"
        case .withheld(.ownCount, let rules):
            "withheld: it rests on \(text(rules.numerator)) events a year or fewer, \(text(rules.complement)) or fewer are not affected, "
                + "or it is about \(text(rules.denominator)) people a year or fewer"
        case .withheld(.wholeSeries, let rules):
            "withheld: more than \(rules.series.mostWithheld) of its series is small, or more than \(rules.series.mostWeak) of "
                + "it rests on \(text(rules.series.weak)) events a year or fewer"
        case .withheld(.others, _): "withheld: others that are small could be worked out from it"
        case .withheld(.brokenSeries, let rules):
            "withheld: more than \(rules.series.mostHoles) of its series would be holes"
        }
    }
}

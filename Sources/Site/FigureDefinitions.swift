import Disclosure
import Indicators
import LocatedInput
import Registers

/// What figures mean and which of them may go out, in every edition.
struct FigureDefinitions: Sendable {
    /// The registers.
    let registers: [RegisterDefinition]
    /// The indicators; `nil` where something is wrong with them.
    let library: IndicatorLibrary?
    /// What may be published; `nil` where something is wrong with that.
    let policy: DisclosurePolicy?

    /// Reads the folder of indicators; every fault is reported.
    init(from indicators: InputFolder, _ diagnostics: inout Diagnostics) {
        registers = RegisterDefinition.loadAll(from: indicators.folder("registers"), &diagnostics)
        let ids = registers.map(\.id)
        library = IndicatorLibrary.load(from: indicators, registers: ids, &diagnostics)
        library?.checkWhole(registers, &diagnostics)
        policy = InputFile(reading: indicators.file("disclosure.yaml"), &diagnostics).flatMap {
            DisclosurePolicy.load($0, registers: ids, &diagnostics)
        }
        if let library { policy?.withholding.check(library, &diagnostics) }
    }
}

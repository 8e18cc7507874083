import Disclosure
import Foundation
import Geography
import Indicators
import LocatedInput
import Registers
import TestSupport

@testable import Site

/// The figures of the open edition, made once from the repository's own tables.
enum RealFigures {
    static let made: Result<(publisher: FigurePublisher, table: PublishedTable), InputFailure> = make()

    private static func make() -> Result<(publisher: FigurePublisher, table: PublishedTable), InputFailure> {
        let root = InputFolder(SharedData.packageRoot.path)
        let indicators = root.folder("indicators")
        var diagnostics = Diagnostics()
        let definitions = RegisterDefinition.loadAll(from: indicators.folder("registers"), &diagnostics)
        let registers = definitions.map(\.id)
        let open = Set(definitions.filter { $0.publication == .publishedByOwner }.map(\.id))
        guard let geography = Geography.load(from: root.folder("geography"), &diagnostics),
            let library = IndicatorLibrary.load(from: indicators, registers: registers, &diagnostics),
            let policyFile = InputFile(reading: indicators.file("disclosure.yaml"), &diagnostics),
            let policy = DisclosurePolicy.load(policyFile, registers: registers, &diagnostics)
        else { return .failure(InputFailure(diagnostics: diagnostics)) }
        let publisher = FigurePublisher(
            geography: geography, library: library.limited(to: open), policy: policy, today: .january1(2026))
        guard let table = publisher.publish(openFigures: indicators.folder("open-figures"), &diagnostics) else {
            return .failure(InputFailure(diagnostics: diagnostics))
        }
        return .success((publisher, table))
    }
}

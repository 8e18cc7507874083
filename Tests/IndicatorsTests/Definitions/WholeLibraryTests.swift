import Foundation
import LocatedInput
import Registers
import TestSupport
import Testing

@testable import Indicators

/// The library as it is committed, changed in one place.
private func findings(_ change: (ScratchFolder) throws -> Void) throws -> [String] {
    let scratch = try ScratchFolder()
    for name in try FileManager.default.contentsOfDirectory(
        atPath: SharedData.packageRoot.appendingPathComponent("indicators").path)
    where name != "open-figures" {
        try FileManager.default.copyItem(
            atPath: SharedData.packageRoot.appendingPathComponent("indicators/\(name)").path,
            toPath: scratch.folder.file(name))
    }
    try change(scratch)
    var diagnostics = Diagnostics()
    let registers = RegisterDefinition.loadAll(from: scratch.folder.folder("registers"), &diagnostics)
    let library = IndicatorLibrary.load(from: scratch.folder, registers: registers.map(\.id), &diagnostics)
    library?.checkWhole(registers, &diagnostics)
    return scratch.findings(diagnostics)
}

private let spare = """
    id: spare
    owner: { nb: Eier, nn: Eigar, en: Owner }
    name: { nb: Navn, nn: Namn, en: Name }
    counts: { nb: Noe, nn: Noko, en: Something }
    lowest_geography: bydel
    first_year: 2020
    licence: { nb: Lukket, nn: Lukka, en: Closed }
    tables: []
    publication: confidential-delivery
    delivery: { format: long-csv, columns: { area: a, year: y, count: n }, ages: 0_120 }

    """

@Test func theCommittedLibraryIsWhole() throws {
    #expect(try findings { _ in } == [])
}

@Test func aRegisterThatNoIndicatorReadsIsAnErrorUnlessItSaysWhyItWaits() throws {
    #expect(
        try findings { try $0.write(spare, to: "registers/spare.yaml") } == [
            "registers/spare.yaml:1:1: error: no indicator reads the register 'spare'; define one, or say in 'waits' "
                + "what the register is waiting for [UnusedRegister]"
        ])
    let waits = "waits: { nb: Venter på hjemmel., nn: Ventar på heimel., en: Waits for a legal basis. }\n"
    #expect(try findings { try $0.write(spare + waits, to: "registers/spare.yaml") } == [])
}

@Test func aRegisterThatWaitsAndIsReadIsAnError() throws {
    let found = try findings { scratch in
        let file = "registers/population.yaml"
        try scratch.write(try scratch.text(of: file) + "waits: { nb: Nei, nn: Nei, en: No }\n", to: file)
    }
    #expect(found.count == 1 && found[0].hasSuffix("[WaitsInVain]"), "\(found)")
}

@Test func thereAreFiveThemesAndEachHasIndicators() throws {
    let found = try findings { scratch in
        let sixth = "- id: sixth\n  title: { nb: Sjette, nn: Sjette, en: Sixth }\n"
        try scratch.write(try scratch.text(of: "themes.yaml") + sixth, to: "themes.yaml")
    }
    #expect(found.count == 2 && found[0].hasSuffix("[WrongNumberOfThemes]"), "\(found)")
    #expect(found.count == 2 && found[1].hasSuffix("[EmptyTheme]"), "\(found)")
}

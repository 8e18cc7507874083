import Checksum
import Foundation
import LocatedInput
import Testing

@_spi(Confidential) @testable import Registers

/// What tests of deliveries share: layouts and registers as YAML would have them, and cells as short lines.
enum DeliveredFixture {
    /// The layout that `yaml`, the `delivery` of a register, describes.
    static func layout(_ yaml: String) throws -> DeliveryLayout {
        var diagnostics = Diagnostics()
        let mapping = YAMLValue(InputFile(path: "layout.yaml", text: yaml), &diagnostics)?.mapping(&diagnostics)
        let layout = mapping.flatMap { DeliveryLayout($0, &diagnostics) }
        #expect(diagnostics.sorted == [])
        return try #require(layout)
    }

    /// The register `id`, delivered as `yaml` describes; not delivered without.
    static func register(_ id: String, delivery yaml: String? = nil) throws -> RegisterDefinition {
        let delivery = yaml.map { text in
            "delivery:\n" + text.split(separator: "\n").map { "  \($0)\n" }.joined()
        }
        let text = """
            id: \(id)
            owner: { nb: Eier, nn: Eigar, en: Owner }
            name: { nb: Navn, nn: Namn, en: Name }
            counts: { nb: Noe, nn: Noko, en: Something }
            lowest_geography: grunnkrets
            first_year: 2005
            licence: { nb: ingen, nn: ingen, en: none }
            tables: []
            publication: confidential-delivery
            \(delivery ?? "layouts: [statbank-csv]")
            """
        var diagnostics = Diagnostics()
        let register = RegisterDefinition(InputFile(path: "\(id).yaml", text: text), id: id, &diagnostics)
        #expect(diagnostics.sorted == [])
        return try #require(register)
    }

    /// `text` in `file`, read as `layout` says.
    static func read(_ file: InputFile, _ layout: DeliveryLayout, years: ClosedRange<Int> = 2005...2030)
        -> (cells: [DeliveredCell], found: [String])
    {
        var diagnostics = Diagnostics()
        var layer = LayerCells(layout)
        layer.beginLayer(settled: [])
        layer.read(file, years: years, &diagnostics)
        return (layer.cells, diagnostics.sorted.map(\.description))
    }

    /// One cell as a line: `0301 2020 0 0_120 all = 5 @ 3:9`.
    static func line(_ cell: DeliveredCell) -> String {
        let count: String =
            switch cell.count {
            case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
            case .absent(let absence): absence.mark
            }
        return "\(cell.area) \(cell.year) \(cell.sex) \(cell.age) \(cell.category) = \(count) "
            + "@ \(cell.location.line):\(cell.location.column)"
    }
}

import Cells
import Foundation
import LocatedInput
import Protection

/// A proof as a file: JSON with cells by name.
///
/// `tables` are tables that agree with all that is published, as differences from the true one; `claims` give for each
/// protected cell the tables where it is greatest and least, by their places; null is the true table.
struct ProofFile: Encodable {
    struct Difference: Encodable {
        let cell: String
        let difference: Double
    }
    struct Claim: Encodable {
        let cell: String
        let upper: Int?
        let lower: Int?
    }

    let schemaVersion = 1
    let tables: [[Difference]]
    let claims: [Claim]

    init(_ proof: Proof, of system: CellSystem) {
        tables = proof.tables.map { table in
            zip(table.cells, table.differences).map { Difference(cell: system.cells[$0].id, difference: $1) }
        }
        claims = proof.claims.map { Claim(cell: system.cells[$0.cell].id, upper: $0.upper, lower: $0.lower) }
    }

    /// The file; equal proofs are equal bytes.
    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            encoder.keyEncodingStrategy = .convertToSnakeCase
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }

    /// The proof in `file`; nil if there is a fault, and all faults are reported.
    static func read(_ file: InputFile, of system: CellSystem, _ diagnostics: inout Diagnostics) -> Proof? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let document = JSONValue(file, &found) else { return nil }
        var index: [String: Int] = [:]
        for (place, cell) in system.cells.enumerated() { index[cell.id] = place }
        func cell(_ value: JSONValue) -> Int? {
            guard let name = value.required("cell", &found)?.string(&found) else { return nil }
            if index[name.value] == nil { found.emit(.unknownCell(name)) }
            return index[name.value]
        }
        func table(_ value: JSONValue?) -> Int? {
            guard let value, case .number(let number) = value.content else { return nil }
            return Int(exactly: number) ?? -1
        }
        let tables = document.required("tables", &found)?.array(&found)?.map { table in
            let moves = (table.array(&found) ?? []).compactMap { move -> (cell: Int, difference: Double)? in
                guard let cell = cell(move), let number = move.required("difference", &found)?.number(&found)
                else { return nil }
                return (cell, number.value)
            }
            return Proof.Table(cells: moves.map(\.cell), differences: moves.map(\.difference))
        }
        let claims = document.required("claims", &found)?.array(&found)?.compactMap { claim in
            cell(claim).map { Proof.Claim(cell: $0, upper: table(claim["upper"]), lower: table(claim["lower"])) }
        }
        guard let tables, let claims, !found.hasErrors else { return nil }
        return Proof(tables: tables, claims: claims)
    }
}

extension Diagnostic {
    fileprivate static func unknownCell(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "UnknownCell", at: name.location, "there is no cell '\(name.value)'",
            remedy: "take the proof of these cells")
    }
}

import Foundation

/// A method's reference table, `indicators/methods/<name>.csv`, read in the plainest way: `;` between fields, a header,
/// decimal points.
public struct ReferenceTable {
    /// One case: the texts of its rows by column, empty ones left out.
    public typealias Case = [[String: String]]

    /// The folder of the tables.
    public static let folder = SharedData.packageRoot.appendingPathComponent("indicators/methods")
    /// The cases, in order; each row is one where the table has no column `case`.
    public let cases: [Case]

    /// Reads the table `name`.
    public init(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent("\(name).csv"), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first, lines.count > 1 else { throw CocoaError(.fileReadCorruptFile) }
        var cases: [Case] = []
        for line in lines.dropFirst() {
            guard line.count == header.count else { throw CocoaError(.fileReadCorruptFile) }
            let row = Dictionary(uniqueKeysWithValues: zip(header, line)).filter { !$0.value.isEmpty }
            if let name = row["case"], cases.last?.first?["case"] == name {
                cases[cases.count - 1].append(row)
            } else {
                cases.append([row])
            }
        }
        self.cases = cases
    }

    /// The names of all tables, in order.
    public static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
            .map { String($0.dropLast(4)) }.sorted()
    }
}

/// How far `ours` lies from `theirs`, relative to `theirs` where that is not zero.
public func relativeDifference(_ ours: Double, _ theirs: Double) -> Double {
    theirs == 0 ? abs(ours) : abs(ours - theirs) / abs(theirs)
}

import Foundation

/// A small table of numbers worked out elsewhere: `;` between fields, a header, decimal points.
public struct ReferenceTable {
    /// The rows, by column name.
    public let rows: [[String: Double]]

    /// Reads `Reference/<name>.csv` beside the test file that asks.
    public init(_ name: String, besides testFile: String = #filePath) throws {
        let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
        let text = try String(contentsOf: folder.appendingPathComponent("Reference/\(name).csv"), encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.split(separator: ";").map(String.init) }
        guard let header = lines.first, lines.count > 1 else { throw CocoaError(.fileReadCorruptFile) }
        rows = try lines.dropFirst().map { line in
            let numbers = line.compactMap(Double.init)
            guard numbers.count == header.count else { throw CocoaError(.fileReadCorruptFile) }
            return Dictionary(uniqueKeysWithValues: zip(header, numbers))
        }
    }
}

/// How far `ours` lies from `theirs`, relative to `theirs` where that is not zero.
public func relativeDifference(_ ours: Double, _ theirs: Double) -> Double {
    theirs == 0 ? abs(ours) : abs(ours - theirs) / abs(theirs)
}

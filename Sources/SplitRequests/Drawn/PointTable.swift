import Borders
import LocatedInput

/// Reads a table with a point for each unit: `grunnkrets`, `x` and `y`, and perhaps its name.
struct PointTable {
    private enum Column: Hashable {
        case east
        case north
        case other(RequestColumn)

        init?(heading: String) {
            switch heading.foldedForComparison {
            case "x", "øst", "aust", "east", "easting", "lon", "longitude", "lengdegrad": self = .east
            case "y", "nord", "north", "northing", "lat", "latitude", "breddegrad", "breiddegrad": self = .north
            default:
                guard let column = RequestColumn(heading: heading) else { return nil }
                self = .other(column)
            }
        }
    }

    private let file: InputFile

    init(_ file: InputFile) { self.file = file }

    /// The points, each with what its line says; every line that cannot be read is a finding.
    func points(_ findings: inout [Finding]) -> [(
        point: Located<SIMD2<Double>>, properties: [(String, Located<String>)]
    )] {
        var diagnostics = Diagnostics()
        var points: [(Located<SIMD2<Double>>, [(String, Located<String>)])] = []
        var broken: Set<Int> = []
        var hasColumns = false
        CSVTable(file, dialect: CSVDialect(separatorOf: file)).read(&diagnostics) { header, _ in
            var columns: [Column: (index: Int, name: String)] = [:]
            for (index, heading) in header.enumerated() {
                if let column = Column(heading: heading.value), columns[column] == nil {
                    columns[column] = (index, heading.value)
                }
            }
            hasColumns = columns[.east] != nil && columns[.north] != nil && columns[.other(.unit)] != nil
            return hasColumns ? columns : nil
        } each: { record, columns, _ in
            guard let east = columns[.east].flatMap({ Self.number(record.text($0.index)) }),
                let north = columns[.north].flatMap({ Self.number(record.text($0.index)) })
            else {
                broken.insert(record.line)
                return
            }
            let properties = columns.sorted { $0.value.index < $1.value.index }.compactMap {
                column, place -> (String, Located<String>)? in
                guard case .other = column, let text = record.text(place.index) else { return nil }
                return (place.name, Located(text, at: record.location(place.index)))
            }
            points.append(
                (Located(SIMD2(east, north), at: SourceLocation(file: file.path, line: record.line)), properties))
        }
        guard hasColumns else {
            findings.append(Finding(.noPoints, "", at: SourceLocation(file: file.path, line: 1)))
            return []
        }
        // Each diagnostic of the table is a line that could not be read.
        broken.formUnion(diagnostics.sorted.map(\.location.line))
        findings += broken.sorted().map {
            Finding(.brokenLine, "\($0)", at: SourceLocation(file: file.path, line: $0))
        }
        if points.isEmpty, broken.isEmpty {
            findings.append(Finding(.noPoints, "", at: SourceLocation(file: file.path, line: 1)))
        }
        return points
    }

    /// A number with a decimal point or comma, as spreadsheets save it in one language or another, with as many decimals
    /// as a map program writes.
    private static func number(_ text: String?) -> Double? {
        guard let text, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "-.,".utf8.contains($0) }) else {
            return nil
        }
        return Double(text.replacing(",", with: "."))
    }
}

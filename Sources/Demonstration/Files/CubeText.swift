import Geography
import LocatedInput
import Registers

/// Tables of figures as statistical offices write them: JSON-stat, PX, and StatBank's CSV.
struct CubeText {
    private let cube: CubeTable
    private let register: RegisterID
    private let received: CalendarDate

    /// The text of `cube`, which is of `register` and was drawn up on the day `received`.
    init(_ cube: CubeTable, of register: RegisterID, received: CalendarDate) {
        self.cube = cube
        self.register = register
        self.received = received
    }

    /// The file in `format`, which is one of those for cubes; `nil` where `encoding` cannot write it.
    func bytes(_ format: DeliveryLayout.Format, _ encoding: TextEncoding, separator: UInt8) -> [UInt8]? {
        switch format {
        case .longCSV: nil
        // JSON is UTF-8, whatever the layout says (RFC 8259, section 8.1).
        case .jsonStat: Array(jsonStat.utf8)
        case .px: encoding.encode(px(encoding))
        case .statBankCSV: encoding.encode(statBank(separator: String(UnicodeScalar(separator))))
        }
    }

    /// JSON-stat 2.0, https://json-stat.org/full/: dense values, the last dimension fastest.
    private var jsonStat: String {
        let dimensions = cube.stub + [cube.years]
        var text = "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\(Self.json(register.id)),"
        text += "\"updated\":\"\(received)T06:00:00Z\",\"id\":["
        text += dimensions.map { Self.json($0.name) }.joined(separator: ",")
        text +=
            "],\"size\":[" + dimensions.map { String($0.codes.count) }.joined(separator: ",") + "],\n\"dimension\":{"
        text += dimensions.map { dimension in
            let index = dimension.codes.enumerated().map { "\(Self.json($1)):\($0)" }.joined(separator: ",")
            let label = zip(dimension.codes, dimension.labels).map { "\(Self.json($0)):\(Self.json($1))" }
            return "\(Self.json(dimension.name)):{\"label\":\(Self.json(dimension.name)),\"category\":{\"index\":{"
                + index + "},\"label\":{" + label.joined(separator: ",") + "}}}"
        }.joined(separator: ",\n")
        text += "},\n\"value\":["
        var isFirst = true
        cube.forEachRow { _, counts in
            text += isFirst ? "\n" : ",\n"
            text += counts.map(String.init).joined(separator: ",")
            isFirst = false
        }
        return text + "\n]}\n"
    }

    /// PX, AXIS-VERSION 2013 (SCB): the stub down the side, years along the top.
    private func px(_ encoding: TextEncoding) -> String {
        func list(_ values: [String]) -> String { values.map(Self.px).joined(separator: ",\n") }
        var text = "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2013\";\nCODEPAGE=\"\(encoding.rawValue)\";\nLANGUAGE=\"no\";\n"
        text +=
            "CREATION-DATE=\"\(received.description.replacing("-", with: "")) 08:00\";\nDECIMALS=0;\nSHOWDECIMALS=0;\n"
        text += "MATRIX=\(Self.px(register.id));\nTITLE=\(Self.px(register.id));\nCONTENTS=\(Self.px(register.id));\n"
        text += "UNITS=\"personer\";\n"
        text += "STUB=" + list(cube.stub.map(\.name)) + ";\nHEADING=" + Self.px(cube.years.name) + ";\n"
        for dimension in cube.stub + [cube.years] {
            text += "VALUES(\(Self.px(dimension.name)))=" + list(dimension.labels) + ";\n"
        }
        for dimension in cube.stub + [cube.years] {
            text += "CODES(\(Self.px(dimension.name)))=" + list(dimension.codes) + ";\n"
        }
        text += "DATA=\n"
        cube.forEachRow { _, counts in text += counts.map(String.init).joined(separator: " ") + " \n" }
        return text + ";\n"
    }

    /// StatBank's CSV: a title, an empty line, a column for each year; code and name of a place share a cell.
    private func statBank(separator: String) -> String {
        let stub = cube.stub
        func quoted(_ field: String) -> String { "\"\(field.replacing("\"", with: "\"\""))\"" }
        var text = quoted("\(register)") + "\n\n"
        text += (stub.map(\.name) + cube.years.codes).map(quoted).joined(separator: separator) + "\n"
        let places = zip(stub[0].codes, stub[0].labels).map { $0 == $1 ? quoted($0) : quoted("\($0) \($1)") }
        let others = stub.dropFirst().map { $0.codes.map(quoted) }
        cube.forEachRow { row, counts in
            let fields = [places[row[0]]] + zip(others, row.dropFirst()).map { $0[$1] } + counts.map(String.init)
            text += fields.joined(separator: separator) + "\n"
        }
        return text
    }

    private static func json(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                written += "\\"
                written.unicodeScalars.append(scalar)
            case let control where control.value < 0x20: written += " "
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }

    private static func px(_ text: String) -> String { "\"\(text.replacing("\"", with: "'"))\"" }
}

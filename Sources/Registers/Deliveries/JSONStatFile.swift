import LocatedInput

/// Reads a dataset in JSON-stat 2.0, as SSB and as FHI write it.
///
/// Codes may be an object with positions (SSB) or an array (FHI); values an array, or an object that leaves cells out;
/// marks an object by position (SSB), an array, one text for all cells, or an empty text or null for none (FHI).
/// https://json-stat.org/full/
enum JSONStatFile {
    /// The table in `file`; all faults are reported, `nil` if its shape cannot be made out.
    static func read(_ file: InputFile, _ diagnostics: inout Diagnostics) -> Cube? {
        var found = Diagnostics()
        defer { diagnostics.merge(found) }
        guard let root = JSONValue(file, &found) else { return nil }
        guard root.object(&found) != nil else { return nil }
        guard case .string("dataset")? = root["class"]?.content else {
            found.emit(.notADataset(at: root["class"]?.location ?? root.location))
            return nil
        }
        let ids = root.required("id", &found)?.array(&found)?.compactMap { $0.string(&found) }
        let sizes = root.required("size", &found)?.array(&found)?.compactMap { $0.wholeNumber(&found) }
        let dimensions = root.required("dimension", &found)
        guard let ids, let sizes, let dimensions, dimensions.object(&found) != nil, !found.hasErrors else { return nil }
        guard ids.count == sizes.count, !ids.isEmpty else {
            found.emit(.sizesDoNotMatch(at: root["size"]?.location ?? root.location))
            return nil
        }
        let measures = measures(root["role"], &found)
        let parts = zip(ids, sizes).map { id, size in
            dimensions.required(id.value, &found).flatMap {
                dimension(id, $0, size: size, isMeasure: measures.contains(id.value), &found)
            }
        }
        guard !found.hasErrors else { return nil }
        guard let size = Cube.size(sizes.map(\.value)) else {
            found.emit(.wrongNumberOfCells(at: root["value"]?.location ?? root.location))
            return nil
        }
        let marks = marks(root["status"], size: size, &found)
        let cells = cells(root, size: size, marks: marks, &found)
        return Cube(
            dimensions: parts.compactMap { $0 },
            forEachCell: { diagnostics, body in for cell in cells { body(cell, &diagnostics) } },
            location: root["id"]?.location ?? root.location)
    }

    /// The names of the dimensions whose role it is to say what was measured; `role` may be left out or null.
    private static func measures(_ role: JSONValue?, _ diagnostics: inout Diagnostics) -> Set<String> {
        guard let metric = role?["metric"] else { return [] }
        if case .null = metric.content { return [] }
        return Set((metric.array(&diagnostics) ?? []).compactMap { $0.string(&diagnostics)?.value })
    }

    private static func dimension(
        _ id: Located<String>, _ value: JSONValue, size: Located<Int>, isMeasure: Bool,
        _ diagnostics: inout Diagnostics
    ) -> Cube.Dimension? {
        guard let category = value.required("category", &diagnostics),
            let codes = codes(category, of: id, size: size.value, &diagnostics)
        else { return nil }
        var names = [id.value]
        if case .string(let label)? = value["label"]?.content, label != id.value { names.append(label) }
        return Cube.Dimension(names: names, codes: codes, isMeasure: isMeasure, location: value.location)
    }

    /// The codes of a dimension in order: an array, an object of positions, or the one key of `label` where a dimension
    /// of a single code leaves `index` out.
    private static func codes(
        _ category: JSONValue, of id: Located<String>, size: Int, _ diagnostics: inout Diagnostics
    ) -> [Located<String>]? {
        let codes: [Located<String>?]
        switch category["index"]?.content {
        case .array(let members): codes = members.map { $0.string(&diagnostics) }
        case .object(let members): codes = inOrder(members, &diagnostics)
        case nil where size == 1:
            codes = (category.required("label", &diagnostics)?.object(&diagnostics) ?? []).map(\.key)
        case nil:
            _ = category.required("index", &diagnostics)
            return nil
        default:
            _ = category["index"]?.object(&diagnostics)
            return nil
        }
        guard codes.count == size else {
            diagnostics.emit(.wrongSize(id, at: category.location))
            return nil
        }
        let known = codes.compactMap { $0 }
        Cube.checkCodes(known, of: id.value, &diagnostics)
        return known.count == size ? known : nil
    }

    /// The keys of `members` by the positions they are given.
    private static func inOrder(
        _ members: [(key: Located<String>, value: JSONValue)], _ diagnostics: inout Diagnostics
    ) -> [Located<String>?] {
        var codes: [Located<String>?] = Array(repeating: nil, count: members.count)
        for (key, value) in members {
            guard let position = value.wholeNumber(&diagnostics) else { continue }
            guard codes.indices.contains(position.value), codes[position.value] == nil else {
                diagnostics.emit(.wrongPosition(key, at: position.location))
                continue
            }
            codes[position.value] = key
        }
        return codes
    }

    /// The marks of cells.
    private struct Marks {
        /// The mark of every cell there is.
        var ofAll: String?
        /// The marks of single cells.
        var byPosition: [Int: String] = [:]

        subscript(position: Int) -> String? { ofAll ?? byPosition[position] }
    }

    private static func marks(_ status: JSONValue?, size: Int, _ diagnostics: inout Diagnostics) -> Marks {
        var marks = Marks()
        guard let status else { return marks }
        func mark(_ value: JSONValue) -> String? {
            if case .null = value.content { return nil }
            return value.string(&diagnostics).flatMap { $0.value.isEmpty ? nil : $0.value }
        }
        switch status.content {
        case .null: break
        case .string(let text): marks.ofAll = text.isEmpty ? nil : text
        case .array(let values):
            guard values.count == size else {
                diagnostics.emit(.wrongNumberOfCells(at: status.location))
                return marks
            }
            for (position, value) in values.enumerated() { marks.byPosition[position] = mark(value) }
        default:
            for (key, value) in status.object(&diagnostics) ?? [] {
                if let position = position(key, below: size, &diagnostics) { marks.byPosition[position] = mark(value) }
            }
        }
        return marks
    }

    private static func cells(
        _ root: JSONValue, size: Int, marks: Marks, _ diagnostics: inout Diagnostics
    ) -> [Cube.Cell] {
        guard let value = root.required("value", &diagnostics) else { return [] }
        var written: [(position: Int, value: JSONValue)] = []
        if case .array(let values) = value.content {
            guard values.count == size else {
                diagnostics.emit(.wrongNumberOfCells(at: value.location))
                return []
            }
            written = values.enumerated().map { ($0, $1) }
        } else {
            for (key, value) in value.object(&diagnostics) ?? [] {
                if let position = position(key, below: size, &diagnostics) { written.append((position, value)) }
            }
            written.sort { $0.position < $1.position }
        }
        var cells = written.compactMap { position, value in
            content(value, mark: marks[position], &diagnostics).map {
                Cube.Cell(position: position, content: $0, location: value.location)
            }
        }
        let present = Set(written.map(\.position))
        let place = root["status"]?.location ?? value.location
        let marked = marks.byPosition.filter { !present.contains($0.key) }
        if !marked.isEmpty {
            cells += marked.map { Cube.Cell(position: $0, content: .mark($1), location: place) }
            cells.sort { $0.position < $1.position }
        }
        return cells
    }

    /// What a cell holds. A mark beside a number may only say that the number is provisional, `*`.
    private static func content(_ value: JSONValue, mark: String?, _ diagnostics: inout Diagnostics) -> Cube.Content? {
        switch value.content {
        case .null: return mark.map { .mark($0) } ?? .blank
        case .string(let text): return text.isEmpty ? .blank : .mark(text)
        case .number(let number):
            if let mark, mark != "*", mark != "-" || number != 0 {
                diagnostics.emit(.numberAndMark(mark, at: value.location))
                return nil
            }
            return .number(number)
        default:
            diagnostics.emit(.notANumber(at: value.location))
            return nil
        }
    }

    private static func position(_ key: Located<String>, below size: Int, _ diagnostics: inout Diagnostics) -> Int? {
        if let position = NumberText.wholeNumber(key.value), position < size { return position }
        diagnostics.emit(.wrongPosition(key, at: key.location))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func notADataset(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotADataset", at: location, "the file is no dataset in JSON-stat 2",
            remedy: "fetch the table as json-stat2; it begins with \"class\": \"dataset\"")
    }

    fileprivate static func sizesDoNotMatch(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WrongSize", at: location, "'id' and 'size' do not tell of the same dimensions",
            remedy: "fetch the table again")
    }

    fileprivate static func wrongSize(_ id: Located<String>, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WrongSize", at: location, "the dimension '\(id.value)' has not as many codes as 'size' says",
            remedy: "fetch the table again")
    }

    fileprivate static func wrongPosition(_ key: Located<String>, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "WrongPosition", at: location,
            "'\(key.value)' has a position outside the table, or that of another",
            remedy: "positions count from 0 in the order of the dimensions; fetch the table again")
    }

    fileprivate static func numberAndMark(_ mark: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NumberAndMark", at: location, "the cell has a number, and the mark '\(mark)' as well",
            remedy: "ask the owner which of them holds")
    }

    fileprivate static func notANumber(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "NotACount", at: location, "a number, a mark in quotes or null belongs here",
            remedy: "fetch the table as json-stat2")
    }
}

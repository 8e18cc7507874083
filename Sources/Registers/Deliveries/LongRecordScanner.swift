import LocatedInput

/// Reads records of a long file by their bytes and adds them up.
///
/// Most records are digits and known codes, which are read without making text of them; any other record is read again
/// field by field, and what is wrong with it noted.
final class LongRecordScanner {
    /// What is wrong with records.
    private(set) var faults = RecordFaults()
    /// True if a cell that has two records is a fault to be located, and not just noted by the sink.
    private let locatesDoubles: Bool
    private let sink: CountSink
    private let layout: DeliveryLayout
    private let columns: LongColumns
    private let plan: AreaPlan
    private let axes: CountAxes
    /// The delivery's years.
    private let years: ClosedRange<Int>
    private let firstYear: Int

    /// True if a single year of age may be one that is passed over.
    private let hasIgnoredAges: Bool
    private let separator: UInt8
    private let memos: UnsafeMutablePointer<Memo>
    private let steps: UnsafeMutablePointer<Step>

    /// What a column's field was in an earlier record, so that the same field need not be read again.
    private struct Memo {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var lowMask: UInt64 = 0
        var highMask: UInt64 = 0
        /// How many bytes, the separator included; 0 for none.
        var length = 0
        var value = 0
    }

    /// How a column is read.
    private enum Step: UInt8 {
        case area, year, age, sexCode, ageCode, categoryCode, count, weight, other
    }

    /// A record of which nothing is wrong.
    private struct Record {
        var place = 0
        var year = 0
        var sex = 0
        var age = 0
        var category = 0
        var isLeftOut = false
        var count = Number()
        var weight = Number(scaled: 1, decimals: 0, isBlank: false)
    }

    private struct Number {
        var scaled: Int64 = 0
        var decimals = 0
        var isBlank = false
    }

    /// A scanner of files with these columns.
    init(
        _ layout: DeliveryLayout, columns: LongColumns, plan: AreaPlan, years: ClosedRange<Int>, firstYear: Int,
        sink: CountSink, locatesDoubles: Bool
    ) {
        self.layout = layout
        self.columns = columns
        self.plan = plan
        self.years = years
        self.firstYear = firstYear
        self.sink = sink
        self.locatesDoubles = locatesDoubles
        axes = sink.axes
        separator = layout.separator.byte
        hasIgnoredAges = layout.ignoredAges.contains { NumberText.wholeNumber($0) != nil }
        memos = .allocate(capacity: columns.roles.count)
        memos.initialize(repeating: Memo(), count: columns.roles.count)
        steps = .allocate(capacity: columns.roles.count)
        for (place, role) in columns.roles.enumerated() { (steps + place).initialize(to: Self.step(role)) }
    }

    deinit {
        memos.deallocate()
        steps.deallocate()
    }

    private static func step(_ role: LongColumns.Role) -> Step {
        switch role {
        case .area: .area
        case .year: .year
        case .age: .age
        case .code(.sex, _): .sexCode
        case .code(.age, _): .ageCode
        case .code(.category, _): .categoryCode
        case .count: .count
        case .weight: .weight
        case .other: .other
        }
    }
}

// MARK: Records of digits and known codes

extension LongRecordScanner {
    /// Reads the records that begin in `range` of the bytes at `base`; `end` is the end of what is there, and 32 bytes
    /// of line ends follow it. Returns how many lines there were.
    func scan(_ base: UnsafePointer<UInt8>, _ range: Range<Int>, end: Int, piece: Int) -> Int {
        var position = range.lowerBound
        var line = 0
        let columnCount = columns.roles.count
        let yearCount = axes.years.count
        let ageStride = axes.categories.places.count
        let sexStride = ageStride * axes.ages.places.count
        while position < range.upperBound {
            line &+= 1
            var record = Record()
            let next = plainRecord(base, position, columnCount, &record)
            if next > 0, next <= end {
                position = next
                if record.isLeftOut { continue }
                let cell = record.sex &* sexStride &+ record.age &* ageStride &+ record.category
                if sink.add(record.count.scaled, place: record.place, years: yearCount, year: record.year, ownerCell: cell)
                    || !locatesDoubles
                {
                    continue
                }
                noteDouble(record, piece: piece, line: line)
            } else {
                position = carefully(base, position, end: end, piece: piece, line: line)
            }
        }
        return line
    }

    /// Reads a record in which nothing is out of the ordinary; returns where the next one begins, or 0 if this one has
    /// to be read with care.
    @inline(__always) private func plainRecord(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ columnCount: Int, _ record: inout Record
    ) -> Int {
        var position = start
        var combination = 0
        for column in 0..<columnCount {
            let step = steps[column]
            let memo = memos + column
            if memo.pointee.length > 0,
                Self.word(base, position) & memo.pointee.lowMask == memo.pointee.low,
                Self.word(base, position &+ 8) & memo.pointee.highMask == memo.pointee.high
            {
                position &+= memo.pointee.length
                Self.put(memo.pointee.value, step, &record, &combination)
                continue
            }
            let begin = position
            let isQuoted = base[position] == 0x22
            if isQuoted { position &+= 1 }
            let inside = position
            var isRemembered = false
            var value = 0
            switch step {
            case .area, .year, .age, .count:
                var number: UInt64 = 0
                var digit = base[position] &- 0x30
                while digit < 10 {
                    number = number &* 10 &+ UInt64(digit)
                    position &+= 1
                    digit = base[position] &- 0x30
                }
                let digits = position &- inside
                if digits == 0 || digits > 14 { return 0 }
                switch step {
                case .area:
                    guard let code = PlaceCode(number, digits: digits), let place = sink.place(of: code),
                        !sink.isWatched(place)
                    else { return 0 }
                    value = place
                    isRemembered = true
                case .year:
                    guard digits == 4 else { return 0 }
                    value = Int(number)
                    if value >= firstYear {
                        guard years.contains(value) else { return 0 }
                        value -= axes.years.lowerBound
                    } else {
                        value = -1
                    }
                    isRemembered = true
                case .age:
                    guard number <= UInt64(AgeRange.oldest), !hasIgnoredAges else { return 0 }
                    value = Int(number)
                default:
                    guard digits <= 8 else { return 0 }
                    record.count.scaled = Int64(truncatingIfNeeded: number)
                }
            case .sexCode, .ageCode, .categoryCode:
                while base[position] != separator, base[position] != 0x0A, base[position] != 0x22 { position &+= 1 }
                var last = position
                if last > inside, base[last] == 0x0A, base[last &- 1] == 0x0D { last &-= 1 }
                guard case .code(_, let table) = columns.roles[column] else { return 0 }
                let number = table.number(of: UnsafeBufferPointer(start: base + inside, count: last &- inside))
                if number == CodeTable.undeclared { return 0 }
                position = last
                value = Int(number)
                if step == .categoryCode, case .code(.category(let index), _) = columns.roles[column] {
                    for other in (index &+ 1)..<max(index &+ 1, columns.categoryColumns) {
                        value *= columns.codesOfCategory[other]
                    }
                }
                isRemembered = true
            case .other:
                if isQuoted {
                    while base[position] != 0x22, base[position] != 0x0A { position &+= 1 }
                } else {
                    while base[position] != separator, base[position] != 0x0A, base[position] != 0x22 { position &+= 1 }
                    if position > inside, base[position] == 0x0A, base[position &- 1] == 0x0D { position &-= 1 }
                }
            case .weight: return 0
            }
            if isQuoted {
                guard base[position] == 0x22 else { return 0 }
                position &+= 1
            }
            if column &+ 1 < columnCount {
                guard base[position] == separator else { return 0 }
                position &+= 1
                if isRemembered { remember(base, begin, position, value, memo) }
            } else if base[position] == 0x0A {
                position &+= 1
            } else if base[position] == 0x0D, base[position &+ 1] == 0x0A {
                position &+= 2
            } else {
                return 0
            }
            Self.put(value, step, &record, &combination)
        }
        let category = columns.combinations[combination]
        if category < 0 {
            if category == CodeTable.undeclared { return 0 }
            record.isLeftOut = true
        }
        record.category = Int(category)
        if record.year | record.sex | record.age < 0 { record.isLeftOut = true }
        if !record.isLeftOut, !sink.isKnown(record.place, year: record.year) { return 0 }
        return position
    }

    @inline(__always) private static func put(
        _ value: Int, _ step: Step, _ record: inout Record, _ combination: inout Int
    ) {
        switch step {
        case .area: record.place = value
        case .year: record.year = value
        case .sexCode: record.sex = value
        case .age, .ageCode: record.age = value
        case .categoryCode: combination &+= value
        case .count, .weight, .other: break
        }
    }

    @inline(__always) private func remember(
        _ base: UnsafePointer<UInt8>, _ begin: Int, _ end: Int, _ value: Int, _ memo: UnsafeMutablePointer<Memo>
    ) {
        let length = end &- begin
        if length > 16 { return }
        let low = min(length, 8)
        let high = length &- low
        memo.pointee.lowMask = low == 8 ? .max : (1 as UInt64) << UInt64(low &* 8) &- 1
        memo.pointee.highMask = high == 8 ? .max : (1 as UInt64) << UInt64(high &* 8) &- 1
        memo.pointee.low = Self.word(base, begin) & memo.pointee.lowMask
        memo.pointee.high = Self.word(base, begin &+ 8) & memo.pointee.highMask
        memo.pointee.length = length
        memo.pointee.value = value
    }

    @inline(__always) private static func word(_ base: UnsafePointer<UInt8>, _ position: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
}

// MARK: All other records

extension LongRecordScanner {
    /// Notes a line that is longer than any record.
    func noteLongRecord(piece: Int, line: Int) {
        faults.add(RecordFault(kind: .longRecord, piece: piece, line: line, column: 0, text: ""))
    }

    private struct Field {
        var bytes: Range<Int>
        var hasDoubledQuotes = false
    }

    /// Reads the record at `start` field by field and notes what is wrong with it; returns where the next line begins.
    private func carefully(
        _ base: UnsafePointer<UInt8>, _ start: Int, end: Int, piece: Int, line: Int
    ) -> Int {
        var lineEnd = start
        while lineEnd < end, base[lineEnd] != 0x0A { lineEnd += 1 }
        let next = lineEnd + 1
        if lineEnd > start, base[lineEnd - 1] == 0x0D { lineEnd -= 1 }
        if lineEnd == start { return next }
        func note(_ kind: RecordFault.Kind, at place: Int?, _ text: String) {
            let column = place.map { place in
                (start..<place).reduce(1) { layout.encoding == .utf8 && base[$1] & 0xC0 == 0x80 ? $0 : $0 + 1 }
            }
            faults.add(RecordFault(kind: kind, piece: piece, line: line, column: column ?? 0, text: text))
        }
        guard let fields = fields(base, start..<lineEnd) else {
            note(.brokenQuote, at: nil, "")
            return next
        }
        guard fields.count == columns.roles.count else {
            note(.raggedRecord, at: nil, "")
            return next
        }
        var texts: [String] = []
        for field in fields {
            guard let text = layout.encoding.decode(UnsafeBufferPointer(start: base + field.bytes.lowerBound, count: field.bytes.count)) else {
                note(.wrongEncoding, at: field.bytes.lowerBound, "")
                return next
            }
            texts.append(
                (field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text).trimmingWhitespace())
        }
        var isSound = true
        let record = record(texts) { kind, column, text in
            if kind != .repairedZero { isSound = false }
            note(kind, at: fields[column].bytes.lowerBound, text)
        }
        if isSound, let record { add(record, piece: piece, line: line) { kind in note(kind, at: nil, "") } }
        return next
    }

    /// The fields of a line; `nil` if a quote is broken.
    private func fields(_ base: UnsafePointer<UInt8>, _ line: Range<Int>) -> [Field]? {
        var fields: [Field] = []
        var position = line.lowerBound
        while true {
            var field = Field(bytes: position..<position)
            if position < line.upperBound, base[position] == 0x22 {
                position += 1
                let inside = position
                while true {
                    guard position < line.upperBound else { return nil }
                    if base[position] != 0x22 {
                        position += 1
                    } else if position + 1 < line.upperBound, base[position + 1] == 0x22 {
                        field.hasDoubledQuotes = true
                        position += 2
                    } else {
                        break
                    }
                }
                field.bytes = inside..<position
                position += 1
                if position < line.upperBound, base[position] != separator { return nil }
            } else {
                while position < line.upperBound, base[position] != separator { position += 1 }
                field.bytes = field.bytes.lowerBound..<position
            }
            fields.append(field)
            if position >= line.upperBound { return fields }
            position += 1
        }
    }

    /// What a record's fields say; everything wrong with them is handed to `note`, with the column.
    private func record(_ texts: [String], _ note: (RecordFault.Kind, Int, String) -> Void) -> Record? {
        var record = Record()
        var combination: Int? = 0
        var categoryTexts: [String] = []
        var categoryColumn = 0
        var areaColumn = 0
        var place: Int?
        for (column, role) in columns.roles.enumerated() {
            let text = texts[column]
            switch role {
            case .area:
                areaColumn = column
                if layout.ignoredAreas.contains(text) { return nil }
                place = self.place(text) { note($0, column, text) }
                record.place = place ?? 0
            case .year:
                guard text.utf8.count == 4, let year = NumberText.wholeNumber(text) else {
                    note(.notAYear, column, text)
                    continue
                }
                if year < firstYear {
                    record.isLeftOut = true
                } else if years.contains(year) {
                    record.year = year - axes.years.lowerBound
                } else {
                    note(.yearOutside, column, text)
                }
            case .age:
                if layout.ignoredAges.contains(text) {
                    record.isLeftOut = true
                } else if let age = AgeRange(singleYear: text).flatMap(CountAxes.ownerAge) {
                    record.age = age
                } else {
                    note(.unknownAge, column, text)
                }
            case .code(let kind, let table):
                let number = table.number(of: text)
                if number == CodeTable.ignored {
                    record.isLeftOut = true
                    continue
                }
                switch kind {
                case .sex:
                    if number < 0 { note(.undeclaredSex, column, text) } else { record.sex = Int(number) }
                case .age:
                    if number < 0 { note(.unknownAge, column, text) } else { record.age = Int(number) }
                case .category(let index):
                    categoryTexts.append(text)
                    categoryColumn = column
                    if number < 0 {
                        combination = nil
                    } else {
                        let stride = columns.codesOfCategory.dropFirst(index + 1).reduce(1, *)
                        combination = combination.map { $0 + Int(number) * stride }
                    }
                }
            case .count: count(text, negativeIs: .negativeCount, otherIs: .notACount, &record.count) { note($0, column, "") }
            case .weight:
                count(text, negativeIs: .notAWeight, otherIs: .notAWeight, &record.weight) { note($0, column, "") }
                if record.weight.scaled <= 0, !record.weight.isBlank { note(.notAWeight, column, "") }
                if record.weight.isBlank { note(.notAWeight, column, "") }
            case .other: break
            }
        }
        let category = combination.map { columns.combinations[$0] } ?? CodeTable.undeclared
        if category == CodeTable.undeclared {
            note(.unknownCategory, categoryColumn, categoryTexts.joined(separator: "/"))
        } else if category == CodeTable.ignored {
            record.isLeftOut = true
        } else {
            record.category = Int(category)
        }
        if let place, !record.isLeftOut, !sink.isKnown(place, year: record.year) {
            note(.unknownArea, areaColumn, texts[areaColumn])
        }
        return place == nil ? nil : record
    }

    /// The place a code stands for; what is wrong with it is handed to `note`.
    private func place(_ written: String, _ note: (RecordFault.Kind) -> Void) -> Int? {
        let text = layout.areas[written] ?? written
        if let code = PlaceCode(text), let place = sink.place(of: code) { return place }
        if let code = plan.unknownPlace(text), let place = sink.place(of: code) { return place }
        if [3, 5, 7].contains(text.utf8.count), let code = PlaceCode("0" + text), let place = sink.place(of: code) {
            note(layout.repairsLeadingZeros ? .repairedZero : .lostZero)
            return layout.repairsLeadingZeros ? place : nil
        }
        note(.unknownArea)
        return nil
    }

    /// The number a field holds.
    private func count(
        _ text: String, negativeIs negative: RecordFault.Kind, otherIs other: RecordFault.Kind, _ number: inout Number,
        _ note: (RecordFault.Kind) -> Void
    ) {
        if text.isEmpty || layout.marks[text] != nil || Absence(mark: text) != nil {
            number.isBlank = true
            if text.isEmpty, layout.blank == .refused { note(.blankCount) }
            if text.isEmpty, layout.blank == .zero { number = Number() }
        } else if text == "-" {
            number = Number()
        } else if let decimal = NumberText.decimal(text, mark: layout.decimalMark == .comma ? .comma : .point) {
            if decimal.scaled < 0 { note(negative) }
            if decimal.decimals > 9 { note(.tooManyDecimals) }
            if decimal.double > DeliveredCell.largestCount { note(.implausibleCount) }
            number = Number(scaled: Int64(decimal.scaled), decimals: decimal.decimals)
        } else if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            note(.implausibleCount)
        } else {
            note(other)
        }
    }

    private func add(_ record: Record, piece: Int, line: Int, _ note: (RecordFault.Kind) -> Void) {
        if record.isLeftOut { return }
        let cell = axes.ownerCell(sex: record.sex, age: record.age, category: record.category)
        let isNew: Bool
        if record.count.isBlank {
            isNew = sink.addMissing(place: record.place, year: record.year, ownerCell: cell)
        } else {
            let (product, isTooLarge) = record.count.scaled.multipliedReportingOverflow(by: record.weight.scaled)
            let decimals = record.count.decimals + record.weight.decimals
            if decimals > 9 { return note(.tooManyDecimals) }
            if isTooLarge { return note(.implausibleCount) }
            let count = Self.parts(product, decimals: decimals)
            if Double(count.whole) > DeliveredCell.largestCount { return note(.implausibleCount) }
            isNew = sink.add(count, place: record.place, year: record.year, ownerCell: cell)
            if isNew, layout.columns.weight != nil {
                sink.addUnweighted(Self.parts(record.count.scaled, decimals: record.count.decimals))
            }
        }
        if !isNew, locatesDoubles { noteDouble(record, piece: piece, line: line) }
    }

    /// A number with so many decimals, in whole and billionths.
    private static func parts(_ scaled: Int64, decimals: Int) -> (whole: Int64, billionths: Int64) {
        var one: Int64 = 1
        for _ in 0..<decimals { one *= 10 }
        return (scaled / one, scaled % one * (CountSink.billion / one))
    }

    private func noteDouble(_ record: Record, piece: Int, line: Int) {
        let meaning = axes.meaning(
            ofCell: axes.cell(sex: record.sex, age: record.age, category: record.category))
        let key = DeliveredCell.Key(
            area: PlaceCode(bits: sink.cells.codes[record.place]).digits,
            year: axes.years.lowerBound + record.year, sex: meaning.sex, age: meaning.age,
            category: meaning.category)
        faults.add(RecordFault(kind: .doubledCell, piece: piece, line: line, column: 0, text: "\(key)"))
    }
}

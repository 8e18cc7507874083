/// Which cells have a record, by the owner's own codes: one bit each, kept in pages that are made when first needed, so
/// that neither an empty cube nor a large file takes much room.
///
/// Places are numbered as their codes turn up. An instance belongs to one task at a time.
final class CellSet: @unchecked Sendable {
    /// The codes of places, by number.
    private(set) var codes: [UInt64] = []
    /// How many cells there are for each code.
    let cellsPerCode: Int
    private let pagesPerCode: Int
    /// The page of each run of 512 cells; 0 is the empty page, which is never written.
    private var pages: UnsafeMutablePointer<UInt32>
    private var pageRoom: Int
    private var words: UnsafeMutablePointer<UInt64>
    private var wordRoom: Int
    private var pageCount = 1
    private var table: [Int32] = Array(repeating: -1, count: 1024)

    private static let wordsPerPage = 8

    /// An empty set.
    init(cellsPerCode: Int) {
        self.cellsPerCode = cellsPerCode
        pagesPerCode = max(1, (cellsPerCode + 511) / 512)
        pageRoom = 256 * pagesPerCode
        pages = .allocate(capacity: pageRoom)
        pages.initialize(repeating: 0, count: pageRoom)
        wordRoom = 1024 * Self.wordsPerPage
        words = .allocate(capacity: wordRoom)
        words.initialize(repeating: 0, count: wordRoom)
    }

    deinit {
        pages.deallocate()
        words.deallocate()
    }

    /// The number of `code`, or `nil` if it has not turned up.
    @inline(__always) func number(of code: PlaceCode) -> Int? {
        var slot = Self.hash(code.bits) & (table.count &- 1)
        while true {
            let number = Int(table[slot])
            if number < 0 { return nil }
            if codes[number] == code.bits { return number }
            slot = (slot &+ 1) & (table.count &- 1)
        }
    }

    /// The number of `code`, a new one if it has not turned up before.
    func add(_ code: PlaceCode) -> Int {
        if let number = number(of: code) { return number }
        let number = codes.count
        codes.append(code.bits)
        if codes.count * 2 > table.count {
            table = Array(repeating: -1, count: table.count * 4)
            for number in codes.indices { place(number) }
        } else {
            place(number)
        }
        if codes.count * pagesPerCode > pageRoom { pages = Self.grown(pages, &pageRoom) }
        return number
    }

    /// Puts a cell in; false if it was there.
    @inline(__always) func insert(_ code: Int, _ cell: Int) -> Bool {
        let entry = code &* pagesPerCode &+ cell >> 9
        var page = Int(pages[entry])
        if page == 0 { page = newPage(entry) }
        let word = page &* Self.wordsPerPage &+ (cell >> 6) & 7
        let bit = (1 as UInt64) << UInt64(truncatingIfNeeded: cell & 63)
        let old = words[word]
        words[word] = old | bit
        return old & bit == 0
    }

    /// True if the cell is in.
    func contains(_ code: Int, _ cell: Int) -> Bool {
        let page = Int(pages[code * pagesPerCode + cell >> 9])
        return words[page * Self.wordsPerPage + (cell >> 6) & 7] >> UInt64(cell & 63) & 1 == 1
    }

    /// True if any of `cells` is in.
    func containsAny(_ code: Int, _ cells: Range<Int>) -> Bool {
        var cell = cells.lowerBound
        while cell < cells.upperBound {
            if cell & 511 == 0, cell + 512 <= cells.upperBound, pages[code * pagesPerCode + cell >> 9] == 0 {
                cell += 512
            } else if contains(code, cell) {
                return true
            } else {
                cell += 1
            }
        }
        return false
    }

    /// How many cells are in.
    var count: Int { (0..<pageCount * Self.wordsPerPage).reduce(0) { $0 + words[$1].nonzeroBitCount } }

    /// Puts in all cells of `other`; true if some of them were there.
    func formUnion(_ other: CellSet) -> Bool {
        var overlaps = false
        for (theirs, bits) in other.codes.enumerated() {
            let ours = add(PlaceCode(bits: bits))
            for page in 0..<pagesPerCode {
                let from = Int(other.pages[theirs * pagesPerCode + page])
                if from == 0 { continue }
                let entry = ours * pagesPerCode + page
                let to = pages[entry] == 0 ? newPage(entry) : Int(pages[entry])
                for word in 0..<Self.wordsPerPage {
                    let new = other.words[from * Self.wordsPerPage + word]
                    if words[to * Self.wordsPerPage + word] & new != 0 { overlaps = true }
                    words[to * Self.wordsPerPage + word] |= new
                }
            }
        }
        return overlaps
    }

    @inline(never) private func newPage(_ entry: Int) -> Int {
        if (pageCount + 1) * Self.wordsPerPage > wordRoom { words = Self.grown(words, &wordRoom) }
        pages[entry] = UInt32(pageCount)
        pageCount += 1
        return pageCount - 1
    }

    private func place(_ number: Int) {
        var slot = Self.hash(codes[number]) & (table.count - 1)
        while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
        table[slot] = Int32(number)
    }

    @inline(__always) private static func hash(_ bits: UInt64) -> Int {
        Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 20)
    }

    private static func grown<Element: FixedWidthInteger>(
        _ old: UnsafeMutablePointer<Element>, _ room: inout Int
    ) -> UnsafeMutablePointer<Element> {
        let new = UnsafeMutablePointer<Element>.allocate(capacity: room * 2)
        new.initialize(repeating: 0, count: room * 2)
        new.update(from: old, count: room)
        old.deallocate()
        room *= 2
        return new
    }
}

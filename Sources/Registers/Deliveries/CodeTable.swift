/// The codes of a delimited file and the numbers they stand for, looked up by their bytes.
struct CodeTable: Sendable {
    private let codes: [[UInt8]]
    private let numbers: [Int32]
    /// Places in `codes` by hash, -1 where there is none; a power of two of them.
    private let slots: [Int32]
    private let numbersByText: [String: Int32]

    /// What a code that nobody has declared stands for.
    static let undeclared: Int32 = -1
    /// What a code stands for whose records are passed over.
    static let ignored: Int32 = -2

    /// The table of `entries`: codes, unlike each other, and the bytes they are written with.
    init(_ entries: [(code: String, bytes: [UInt8], number: Int32)]) {
        codes = entries.map(\.bytes)
        numbers = entries.map(\.number)
        numbersByText = Dictionary(uniqueKeysWithValues: entries.map { ($0.code, $0.number) })
        var size = 16
        while size < entries.count * 4 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for (place, code) in codes.enumerated() {
            var slot = code.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(place)
        }
        self.slots = slots
    }

    /// The number of the code with these bytes.
    func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        var slot = Self.hash(bytes) & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if codes[place].elementsEqual(bytes) { return numbers[place] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Self.undeclared
    }

    /// The number of the code `text`.
    func number(of text: String) -> Int32 { numbersByText[text] ?? Self.undeclared }

    /// FNV-1a, folded.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}

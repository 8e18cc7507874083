/// What pieces add up to.
struct PieceTally: Sendable {
    /// What each city has lost.
    private(set) var lost: [Int: CellBlock] = [:]
    /// Everything in the pieces' own places.
    private(set) var sum: CellBlock
    /// The same where the persons are made up, which is not in ``sum``.
    private(set) var invented: CellBlock

    /// Nothing.
    init(_ axes: CellAxes) {
        sum = CellBlock("", axes)
        invented = sum
    }

    /// What is in `piece`.
    init(_ piece: DeliverySource.Piece, _ axes: CellAxes) {
        self.init(axes)
        for block in piece.blocks {
            if piece.isInvented { invented.add(block) } else { sum.add(block) }
        }
        if let (city, block) = piece.lost { lost[city] = block }
    }

    /// Adds what is in other pieces.
    mutating func add(_ other: PieceTally) {
        sum.add(other.sum)
        invented.add(other.invented)
        for (city, block) in other.lost {
            if lost[city] == nil { lost[city] = block } else { lost[city]?.add(block) }
        }
    }
}

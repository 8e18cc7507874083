import Cells

/// How far a cell may lie above and below its number, as far as a reader knows of the cell itself.
struct Latitude: Sendable {
    /// Never negative; may be infinite.
    let up: Double
    /// Never negative; may be infinite.
    let down: Double

    init(_ system: CellSystem, _ cell: Int, withheld: Bool, _ policy: ProtectionPolicy) {
        let known = system.known(cell, withheld: withheld, policy)
        let value = system.cells[cell].value
        up = max(0, known.upperBound - value)
        down = max(0, value - known.lowerBound)
    }

    private init(up: Double, down: Double) {
        self.up = up
        self.down = down
    }

    /// No way to move.
    static let none = Latitude(up: 0, down: 0)

    /// As far as either allows.
    func reaching(_ other: Latitude) -> Latitude {
        Latitude(up: max(up, other.up), down: max(down, other.down))
    }

    /// As far as both allow.
    func within(_ other: Latitude) -> Latitude {
        Latitude(up: min(up, other.up), down: min(down, other.down))
    }

    /// The same for what moves the other way.
    var turned: Latitude { Latitude(up: down, down: up) }

    var isSome: Bool { up > 0 || down > 0 }

    /// Whether a difference of `amount` keeps within it.
    func holds(_ amount: Double) -> Bool {
        amount <= up + Need.tolerance && -amount <= down + Need.tolerance
    }
}

import Registers

/// The counts of one register, drawn piece by piece so that pieces can be drawn at the same time.
struct DeliverySource: Sendable {
    /// Some of the places, and what they add to others.
    struct Piece: Sendable {
        /// The places as they are delivered.
        var blocks: [CellBlock]
        /// What could not be placed, and the place of its city among the closing blocks; `nil` where there is none.
        var lost: (city: Int, block: CellBlock)?
        /// True if the persons of the places are made up, as those of the rest of the country that they are part of.
        var isInvented = false
    }

    /// What is told apart.
    let axes: CellAxes
    /// How many pieces there are.
    let pieces: Int
    /// Draws a piece.
    let draw: @Sendable (Int) -> Piece
    /// The blocks after all pieces, from what they add up to: the unallocated and the country.
    let close: @Sendable (PieceTally) -> [CellBlock]
    /// The names of places by their codes, for layouts that have them.
    let names: [String: String]
}

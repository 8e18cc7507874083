extension Bundles {
    /// The move of the cells of bundles that move by `amounts`, by whole numbers where it does so but for rounding; nil
    /// where nothing moves, or rounding has spoilt a relation.
    func move(_ amounts: [(bundle: Int, amount: Double)], of neighbourhood: Neighbourhood, in part: LinkedCells)
        -> Move?
    {
        var moved: [(cell: Int, amount: Double)] = []
        for (bundle, amount) in amounts where abs(amount) > Need.tolerance / 10 {
            for member in members[bundle] {
                moved.append((neighbourhood.cells[member.place], member.sign * amount))
            }
        }
        guard !moved.isEmpty else { return nil }
        moved.sort { $0.cell < $1.cell }
        let found = Move(cells: moved.map(\.cell), amounts: moved.map(\.amount))
        return [found.rounded(in: part), found].first { $0.keepsRelations(of: part) }
    }
}

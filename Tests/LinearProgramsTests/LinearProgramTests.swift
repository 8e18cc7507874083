import LinearPrograms
import Testing

/// Expected values are worked out by hand at the corners of each feasible region.
@Suite struct LinearProgramTests {
    /// x + 2y ≥ 4 and 3x + y ≥ 6 in the first quadrant: corners (0, 6), (1.6, 1.2), (4, 0).
    private func twoNumbers(costs: (Double, Double) = (1, 1)) -> LinearProgram {
        LinearProgram(
            columns: [Column(0...(.infinity), cost: costs.0), Column(0...(.infinity), cost: costs.1)],
            rows: [
                Row([.init(0, 1), .init(1, 2)], 4...(.infinity)), Row([.init(0, 3), .init(1, 1)], 6...(.infinity)),
            ])
    }

    @Test func findsTheCheapestCorner() {
        let program = twoNumbers()
        #expect(program.minimise() == .solved)
        #expect(abs(program.value(0) - 1.6) < 1e-9)
        #expect(abs(program.value(1) - 1.2) < 1e-9)
        #expect(abs(program.total - 2.8) < 1e-9)
    }

    @Test func solvesAgainWithOtherCostsAndBounds() {
        let program = twoNumbers()
        #expect(program.minimise() == .solved)
        program.setCost(1, 100)
        #expect(program.minimise() == .solved)
        #expect(abs(program.value(0) - 4) < 1e-9)
        program.setBounds(0, 0...1)
        #expect(program.minimise() == .solved)
        #expect(abs(program.value(1) - 3) < 1e-9)
    }

    @Test func givesTheEndsOfOneColumnAndKeepsTheCosts() {
        let program = LinearProgram(
            columns: [Column(0...3), Column(0...4), Column(0...10)],
            rows: [Row([.init(0, 1), .init(1, 1), .init(2, -1)], equals: 0)])
        program.setBounds(2, 5...5)
        #expect(program.least(0) == 1)
        #expect(program.greatest(0) == 3)
        #expect(program.least(1) == 2)
        program.setCost(1, 1)
        #expect(program.minimise() == .solved)
        #expect(program.value(1) == 2)
    }

    @Test func tellsWhatHasNoSolution() {
        let program = LinearProgram(
            columns: [Column(0...1), Column(0...1)], rows: [Row([.init(0, 1), .init(1, 1)], equals: 3)])
        #expect(program.minimise() == .impossible)
        #expect(program.least(0) == nil)
        program.setBounds(1, 0...2)
        #expect(program.minimise() == .solved)
        #expect(program.solution == [1, 2])
    }

    @Test func tellsWhatHasNoEnd() {
        let program = LinearProgram(
            columns: [Column(0...(.infinity)), Column(0...(.infinity))],
            rows: [Row([.init(0, 1), .init(1, -1)], equals: 0)])
        #expect(program.greatest(0) == nil)
        #expect(program.least(0) == 0)
    }

    @Test func weightsNeedNotBeOne() {
        let program = LinearProgram(
            columns: [Column(0...100), Column(0...0.5)],
            rows: [Row([.init(0, 0.004), .init(1, -1)], equals: 0)])
        #expect(abs((program.greatest(0) ?? 0) - 100) < 1e-9)
        program.setBounds(1, 0...0.1)
        #expect(abs((program.greatest(0) ?? 0) - 25) < 1e-9)
    }

    /// Three pairs that may add up to one at most, in a ring: the ends in halves are 1.5 together, in whole numbers 1.
    @Test func findsWholeNumbersWhereTheCornerIsNone() {
        let program = LinearProgram(
            columns: (0..<3).map { _ in Column(0...1, cost: -1) },
            rows: (0..<3).map { Row([.init($0, 1), .init(($0 + 1) % 3, 1)], 0...1) })
        #expect(program.minimise() == .solved)
        #expect(abs(program.total + 1.5) < 1e-9)
        let found = program.minimise(wholeNumbersIn: [0, 1, 2], limit: 100)
        #expect(found.outcome == .solved)
        #expect(found.solution.map { $0.reduce(0, +).rounded() } == 1)
        #expect(program.minimise() == .solved)
        #expect(abs(program.total + 1.5) < 1e-9)
    }

    @Test func tellsThatNoWholeNumbersFit() {
        let program = LinearProgram(
            columns: [Column(0...3), Column(0...3)], rows: [Row([.init(0, 2), .init(1, 2)], equals: 3)])
        let found = program.minimise(wholeNumbersIn: [0, 1], limit: 100)
        #expect(found.outcome == .impossible)
        #expect(found.solution == nil)
    }

    @Test func stopsAtItsLimit() {
        let program = LinearProgram(
            columns: (0..<12).map { _ in Column(0...1, cost: -1) },
            rows: [Row((0..<12).map { .init($0, 2) }, equals: 11)])
        #expect(program.minimise(wholeNumbersIn: Array(0..<12), limit: 5).outcome == .undecided)
    }
}

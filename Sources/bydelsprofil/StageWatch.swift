/// How long the stages of a command took; one that comes several times is counted together.
struct StageWatch {
    private let clock = ContinuousClock()
    private var stages: [(name: String, took: Duration)] = []
    private var running: (name: String, since: ContinuousClock.Instant)?

    /// Ends the stage that is running and begins another.
    mutating func begin(_ name: String) {
        end()
        running = (name, clock.now)
    }

    /// Ends the stage that is running.
    mutating func end() {
        guard let stage = running else { return }
        let took = clock.now - stage.since
        if let index = stages.firstIndex(where: { $0.name == stage.name }) {
            stages[index].took += took
        } else {
            stages.append((stage.name, took))
        }
        running = nil
    }

    /// Says how long each stage took, and all together.
    func report() {
        let all = stages + [(name: "total", took: stages.reduce(.zero) { $0 + $1.took })]
        for stage in all {
            let name = stage.name + String(repeating: " ", count: max(1, 14 - stage.name.count))
            let milliseconds =
                stage.took.components.seconds * 1_000 + stage.took.components.attoseconds / 1_000_000_000_000_000
            let number = String(milliseconds)
            CommandOutput.note("\(name)\(String(repeating: " ", count: max(0, 6 - number.count)))\(number) ms")
        }
    }
}

extension Set<GrunnkretsCode> {
    /// These units and all that `steps`, from one unit to another, lead to from them.
    func closed(under steps: [(from: GrunnkretsCode, to: GrunnkretsCode)]) -> Self {
        let following = Dictionary(grouping: steps, by: \.from)
        var found = self
        var waiting = Array(self)
        while let unit = waiting.popLast() {
            for step in following[unit] ?? [] where found.insert(step.to).inserted { waiting.append(step.to) }
        }
        return found
    }
}

import Geography

/// Whether publishing the split beside what is published gives a small area away.
struct DifferencingExamination {
    let context: RequestContext

    func findings(of split: RequestedSplit) -> [Finding] {
        context.published(on: split.date).flatMap { compare(split, $0) } + rest(of: split)
    }

    /// How the districts lie across those of each published split.
    func overlaps(of split: RequestedSplit) -> [PublishedOverlap] {
        context.published(on: split.date).map { published in
            let districts = Set(published.districts(on: split.date).map(\.code))
            let parts = comparison(split, published, by: districts).overlaps.map { overlap in
                PublishedOverlap.Part(
                    requested: overlap.requested,
                    published: overlap.published.flatMap { published.district($0, on: split.date) },
                    units: overlap.units.count)
            }
            return PublishedOverlap(title: published.title, parts: parts.sorted())
        }
    }

    // MARK: - Against another split

    private func compare(_ split: RequestedSplit, _ published: Split) -> [Finding] {
        let comparison = comparison(split, published)
        let slots = ["split": published.title[.nb]]
        guard let people = people(on: split.date) else {
            return [Finding(comparison.isNested ? .nested : .notJudged, published.id.split, slots)]
        }
        let least = context.policy.leastOfDifference
        let areas = comparison.smallDifferences(below: least, people: people)
        if areas.isEmpty { return [Finding(comparison.isNested ? .nested : .clean, published.id.split, slots)] }
        return areas.map { blocked($0, split, published) } + moves(split, published, people)
    }

    /// How the split lies across what readers have figures of: a district without a profile has none.
    private func comparison(_ split: RequestedSplit, _ published: Split) -> SplitComparison {
        let shown = published.districts(on: split.date).filter(\.isPublished)
        return comparison(split, published, by: Set(shown.map(\.code)))
    }

    /// How the split lies across those of the published districts that are in `districts`.
    private func comparison(_ split: RequestedSplit, _ published: Split, by districts: Set<DistrictCode>)
        -> SplitComparison
    {
        let placed = split.districtOfUnit
        return SplitComparison((placed.keys + split.unplaced).sorted()) {
            placed[$0]
        } published: {
            published.district(of: $0, on: split.date).flatMap { districts.contains($0) ? $0 : nil }
        }
    }

    private func people(on date: CalendarDate) -> (([GrunnkretsCode]) -> Int)? {
        guard let people = context.people, let year = people.year(at: date) else { return nil }
        return { people.count(in: $0, year: year) ?? 0 }
    }

    private func blocked(_ area: SmallDifference, _ split: RequestedSplit, _ published: Split) -> Finding {
        // The place outside all districts is the municipality less its districts.
        let whole = context.register.name(ofKommune: split.kommune, on: split.date)
        let old = area.published.map { code in
            code.map { published.district($0, on: split.date)?.name.nb ?? $0.digits } ?? whole
        }
        let new = area.requested.map { code in code.flatMap { split.district($0)?.name.nb } ?? whole }
        let units = context.named(area.units, on: split.date)
        return Finding(
            .blocked, "\(published.id.split):\(area.units.map(\.digits).joined(separator: "+"))",
            [
                "split": published.title[.nb], "districts": new.joined(separator: ", "),
                "published": old.joined(separator: ", "), "units": units,
                "least": "\(context.policy.leastOfDifference)",
            ])
    }

    // MARK: - What would unblock it

    /// A move of the units of an overlap to the district that holds most of their published district.
    private struct Move {
        let units: [GrunnkretsCode]
        let from: DistrictCode?
        let to: DistrictCode
    }

    /// As few moves as are found to be needed, after which nothing small can be worked out; none where moves don't help.
    private func moves(_ split: RequestedSplit, _ published: Split, _ people: ([GrunnkretsCode]) -> Int) -> [Finding] {
        let least = context.policy.leastOfDifference
        func areas(_ split: RequestedSplit) -> [SmallDifference] {
            comparison(split, published).smallDifferences(below: least, people: people)
        }
        var amended = split
        var moves: [Move] = []
        while let area = areas(amended).first {
            guard let move = move(area, amended, published, people), moves.count < split.districts.count * 4 else {
                return []
            }
            moves.append(move)
            amended = amended.moving(Set(move.units), to: move.to)
        }
        // A move that the others make needless is left out.
        for index in moves.indices.reversed() {
            let others = moves.enumerated().filter { $0.offset != index }.map(\.element)
            let without = others.reduce(split) { $0.moving(Set($1.units), to: $1.to) }
            if areas(without).isEmpty { moves.remove(at: index) }
        }
        let outcome = moves.reduce(split) { $0.moving(Set($1.units), to: $1.to) }
        let isNested = comparison(outcome, published).isNested
        return moves.map { finding($0, split, isNested: isNested) }
    }

    private func move(
        _ area: SmallDifference, _ split: RequestedSplit, _ published: Split, _ people: ([GrunnkretsCode]) -> Int
    ) -> Move? {
        let overlaps = comparison(split, published).overlaps
        let parts = overlaps.filter { !Set($0.units).isDisjoint(with: area.units) }
        // The part with the fewest people goes where most of its published district is.
        for part in parts.sorted(by: { (people($0.units), $0.units.count) < (people($1.units), $1.units.count) }) {
            let others = overlaps.filter { $0.published == part.published && $0.requested != part.requested }
            let home = others.filter { $0.requested != nil }.max { people($0.units) < people($1.units) }
            if let to = home?.requested { return Move(units: part.units, from: part.requested, to: to) }
        }
        return nil
    }

    private func finding(_ move: Move, _ split: RequestedSplit, isNested: Bool) -> Finding {
        let units = context.named(move.units, on: split.date)
        return Finding(
            .move, move.units.map(\.digits).joined(separator: "+"),
            [
                "units": units,
                "from": move.from.flatMap { split.district($0)?.name.nb } ?? "–",
                "to": split.district(move.to)?.name.nb ?? move.to.digits,
                "outcome": isNested ? "nested" : "clean",
            ])
    }

    // MARK: - Against the whole municipality

    /// The municipality less all its districts is an area too.
    private func rest(of split: RequestedSplit) -> [Finding] {
        guard let people = people(on: split.date) else { return [] }
        let count = people(split.unplaced)
        guard count > 0, count < context.policy.leastOfDifference else { return [] }
        let units = context.named(split.unplaced, on: split.date)
        return [
            Finding(
                .smallRest, "",
                ["units": units, "least": "\(context.policy.leastOfDifference)"])
        ]
    }
}

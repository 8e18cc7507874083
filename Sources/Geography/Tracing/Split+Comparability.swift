extension Split {
    /// Whether `district` covers the same ground `today` as its counterpart did `earlier`.
    ///
    /// The counterpart is the district that held most of the units which today's units come from; the same code wins a
    /// tie, then the smallest. Where more of them lay in no district than in that one, there is no counterpart.
    public func comparability(
        of district: DistrictCode, today: CalendarDate, earlier: CalendarDate
    ) -> Comparability<DistrictCode> {
        let now = Set(units(of: district, on: today))
        guard let counterpart = counterpart(of: district, holding: now, on: today, at: earlier) else { return .absent }
        let then = Set(units(of: counterpart, on: earlier))
        let (gained, lost) = tracing.difference(now, on: today, then: then, on: earlier)
        return gained.isEmpty && lost.isEmpty
            ? .same(counterpart) : .changed(counterpart, gained: gained, lost: lost)
    }

    private func counterpart(
        of district: DistrictCode, holding units: Set<GrunnkretsCode>, on today: CalendarDate, at earlier: CalendarDate
    ) -> DistrictCode? {
        let origins = tracing.trace(units, from: today, to: earlier)
        let held = Dictionary(grouping: origins) { self.district(of: $0, on: earlier) }.mapValues(\.count)
        let candidates = held.keys.compactMap { $0 }.sorted { left, right in
            let (leftCount, rightCount) = (held[left, default: 0], held[right, default: 0])
            if leftCount != rightCount { return leftCount > rightCount }
            return left == district || (right != district && left < right)
        }
        guard let best = candidates.first, held[best, default: 0] >= held[nil, default: 0] else { return nil }
        return best
    }

    /// The codes that one place has had, in order of time: `district` itself, the codes that ended as it began and so
    /// on back, and the codes that began as it ended and so on.
    public func lineage(of district: DistrictCode) -> [DatedDistrictCode] {
        guard let own = life(of: district) else { return [] }
        var lineage = [DatedDistrictCode(code: district, validity: own)]
        while let first = lineage.first, let begins = first.validity.from, let eve = begins.dayBefore,
            let code = counterpart(
                of: first.code, holding: Set(units(of: first.code, on: begins)), on: begins, at: eve),
            let validity = life(of: code), validity.to == begins
        {
            lineage.insert(DatedDistrictCode(code: code, validity: validity), at: 0)
        }
        while let last = lineage.last, let ends = last.validity.to, let eve = ends.dayBefore,
            let code = counterpart(of: last.code, holding: Set(units(of: last.code, on: eve)), on: eve, at: ends),
            let validity = life(of: code), validity.from == ends
        {
            lineage.append(DatedDistrictCode(code: code, validity: validity))
        }
        return lineage
    }

    /// From the first day of the code's first row to the last day of its last.
    private func life(of district: DistrictCode) -> DateRange? {
        let rows = districts.filter { $0.code == district }
        guard let first = rows.first, let last = rows.last else { return nil }
        return DateRange(from: first.validity.from, to: last.validity.to)
    }
}

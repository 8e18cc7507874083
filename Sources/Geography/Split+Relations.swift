extension Split {
    /// The districts of `other`, a split of the same city, that `district` shares units with on `date`, by code.
    public func related(to district: DistrictCode, in other: Split, on date: CalendarDate) -> [RelatedDistrict] {
        let own = units(of: district, on: date)
        let shared = Dictionary(grouping: own) { other.district(of: $0, on: date) }.mapValues(\.count)
        return shared.compactMap { code, count in
            guard let code else { return nil }
            let isInside = count == own.count
            let holds = count == other.units(of: code, on: date).count
            let relation: DistrictRelation = isInside ? (holds ? .same : .inside) : (holds ? .holds : .cuts)
            return RelatedDistrict(code: code, relation: relation)
        }.sorted { $0.code < $1.code }
    }
}

import Geography

/// Whether the districts' codes agree with what the same digits mean elsewhere.
struct CodeExamination {
    let context: RequestContext

    func findings(of split: RequestedSplit) -> [Finding] { sharedDigits(split) + elsewhere(split) }

    /// Eight digits may be a unit and a levekårssone at once; both stay what they are, and readers should know.
    private func sharedDigits(_ split: RequestedSplit) -> [Finding] {
        split.districts.compactMap { district in
            guard let unit = GrunnkretsCode(district.code.digits), let row = context.register.rows(of: unit).last
            else { return nil }
            return Finding(
                .unitAndDistrict, district.code.digits,
                ["district": district.code.digits, "unit-name": row.name, "district-name": district.name.nb])
        }
    }

    /// A code that begins with the code of a bydel says that the unit lies there, and one that begins with 99 after the
    /// municipality's, that nobody knows where; the official list may say otherwise.
    private func elsewhere(_ split: RequestedSplit) -> [Finding] {
        guard let standard = context.published(on: split.date).first(where: \.isOfBydeler) else { return [] }
        let names = Dictionary(
            standard.districts(on: split.date).map { ($0.code, $0.name.nb) }, uniquingKeysWith: { first, _ in first })
        return split.districts.flatMap { district -> [Finding] in
            guard let said = DistrictCode(String(district.code.digits.prefix(6))),
                let name = names[said] ?? (said.digits == split.kommune.digits + "99" ? district.name.nb : nil)
            else { return [] }
            return district.units.compactMap { unit in
                guard let official = standard.district(of: unit, on: split.date), official != said else { return nil }
                return Finding(
                    .elsewhereInStandard, unit.digits,
                    [
                        "unit": unit.digits, "name": context.name(of: unit, on: split.date),
                        "district": "\(said.digits) \(name)", "standard": official.digits,
                        "standard-name": names[official] ?? "",
                    ])
            }
        }
    }
}

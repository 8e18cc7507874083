/// What the owner's codes of one cell mean, each of them `nil` where nobody has said it.
struct CodedPlace {
    /// The place.
    let area: DeliveryCodes.Meaning<String>?
    /// The year.
    let year: DeliveryCodes.Meaning<Int>?
    /// The sex.
    let sex: DeliveryCodes.Meaning<Sex>?
    /// The ages.
    let age: DeliveryCodes.Meaning<AgeRange>?
    /// The category.
    let category: DeliveryCodes.Meaning<String>?

    /// True if the layout says of any of the codes that it is passed over.
    var isPassedOver: Bool {
        area == .passedOver || year == .passedOver || sex == .passedOver || age == .passedOver
            || category == .passedOver
    }

    /// What the cell is about; `nil` where a code has no meaning or is passed over.
    var key: DeliveredCell.Key? {
        guard let area = area?.value, let year = year?.value, let sex = sex?.value, let age = age?.value,
            let category = category?.value
        else { return nil }
        return DeliveredCell.Key(area: area, year: year, sex: sex, age: age, category: category)
    }
}

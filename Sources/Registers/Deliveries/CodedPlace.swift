/// The owner's codes of one cell, each of them `nil` where nobody has said what it means.
struct CodedPlace {
    /// The place.
    let area: DeliveryCodes.Coded<String>?
    /// The year.
    let year: DeliveryCodes.Coded<Int>?
    /// The sex.
    let sex: DeliveryCodes.Coded<Sex>?
    /// The ages.
    let age: DeliveryCodes.Coded<AgeRange>?
    /// The category.
    let category: DeliveryCodes.Coded<String>?

    /// The owner's codes, for telling cells apart: two codes that mean the same to us are two.
    struct Numbers: Hashable {
        let area: Int32
        let year: Int32
        let sex: Int32
        let age: Int32
        let category: Int32
    }

    /// True if the layout says of any of the codes that it is passed over.
    var isPassedOver: Bool {
        if let area, area.value == nil { return true }
        if let year, year.value == nil { return true }
        if let sex, sex.value == nil { return true }
        if let age, age.value == nil { return true }
        if let category, category.value == nil { return true }
        return false
    }

    /// What the cell is about, in our codes and in the owner's; `nil` where a code has no meaning or is passed over.
    var key: (ours: DeliveredCell.Key, numbers: Numbers)? {
        guard let area, let year, let sex, let age, let category, let place = area.value, let ourYear = year.value,
            let ourSex = sex.value, let ourAge = age.value, let ourCategory = category.value
        else { return nil }
        let numbers = Numbers(
            area: Int32(area.number), year: Int32(year.number), sex: Int32(sex.number), age: Int32(age.number),
            category: Int32(category.number))
        return (
            DeliveredCell.Key(area: place, year: ourYear, sex: ourSex, age: ourAge, category: ourCategory), numbers
        )
    }
}

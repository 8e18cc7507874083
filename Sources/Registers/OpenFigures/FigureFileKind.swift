/// What a table under `indicators/open-figures/` holds.
public enum FigureFileKind: String, CaseIterable, Sendable {
    /// Persons by area, year, sex and single year of age: `area;year;sex;0;1;…;105`.
    case persons
    /// Everybody by area and year: `area;year;persons;ages`.
    case totals
    /// Persons in the parts of districts: `part;district;year;persons`.
    case parts
    /// The owner's own percentages: `area;age;sex;category;period;value;mark`.
    case percentages
}

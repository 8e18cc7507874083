import LocatedInput

extension Fixtures {
    /// The invented city divided once more, from 2020: four zones of ten-digit codes that nobody has drawn tiles for.
    ///
    /// Zone 1 lies in district 990101 and zone 3 in 990102; zone 2 is shared between these; zone 4 is district 990103. The
    /// units of district 990104 lie in no zone.
    public static func geographyWithZones() throws -> ScratchFolder {
        let scratch = try ScratchFolder(copying: geography.path)
        let city = try scratch.text(of: "fjordvik/city.yaml")
        try scratch.write(city.replacing("splits: [bydel]", with: "splits: [bydel, soner]"), to: "fjordvik/city.yaml")
        let split = try scratch.text(of: "fjordvik/splits/bydel/split.yaml")
        try scratch.write(
            split.replacing("Bydeler", with: "Soner").replacing("Bydelar", with: "Soner")
                .replacing("City districts", with: "Zones").replacing("whole-city", with: "part-of-city")
                .replacing("\"103\"", with: "\"745\""), to: "fjordvik/splits/soner/split.yaml")
        try write(
            zones: [
                ["99010101", "99010102"], ["99010104", "99010105", "99010201"], ["99010202", "99010203"],
                ["99010204", "99010401", "99010402"],
            ], of: "9901", from: "2020-01-01", to: "fjordvik/splits/soner", scratch)
        return scratch
    }

    /// The invented city, and beside it Elvik, which has zones, no bydeler, no tiles, and a unit in no zone.
    public static func geographyWithACityOfZones() throws -> ScratchFolder {
        let scratch = try ScratchFolder(copying: geography.path)
        let city = try scratch.text(of: "fjordvik/city.yaml")
        try scratch.write(
            city.replacing("Fjordvik", with: "Elvik").replacing("also: [Vuotna]\n", with: "")
                .replacing("9901", with: "9903").replacing("[bydel]", with: "[soner]"), to: "elvik/city.yaml")
        let units = (1...8).map { "9903010\($0)" }
        try scratch.write(
            "grunnkrets;name;valid_from;valid_to\n" + units.map { "\($0);Krets \($0);2005-01-01;\n" }.joined(),
            to: "elvik/units.csv")
        try scratch.write("old;new;date;share;basis;source\n", to: "elvik/changes.csv")
        let split = try scratch.text(of: "fjordvik/splits/bydel/split.yaml")
        try scratch.write(
            split.replacing("Bydeler", with: "Soner").replacing("whole-city", with: "part-of-city")
                .replacing("\"103\"", with: "\"745\""), to: "elvik/splits/soner/split.yaml")
        try write(
            zones: [Array(units[0..<2]), Array(units[2..<5]), Array(units[5..<7])], of: "9903", from: "2005-01-01",
            to: "elvik/splits/soner", scratch)
        return scratch
    }

    private static func write(
        zones: [[String]], of kommune: String, from day: String, to folder: String, _ scratch: ScratchFolder
    ) throws {
        let codes = zones.indices.map { "\(kommune)00000\($0 + 1)" }
        try scratch.write(
            "district;name_nb;name_nn;name_en;name_se;valid_from;valid_to;published\n"
                + zip(1..., codes).map { "\($1);Sone \($0);;;;\(day);;yes\n" }.joined(), to: "\(folder)/districts.csv")
        try scratch.write(
            "grunnkrets;district;valid_from;valid_to\n"
                + zip(codes, zones).flatMap { code, units in units.map { "\($0);\(code);\(day);\n" } }.joined(),
            to: "\(folder)/members.csv")
    }
}

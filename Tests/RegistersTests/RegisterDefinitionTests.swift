import LocatedInput
import Registers
import Testing

struct RegisterDefinitionTests {
    private let sound = """
        id: invented
        owner: { nb: Eier, nn: Eigar, en: Owner }
        name: { nb: Navn, nn: Namn, en: Name }
        counts: { nb: Noe, nn: Noko, en: Something }
        lowest_geography: bydel
        first_year: 2005
        licence: { nb: Lukket, nn: Lukka, en: Closed }
        tables: ["1"]
        publication: published-by-owner
        layouts: [statbank-csv]

        """

    @Test func theCommittedDefinitionsAreSound() {
        var diagnostics = Diagnostics()
        let registers = RegisterDefinition.loadAll(from: FourCities.registers, &diagnostics)
        #expect(diagnostics.sorted == [])
        let open = registers.filter { $0.publication == .publishedByOwner }
        #expect(open.map(\.id.id) == ["population", "population-parts", "vaccination"])
        for register in registers where register.publication == .confidentialDelivery {
            #expect(register.delivery != nil && register.purpose != nil && register.coverage != nil, "\(register.id)")
        }
        #expect(registers.count > 25)
    }

    @Test func readsEveryPartOfADefinition() throws {
        let scratch = try ScratchFolder()
        try scratch.write("invented.yaml", sound)
        var diagnostics = Diagnostics()
        let register = try #require(
            RegisterDefinition.load(RegisterID("invented"), from: scratch.folder, &diagnostics))
        #expect(diagnostics.isEmpty)
        #expect(register.owner[.nn] == "Eigar")
        #expect(register.lowestGeography == .bydel)
        #expect(register.firstYear == 2005)
        #expect(register.publication == .publishedByOwner)
        #expect(register.layouts == [.statBankCSV])
    }

    @Test(arguments: [
        ("layouts: [statbank-csv]", "layouts: [statbank]", "UnknownLayout", 10),
        (", nn: Namn", "", "MissingPhrase", 3),
        ("nn: Noko", "nn: ''", "EmptyPhrase", 4),
        ("en: Owner", "en: Owner, de: Eigner", "UnknownKey", 2),
        ("lowest_geography: bydel", "lowest_geography: gate", "UnknownChoice", 5),
        ("first_year: 2005", "first_year: i fjor", "WrongShape", 6),
        ("id: invented", "id: envinted", "MisnamedRegister", 1),
        ("licence: {", "license: {", "MissingKey", 1),
        (", nn: Lukka", "", "MissingPhrase", 7),
    ])
    func pointsAtEachFault(part: String, fault: String, name: String, line: Int) throws {
        let scratch = try ScratchFolder()
        try scratch.write("invented.yaml", sound.replacing(part, with: fault))
        var diagnostics = Diagnostics()
        #expect(RegisterDefinition.load(RegisterID("invented"), from: scratch.folder, &diagnostics) == nil)
        #expect(diagnostics.sorted.contains { $0.name == name && $0.location.line == line && $0.remedy != nil })
    }

    @Test func suggestsTheRegisterThatWasMeant() throws {
        let scratch = try ScratchFolder()
        try scratch.write("invented.yaml", sound)
        var diagnostics = Diagnostics()
        #expect(RegisterDefinition.load(RegisterID("invneted"), from: scratch.folder, &diagnostics) == nil)
        #expect(diagnostics.sorted.map(\.name) == ["UnknownRegister"])
        #expect(diagnostics.sorted.first?.remedy == "did you mean 'invented'?")
    }
}

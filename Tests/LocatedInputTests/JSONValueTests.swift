import LocatedInput
import Testing

struct JSONValueTests {
    private func read(_ text: String) -> (value: JSONValue?, found: [String]) {
        var diagnostics = Diagnostics()
        let value = JSONValue(InputFile(path: "a.json", text: text), &diagnostics)
        return (value, diagnostics.sorted.map { "\($0.location) \($0.name)" })
    }

    @Test func everyKeyAndValueKnowsWhereItStands() throws {
        let (value, found) = read(
            "\u{FEFF}{\"år\": [1,\n  \"b\\u00e5t \\ud83d\\ude00\", -2.5e1], \"tom\": null, \"ja\": true}\n")
        #expect(found == [])
        var diagnostics = Diagnostics()
        let members = try #require(value?.object(&diagnostics))
        #expect(members.map(\.key.value) == ["år", "tom", "ja"])
        #expect(members.map(\.key.location.column) == [2, 37, 50])
        let array = try #require(members[0].value.array(&diagnostics))
        #expect(array.map(\.location.description) == ["a.json:1:9", "a.json:2:3", "a.json:2:28"])
        #expect(array[1].string(&diagnostics)?.value == "båt 😀")
        if case .number(let number) = array[2].content {
            #expect(number == -25)
        } else {
            Issue.record("not a number")
        }
        #expect(diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("", "a.json:1:1"), ("[1,]", "a.json:1:4"), ("[1 2]", "a.json:1:4"), ("{\"a\" 1}", "a.json:1:6"),
        ("{a: 1}", "a.json:1:2"), ("[01]", "a.json:1:2"), ("[1.]", "a.json:1:2"), ("[.5]", "a.json:1:2"),
        ("[+1]", "a.json:1:2"), ("[1e]", "a.json:1:2"), ("[1e999]", "a.json:1:2"), ("nul", "a.json:1:1"),
        ("\"a", "a.json:1:1"), ("\"a\nb\"", "a.json:1:3"), ("\"\\x\"", "a.json:1:2"), ("\"\\ud83d\"", "a.json:1:2"),
        ("\"\\u12\"", "a.json:1:6"), ("[1", "a.json:1:3"), ("{\"a\": 1,\n \"a\": 2}", "a.json:2:2"),
        ("1 2", "a.json:1:3"), ("NaN", "a.json:1:1"), ("<html>", "a.json:1:1"),
    ])
    func whatIsNotJSONIsReportedWhereItBegins(text: String, place: String) {
        let (value, found) = read(text)
        #expect(value == nil)
        #expect(found == ["\(place) NotJSON"])
    }

    @Test func aBombOfBracketsIsRefused() {
        #expect(read(String(repeating: "[", count: 100_000)).found == ["a.json:1:65 NotJSON"])
        let allowed = JSONValue.deepest
        #expect(read(String(repeating: "[", count: allowed) + String(repeating: "]", count: allowed)).found == [])
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        var diagnostics = Diagnostics()
        #expect(JSONValue(InputFile(path: "a.json", data: .init([0x22, 0xE5, 0x22])), &diagnostics) == nil)
        #expect(diagnostics.sorted.map(\.name) == ["NotJSON"])
    }

    @Test func aValueOfAnotherKindIsReportedAtItsPlace() {
        var diagnostics = Diagnostics()
        let value = JSONValue(InputFile(path: "a.json", text: "{\"a\": 1.5}"), &diagnostics)
        #expect(value?.required("b", &diagnostics) == nil)
        #expect(value?["a"]?.wholeNumber(&diagnostics) == nil)
        #expect(value?["a"]?.required("c", &diagnostics) == nil)
        #expect(
            diagnostics.sorted.map(\.description) == [
                "a.json:1:1: error: 'b' is missing; compare with another file of the same kind [MissingKey]",
                "a.json:1:7: error: a whole number belongs here; compare with another file of the same kind [WrongShape]",
                "a.json:1:7: error: an object belongs here; compare with another file of the same kind [WrongShape]",
            ])
    }
}

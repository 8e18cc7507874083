import TestSupport
import Testing

@Suite struct ExplainCommandTests {
    @Test func withoutDeliveriesNobodyCanTell() throws {
        let run = try CommandRun(["explain", "hel-dodelighet-kols", "030101", "2015_2024"])
        #expect(run.status == 64)
        #expect(run.errors.contains("only the deliveries tell why a figure is withheld"))
        #expect(run.output == "")
    }
}

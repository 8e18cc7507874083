import TestSupport
import Testing

@Test func demoCountsTheDeliveriesItWouldWriteAndWritesNone() throws {
    let scratch = try ScratchFolder()
    let out = scratch.folder.file("deliveries")
    let run = try CommandRun(["demo", "--out", out, "--seed", "1", "--dry-run"])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output == "28 deliveries would be written to \(out)\n")
    #expect(try scratch.everyName().isEmpty)
}

@Test(arguments: [["--seed", "today"], ["--seed", "-1"], [], ["--seed", "1", "--scale", "world"]])
func demoWithoutASeedOrWithAnotherScaleIsAFaultOfUsage(arguments: [String]) throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun(["demo", "--out", scratch.folder.file("deliveries")] + arguments)
    #expect(run.status == 64)
    #expect(try scratch.everyName().isEmpty)
}

@Test func demoLeavesAFolderThatIsNotItsOwn() throws {
    let scratch = try ScratchFolder()
    try scratch.write("mine", to: "notes.txt")
    let run = try CommandRun(["demo", "--out", scratch.folder.path, "--seed", "1", "--dry-run"])
    #expect(run.status == 73 && run.errors.contains("not a folder of synthetic deliveries"))
    #expect(try scratch.everyName() == ["notes.txt"])
}

@Test func demoNamesTheFolderThatIsMissing() throws {
    let scratch = try ScratchFolder()
    let run = try CommandRun(
        ["demo", "--out", scratch.folder.file("d"), "--seed", "1", "--indicators", scratch.folder.file("none")])
    #expect(run.status == 66)
}

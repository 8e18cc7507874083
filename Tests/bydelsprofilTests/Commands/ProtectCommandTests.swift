import Foundation
import TestSupport
import Testing

/// Three by two with totals: one small cell, whose row and column give it away unless more is withheld.
private let long = """
    area,sex,n
    x,1,3
    x,2,12
    y,1,20
    y,2,9
    z,1,7
    z,2,30

    """
private let spec = "count: n\ndimensions: { area: , sex: }\n"

private func folder() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.write(long, to: "long.csv")
    try scratch.write(spec, to: "spec.yaml")
    try scratch.write("cell_id,value,kind\na,3,\nb,20,\nc,30,\nt,53,frozen\n", to: "cells.csv")
    try scratch.write("relation_id,cell_id,coefficient\nr,t,1\nr,a,-1\nr,b,-1\nr,c,-1\n", to: "relations.csv")
    return scratch
}

private func run(_ command: String, _ form: String, _ options: [String], in scratch: ScratchFolder) throws -> CommandRun
{
    let files =
        form == "table"
        ? ["table": "long.csv", "spec": "spec.yaml"] : ["cells": "cells.csv", "relations": "relations.csv"]
    let input = files.sorted { $0.key < $1.key }.flatMap { ["--\($0.key)", scratch.folder.file($0.value)] }
    return try CommandRun([command] + input + options)
}

@Test(arguments: ["table", "cells"])
func whatIsProtectedPassesTheAuditAndTheNaivePatternDoesNot(form: String) throws {
    let scratch = try folder()
    let pattern = scratch.folder.file("pattern.csv")
    let proof = scratch.folder.file("proof.json")
    let done = try run("protect", form, ["--out", pattern, "--proof", proof], in: scratch)
    #expect(done.status == 0 && done.errors.isEmpty)
    let audit = try run("audit", form, ["--pattern", pattern, "--proof", proof], in: scratch)
    #expect(audit.status == 0)
    #expect(audit.output.contains("exact         0\n") && audit.output.contains("not-proved    0\n"))

    let text = try scratch.text(of: "pattern.csv")
    let naive = text.split(separator: "\n").map { line in
        line.hasPrefix("x,1,") || line.hasPrefix("a,") || !line.hasSuffix(",1") ? "\(line)" : "\(line.dropLast())0"
    }
    try scratch.write(naive.joined(separator: "\n") + "\n", to: "naive.csv")
    let leak = try run("audit", form, ["--pattern", scratch.folder.file("naive.csv"), "--proof", proof], in: scratch)
    #expect(leak.status == 2)
    #expect(leak.output.contains("exact         1\n") && leak.output.contains("not-proved    1\n"))
    #expect(!leak.output.contains("    " + (form == "table" ? "area=x" : "a\n")))
    let named = try run("audit", form, ["--pattern", scratch.folder.file("naive.csv"), "--reveal"], in: scratch)
    #expect(named.output.contains(form == "table" ? "    area=x, sex=1\n" : "    a\n"))
}

@Test func whatIsPublicAlreadyEndsWithTwoAndWritesNothing() throws {
    let scratch = try folder()
    try scratch.write("cell_id,value,kind\na,3,\nb,20,frozen\nc,30,frozen\nt,53,frozen\n", to: "cells.csv")
    let before = try scratch.everyName()
    let options = ["--out", scratch.folder.file("pattern.csv")]
    let done = try run("protect", "cells", options, in: scratch)
    #expect(done.status == 2 && done.output.isEmpty)
    #expect(done.errors.contains("[NothingProtects]") && !done.errors.contains("'a'"))
    #expect(try run("protect", "cells", options + ["--reveal"], in: scratch).errors.contains("'a'"))
    #expect(try scratch.everyName() == before)
}

@Test func aDryRunWritesNothing() throws {
    let scratch = try folder()
    let before = try scratch.everyName()
    let done = try run("protect", "table", ["--out", scratch.folder.file("p.csv"), "--dry-run"], in: scratch)
    #expect(done.status == 0 && done.output.hasPrefix("nothing written: "))
    #expect(try scratch.everyName() == before)
}

@Test func nothingIsWrittenWhereOneOfTheFilesCannotBe() throws {
    let scratch = try folder()
    let before = try scratch.everyName()
    let done = try run(
        "protect", "table",
        ["--out", scratch.folder.file("p.csv"), "--proof", scratch.folder.file("no/such/proof.json")], in: scratch)
    #expect(done.status == 73)
    #expect(try scratch.everyName() == before)
}

@Test func flagsWinOverThePolicyFile() throws {
    let scratch = try folder()
    try scratch.write("largest-withheld: 9\n", to: "policy.yaml")
    let file = ["--policy", scratch.folder.file("policy.yaml"), "--dry-run", "--out", "p.csv"]
    let wide = try run("protect", "table", file, in: scratch)
    let narrow = try run("protect", "table", file + ["--largest-withheld", "2"], in: scratch)
    #expect(narrow.output.contains(" 0 of 12 cells withheld"))
    #expect(wide.status == 0 && !wide.output.contains(" 0 of 12 "))
}

@Test func badInputIsBadDataAndAllOfItIsReported() throws {
    let scratch = try folder()
    try scratch.write("cell_id,value\na,3\na,-1\n", to: "cells.csv")
    try scratch.write("min-width: -1\n", to: "policy.yaml")
    let done = try run(
        "protect", "cells", ["--out", scratch.folder.file("p.csv"), "--policy", scratch.folder.file("policy.yaml")],
        in: scratch)
    #expect(done.status == 65)
    for name in ["NegativeLimit", "NamedTwice", "UnknownCell"] { #expect(done.errors.contains("[\(name)]")) }
    #expect(try run("audit", "cells", ["--pattern", "no.csv"], in: folder()).status == 66)
}

@Test(arguments: [
    ["--cells", "c.csv", "--out", "p.csv"], ["--cells", "c.csv", "--spec", "s.yaml", "--out", "p.csv"],
    ["--table", "t.csv", "--spec", "s.yaml", "--out", "t.csv"],
    ["--table", "t.csv", "--spec", "s.yaml", "--out", "p.csv", "--proof", "p.csv"],
    ["--table", "t.csv", "--spec", "s.yaml", "--out", "p.csv", "--min-width", "0"],
    ["--table", "t.csv", "--spec", "s.yaml", "--out", "p.csv", "--least-line-sum=-1"],
])
func whatCannotBeMeantIsAUsageError(options: [String]) throws {
    #expect(try CommandRun(["protect"] + options).status == 64)
}

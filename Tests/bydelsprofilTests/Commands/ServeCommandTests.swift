import Foundation
import LocatedInput
import TestSupport
import Testing

/// `serve`, started and ended as a user does it.
struct ServeCommandTests {
    /// A copy of what a site is made from, with few of the many figures about vaccination, so that it is soon built.
    private func workspace() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        for name in ["geography", "indicators", "templates"] {
            try FileManager.default.copyItem(
                atPath: SharedData.packageRoot.appendingPathComponent(name).path, toPath: scratch.folder.file(name))
        }
        let many = InputFolder(scratch.folder.file("indicators/helse"))
        for name in many.names() where name.hasPrefix("hel-vaksine-") && name != "hel-vaksine-mmr-2.yaml" {
            try FileManager.default.removeItem(atPath: many.file(name))
        }
        return scratch
    }

    private func serve(_ scratch: ScratchFolder, port: UInt16 = 0) throws -> RunningCommand {
        let folders = ["geography", "indicators", "templates"].flatMap { ["--\($0)", scratch.folder.file($0)] }
        return try RunningCommand(["serve", "--port", String(port)] + folders)
    }

    @Test func aSiteIsShownFollowsItsFilesAndLeavesNothingBehind() throws {
        let scratch = try workspace()
        let command = try serve(scratch)
        let isShown = try command.comes(within: 120) { try command.errors.contains("http://") }
        let said = try command.errors
        try #require(isShown, "\(said)")
        let address = try #require(said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//))
        let port = try #require(UInt16(address.1))

        let front = try #require(RawRequest("GET", "/", port: port))
        #expect(front.status == 200 && front.body.hasSuffix("</html>\n"))
        #expect(front.head.contains("Content-Type: text/html; charset=utf-8"))
        #expect(front.head.contains("X-Frame-Options: DENY"))
        let site = try #require(try command.temporary.everyName().first)
        let profiles = InputFolder(command.temporary.folder.file("\(site)/site/nb/oslo-bydel")).folders()
        let name = try #require(profiles.first { $0.hasPrefix("030101-") })
        let profile = try #require(RawRequest("GET", "/nb/oslo-bydel/\(name)/", port: port))
        #expect(profile.status == 200 && profile.body.contains("<h1"))
        let head = try #require(RawRequest("HEAD", "/nb/oslo-bydel/\(name)/", port: port))
        #expect(head.status == 200 && head.body.isEmpty)
        #expect(head.head.contains("Content-Length: \(profile.body.utf8.count)"))
        let missing = try #require(RawRequest("GET", "/nb/missing", port: port))
        #expect(missing.status == 404 && missing.body.contains("<h1"))
        for target in [
            "/../Package.swift", "/%2e%2e/Package.swift", "/..%2fPackage.swift", "/nb/../../../Package.swift",
        ] {
            let outside = try #require(RawRequest("GET", target, port: port))
            #expect(outside.status == 404 && outside.body == missing.body, "\(target)")
        }
        let second = try serve(scratch, port: port)
        #expect(second.end() == 73)
        #expect(try second.errors.contains("[PortTaken]"))

        let template = "templates/pages/not-found.mustache"
        let old = try scratch.text(of: template)
        try #require(old.contains("<h1>"))
        try scratch.write(old.replacingOccurrences(of: "<h1>", with: "<h1 id=\"moved\">"), to: template)
        let isNew = command.comes(within: 120) {
            RawRequest("GET", "/missing", port: port)?.body.contains("<h1 id=\"moved\">") == true
        }
        #expect(isNew)
        try scratch.write(old.replacingOccurrences(of: "{{>top}}", with: "{{>topp}}"), to: template)
        let isRefused = try command.comes(within: 120) { try command.errors.contains("The site stands as it stood.") }
        #expect(isRefused)
        #expect(try command.errors.contains(scratch.folder.file(template) + ":1:"))
        #expect(RawRequest("GET", "/missing", port: port)?.body.contains("<h1 id=\"moved\">") == true)

        command.send(SIGINT)
        #expect(command.end() == 130)
        #expect(try command.temporary.everyName().isEmpty)
        #expect(try command.output.isEmpty)
    }

    @Test func itEndsAtOnceWhileItBuilds() throws {
        let scratch = try workspace()
        let command = try serve(scratch)
        let isBuilding = try command.comes(within: 30) { try !command.temporary.everyName().isEmpty }
        try #require(isBuilding)
        command.send(SIGTERM)
        #expect(command.end() == 130)
        #expect(try command.temporary.everyName().isEmpty)
        #expect(try !command.errors.contains("http://"))
        withExtendedLifetime(scratch) {}
    }

    @Test func whatBuildRefusesIsNotShown() throws {
        let command = try serve(try ScratchFolder())
        #expect(command.end() == 66)
        #expect(try command.temporary.everyName().isEmpty)
        #expect(try !command.errors.contains("http://"))
    }
}

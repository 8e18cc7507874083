import Foundation
import LocatedInput
import TestSupport
import Testing

@testable import Serving
@testable import Site

struct PreviewFolderTests {
    private static var tree: SiteTree {
        var tree = SiteTree()
        tree.add(Manifest.path, text: #"{"generator":"bydelsprofil","files":[]}"#)
        return tree
    }

    @Test func itIsOursAloneAndNothingIsWrittenOnceItIsGone() throws {
        let preview = try PreviewFolder()
        try preview.publish(Self.tree)
        #expect(InputFolder(preview.site).names() == [Manifest.path])
        let parent = URL(fileURLWithPath: preview.site).deletingLastPathComponent().path
        let permissions = try FileManager.default.attributesOfItem(atPath: parent)[.posixPermissions] as? NSNumber
        #expect(permissions?.intValue == 0o700)
        preview.remove()
        try preview.publish(Self.tree)
        #expect(!FileManager.default.fileExists(atPath: parent))
    }
}

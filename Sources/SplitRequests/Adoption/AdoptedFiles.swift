import Foundation
import LocatedInput

/// The files of a split that is adopted, and of its city where that is new.
public struct AdoptedFiles: Sendable {
    /// The city's folder.
    let folder: InputFolder
    /// True if the folder is not there yet.
    let isNewCity: Bool
    /// The name of the split's folder.
    let split: String
    /// What is written into the city's own folder, by name.
    let own: [String: String]
    /// What is written into the split's folder, by name.
    let ofSplit: [String: String]

    /// The paths of all files, in order.
    public var paths: [String] {
        own.keys.sorted().map { folder.file($0) } + ofSplit.keys.sorted().map { splitFolder.file($0) }
    }

    private var splitFolder: InputFolder { folder.folder("splits").folder(split) }

    /// Writes the files. A folder is made beside its place and moved there whole, so that none is ever half written; the
    /// city's list of splits comes last.
    public func write() throws {
        if isNewCity {
            let draft = InputFolder(folder.path + ".tmp")
            try Self.write(own, into: draft)
            try Self.write(ofSplit, into: draft.folder("splits").folder(split))
            try FileManager.default.moveItem(atPath: draft.path, toPath: folder.path)
        } else {
            let draft = InputFolder(splitFolder.path + ".tmp")
            try Self.write(ofSplit, into: draft)
            try FileManager.default.moveItem(atPath: draft.path, toPath: splitFolder.path)
            for (name, text) in own {
                try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name)), options: .atomic)
            }
        }
    }

    /// Writes the files into `target`, beside a copy of what the city's folder holds now.
    func write(copyingInto target: InputFolder) throws {
        if isNewCity {
            try FileManager.default.createDirectory(atPath: target.path, withIntermediateDirectories: true)
        } else {
            try FileManager.default.copyItem(atPath: folder.path, toPath: target.path)
        }
        try AdoptedFiles(folder: target, isNewCity: false, split: split, own: own, ofSplit: ofSplit).write()
    }

    private static func write(_ texts: [String: String], into folder: InputFolder) throws {
        try? FileManager.default.removeItem(atPath: folder.path)
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        for (name, text) in texts { try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name))) }
    }
}

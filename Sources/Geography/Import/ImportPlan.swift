import Foundation

/// What an import would write, and what is new in it.
public struct ImportPlan: Sendable {
    /// A table to write.
    public struct Table: Hashable, Sendable {
        /// Where it goes.
        public let path: String
        /// Its whole text.
        public let text: String
        /// True if the file there holds something else, or there is none.
        public let isChanged: Bool

        init(_ path: String, _ text: String) {
            self.path = path
            self.text = text
            isChanged = FileManager.default.contents(atPath: path) != Data(text.utf8)
        }
    }

    /// What was found out, in order.
    public let entries: [ImportEntry]
    /// The tables, changed or not.
    public let tables: [Table]

    /// Writes the tables that changed; each is whole or as it was before, whatever happens.
    public func write() throws {
        for table in tables where table.isChanged {
            try Data(table.text.utf8).write(to: URL(fileURLWithPath: table.path), options: .atomic)
        }
    }
}

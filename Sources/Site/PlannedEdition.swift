import Profiles
import Registers

/// An edition as its file describes it: what it is called, and which registers it publishes.
struct PlannedEdition: Sendable {
    let edition: Edition
    /// The registers whose indicators it holds; `nil` for all that their owners have published.
    let registers: Set<RegisterID>?

    /// Those of `registers` whose indicators it holds.
    func published(of registers: [RegisterDefinition]) -> Set<RegisterID> {
        self.registers ?? Set(registers.filter { $0.publication == .publishedByOwner }.map(\.id))
    }

    /// The folder of the site it lies in: the demonstration in one of its own, so that nobody takes it for real.
    var folder: String { edition.isSynthetic ? "demo/" : "" }
}

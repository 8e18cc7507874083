import LocatedInput
import Registers
extension FigurePublisher {
    public func publish(deliveries folder: InputFolder, registers: [RegisterDefinition], _ diagnostics: inout Diagnostics) -> PublishedTable? { nil }
}

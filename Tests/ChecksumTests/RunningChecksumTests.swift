import Checksum
import Foundation
import Testing

struct RunningChecksumTests {
    private let data = Data((0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) })

    @Test(arguments: [1 << 20, 65_536, 4_097, 3_000_001])
    func theChecksumIsTheSameHoweverTheBytesAreCut(size: Int) {
        var running = RunningChecksum()
        data.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: size) {
                running.update(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + size, bytes.count)]))
            }
        }
        #expect(running.finish() == Checksum.sha256(data))
    }

    @Test func theChecksumOfNoBytesIsThatOfTheEmptyMessage() {
        var running = RunningChecksum()
        running.update(UnsafeRawBufferPointer(start: nil, count: 0))
        #expect(running.finish() == Checksum.sha256(Data()))
    }

    @Test func aFileHasTheChecksumOfItsBytes() throws {
        let path = NSTemporaryDirectory() + "checksum-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try data.write(to: URL(fileURLWithPath: path))
        #expect(Checksum.sha256(ofFileAt: path) == Checksum.sha256(data))
        #expect(Checksum.sha256(ofFileAt: path + "-absent") == nil)
    }
}

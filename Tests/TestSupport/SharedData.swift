import Foundation

/// The folder of real source files, which lies beside a founder's checkout and nowhere else; tests that read it are
/// skipped where it is absent.
public enum SharedData {
    /// The package's own root.
    public static let packageRoot: URL =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The folder of real files.
    public static let folder = packageRoot.deletingLastPathComponent().appendingPathComponent("shared/data").path
    /// True where the folder is there.
    public static let isPresent = FileManager.default.fileExists(atPath: folder + "/geography/README.md")
}

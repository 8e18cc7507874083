extension Diagnostic {
    /// What a file or folder that cannot be written is reported as.
    package static func cannotWrite(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "CannotWrite", at: SourceLocation(file: path), "cannot be written",
            remedy: "check that the folder exists, its permissions and the space on the disk")
    }
}

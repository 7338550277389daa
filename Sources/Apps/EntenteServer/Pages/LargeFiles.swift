/// Reads large files one after the other: while it is read, a file takes many times its size.
actor LargeFiles {
    /// From how many bytes on a file is large.
    static let size = 1 << 20

    /// Reads a file of so many bytes; what is small waits for nobody.
    nonisolated func read<Result: Sendable>(_ size: Int, _ body: @escaping @Sendable () -> Result) async -> Result {
        size < Self.size ? body() : await alone(body)
    }

    private func alone<Result: Sendable>(_ body: @Sendable () -> Result) -> Result { body() }
}

import Synchronization

/// Takes bytes in pieces, from wherever they come.
final class ByteCollector: Sendable {
    private let collected = Mutex<[UInt8]>([])
    var bytes: [UInt8] { collected.withLock { $0 } }
    func append(_ piece: [UInt8]) { collected.withLock { $0 += piece } }
}

/// A ledger as a file that anyone can check offline. Text in UTF-8, a line each, ended by a newline:
///
/// ```
/// entente-ledger 1 ALLIANCE
/// entry {…}                       an envelope's bytes as stored; canonical JSON has no newline
/// opening {"content":{…},…}       after a private entry whose content the reader may see
/// checkpoint
/// …                               the signed note, to the end of the file
/// ```
public enum LedgerExport {
    /// The longest line that a reader accepts.
    public static let maximumLine = 128 * 1024

    public static func header(alliance: String) -> [UInt8] { Array("entente-ledger 1 \(alliance)\n".utf8) }

    /// The lines of one entry, with its opening where it has one: leave that out for readers who may not see it.
    public static func lines(_ entry: Entry) -> [UInt8] {
        var lines = Array("entry ".utf8) + entry.bytes + [0x0A]
        if let opening = entry.opening {
            let body = PublicOpening(sequence: entry.envelope.sequence, opening: opening).body
            lines += Array("opening ".utf8) + body + [0x0A]
        }
        return lines
    }

    public static func end(_ note: SignedNote) -> [UInt8] { Array("checkpoint\n\(note)".utf8) }

    /// Writes a ledger as it stands: all its pieces.
    ///
    /// - Parameters:
    ///   - isVisible: whether the reader may see the content of this private entry.
    ///   - note: a checkpoint of `head.size` entries.
    public static func write(
        _ head: LedgerHead, from store: some LedgerStore, note: SignedNote,
        isVisible: @escaping @Sendable (Entry) -> Bool, to output: ([UInt8]) throws -> Void
    ) async throws {
        let pieces = LedgerPieces(head, from: store, note: note, isVisible: isVisible)
        for try await piece in pieces { try output(piece) }
    }
}

/// The file of a ledger in pieces of some hundred entries, each read when it is asked for: whoever sends it on needs no more
/// memory for a long ledger than for a short one.
public struct LedgerPieces: AsyncSequence, Sendable {
    /// So many entries are in memory at once.
    static let size: Int64 = 500

    let head: LedgerHead
    let store: any LedgerStore
    let note: SignedNote
    let isVisible: @Sendable (Entry) -> Bool

    /// - Parameters:
    ///   - note: a checkpoint of `head.size` entries.
    ///   - isVisible: whether the reader may see the content of this private entry.
    public init(
        _ head: LedgerHead, from store: any LedgerStore, note: SignedNote,
        isVisible: @escaping @Sendable (Entry) -> Bool
    ) {
        (self.head, self.store, self.note, self.isVisible) = (head, store, note, isVisible)
    }

    public func makeAsyncIterator() -> Iterator { Iterator(of: self) }

    public struct Iterator: AsyncIteratorProtocol {
        private enum State { case header, entries(Int64), ended }

        private let pieces: LedgerPieces
        private var state = State.header

        fileprivate init(of pieces: LedgerPieces) { self.pieces = pieces }

        /// - Throws: `LedgerFailure`.
        public mutating func next() async throws -> [UInt8]? {
            let (head, alliance) = (pieces.head, pieces.head.alliance)
            switch state {
            case .header:
                state = .entries(0)
                return LedgerExport.header(alliance: alliance)
            case .entries(let start) where start < head.size:
                let end = Swift.min(start + LedgerPieces.size, head.size)
                let entries = try await pieces.store.entries(of: alliance, in: start..<end)
                guard entries.count == Int(end - start) else {
                    throw LedgerFailure.damaged("entries between \(start) and \(end) are missing")
                }
                state = .entries(end)
                return entries.flatMap { LedgerExport.lines(pieces.isVisible($0) ? $0 : $0.erased) }
            case .entries:
                state = .ended
                return LedgerExport.end(pieces.note)
            case .ended: return nil
            }
        }
    }
}

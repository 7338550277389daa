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

    /// Writes a ledger as it stands, in pieces of at most 1,000 entries.
    ///
    /// - Parameters:
    ///   - isVisible: whether the reader may see the content of this private entry.
    ///   - note: a checkpoint of `head.size` entries.
    public static func write(
        _ head: LedgerHead, from store: some LedgerStore, note: SignedNote, isVisible: (Entry) -> Bool,
        to output: ([UInt8]) throws -> Void
    ) async throws {
        try output(header(alliance: head.alliance))
        var start: Int64 = 0
        while start < head.size {
            let end = min(start + 1000, head.size)
            let entries = try await store.entries(of: head.alliance, in: start..<end)
            guard entries.count == Int(end - start) else {
                throw LedgerFailure.damaged("entries between \(start) and \(end) are missing")
            }
            var piece: [UInt8] = []
            for entry in entries { piece += lines(isVisible(entry) ? entry : entry.erased) }
            try output(piece)
            start = end
        }
        try output(end(note))
    }
}

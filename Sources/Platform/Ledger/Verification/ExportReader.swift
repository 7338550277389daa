import FoundationEssentials

/// Verifies an export piece by piece, as it is read.
public struct ExportReader: Sendable {
    private enum State { case header, entries, note }

    private var verifier: LedgerVerifier
    private var state = State.header
    private var alliance: [UInt8] = []
    private var line = 1
    /// The bytes of a line that is not complete yet, or of the note.
    private var rest: [UInt8] = []
    private var mayOpen = false

    public init(pin: LedgerVerifier.Pin? = nil) { verifier = LedgerVerifier(pin: pin) }

    /// Takes the next bytes of the file.
    public mutating func add(_ bytes: [UInt8]) throws(VerificationFailure) {
        var start = bytes.startIndex
        while start < bytes.endIndex, state != .note {
            guard let end = bytes[start...].firstIndex(of: 0x0A) else { break }
            if rest.isEmpty {
                try take(Array(bytes[start..<end]))
            } else {
                rest += bytes[start..<end]
                let whole = rest
                rest = []
                try take(whole)
            }
            line += 1
            start = end + 1
        }
        rest += bytes[start...]
        let limit = state == .note ? SignedNote.maximumSize : LedgerExport.maximumLine
        guard rest.count <= limit else { throw .init(.malformed("the line is too long"), line: line) }
    }

    /// Ends the file.
    public mutating func finish() throws(VerificationFailure) -> VerifiedLedger {
        guard state == .note, !rest.isEmpty else { throw .init(.unfinished, line: line) }
        guard let note = SignedNote(decoding: rest) else {
            throw .init(.malformed("the checkpoint is no signed note"), line: line)
        }
        return try verifier.finish(note)
    }

    private mutating func take(_ bytes: [UInt8]) throws(VerificationFailure) {
        switch state {
        case .header:
            guard bytes.starts(with: "entente-ledger 1 ".utf8) else {
                throw .init(.malformed("this is no ledger export of version 1"), line: line)
            }
            alliance = Array(bytes.dropFirst(17))
            guard Name.isIdentifier(String(decoding: alliance, as: UTF8.self)) else {
                throw .init(.malformed("the header names no alliance"), line: line)
            }
            state = .entries
        case .entries: try takeEntry(bytes)
        case .note: break
        }
    }

    private mutating func takeEntry(_ bytes: [UInt8]) throws(VerificationFailure) {
        if bytes.starts(with: "entry ".utf8) {
            let envelope = Array(bytes.dropFirst(6))
            if verifier.size == 0, let first = try? Envelope(decoding: envelope) {
                let expected = String(decoding: alliance, as: UTF8.self)
                guard first.alliance == expected else {
                    throw .init(.alliance(expected: expected, found: first.alliance), at: 0, line: line)
                }
            }
            try verifier.add(envelope, line: line)
            mayOpen = true
        } else if bytes.starts(with: "opening ".utf8) {
            guard mayOpen else { throw .init(.malformed("the opening does not follow an entry"), line: line) }
            mayOpen = false
            try verifier.add(PublicOpening(body: Array(bytes.dropFirst(8))), line: line)
        } else if bytes.elementsEqual("checkpoint".utf8) {
            state = .note
        } else {
            throw .init(.malformed("a line must begin with `entry`, `opening` or `checkpoint`"), line: line)
        }
    }
}

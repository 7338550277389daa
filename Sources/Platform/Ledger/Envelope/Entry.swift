/// An entry as it is stored: the envelope's bytes, what they say, their leaf hash, and for private ones what they commit
/// to, where the reader may see it and it has not been erased.
public struct Entry: Hashable, Sendable {
    public let bytes: [UInt8]
    public let envelope: Envelope
    public let leaf: Hash
    public private(set) var opening: Opening?

    /// Reads stored bytes.
    ///
    /// - Throws: `EnvelopeFault` where they are no envelope.
    public init(bytes: [UInt8]) throws(EnvelopeFault) {
        self.bytes = bytes
        envelope = try Envelope(decoding: bytes)
        leaf = MerkleTree.leaf(bytes)
    }

    /// Spells an envelope.
    public init(_ envelope: Envelope) throws(EnvelopeFault) {
        self.envelope = envelope
        bytes = try envelope.encoded()
        leaf = MerkleTree.leaf(bytes)
    }

    /// The same entry with what it commits to.
    ///
    /// - Throws: `EnvelopeFault.member("opening", …)` where the opening does not belong to the entry.
    public func opened(by opening: Opening?) throws(EnvelopeFault) -> Entry {
        guard let opening else { return self }
        guard opening.opens(envelope) else { throw .member("opening", "does not open the commitment") }
        var entry = self
        entry.opening = opening
        return entry
    }

    /// The same entry without what it commits to.
    var erased: Entry {
        var entry = self
        entry.opening = nil
        return entry
    }

    /// What the entry says: nil where it is private and not opened.
    public var payload: Payload? {
        switch envelope.content {
        case .open(let payload): payload
        case .committed: content?.payload
        }
    }

    /// The author with the person, where the reader may know it.
    public var author: Author {
        guard case .party(let party) = envelope.author, let person = content?.person else { return envelope.author }
        return .person(party: party, person: person)
    }

    private var content: PrivateContent? {
        guard let opening else { return nil }
        return try? PrivateContent(decoding: opening.content)
    }
}

/// The end of a ledger: what the next entry must follow.
public struct LedgerHead: Hashable, Sendable {
    public let alliance: String
    /// The number of entries, and the sequence of the next one.
    public internal(set) var size: Int64
    /// The leaf hash of the last entry.
    public internal(set) var leaf: Hash
    /// The time of the last entry, in milliseconds since 1970.
    public internal(set) var time: Int64

    /// The end of a ledger without entries.
    public init(alliance: String) {
        (self.alliance, size, leaf, time) = (alliance, 0, .zero, 0)
    }

    init(alliance: String, size: Int64, leaf: Hash, time: Int64) {
        (self.alliance, self.size, self.leaf, self.time) = (alliance, size, leaf, time)
    }

    /// The head after an entry of this ledger.
    public init(after entry: Entry) {
        self.init(
            alliance: entry.envelope.alliance, size: entry.envelope.sequence + 1, leaf: entry.leaf,
            time: entry.envelope.time)
    }

    /// Makes the next entry of a draft and moves behind it.
    ///
    /// Its time is the draft's, or that of the entry before where the clock went back. A draft that is not for everyone
    /// becomes a commitment with its opening.
    ///
    /// - Parameters:
    ///   - key: the idempotency key of the request, see `Name.isRequestKey`.
    ///   - index: the place of the entry among those of one request, where it makes several.
    /// - Throws: `EnvelopeFault` where the draft cannot be an entry; the head is then as before.
    public mutating func seal(
        _ draft: Draft, key: String, index: Int? = nil, using generator: inout some RandomNumberGenerator
    ) throws(EnvelopeFault) -> Entry {
        guard Name.isRequestKey(key) else {
            throw .member("idempotency", "a request's key must match [A-Za-z0-9][A-Za-z0-9._:-]{0,99}")
        }
        var envelope = Envelope(
            alliance: alliance, sequence: size, time: max(draft.time, time), author: draft.author,
            idempotencyKey: index.map { "\(key)/\($0)" } ?? key, previous: leaf, audience: draft.audience,
            content: .open(draft.payload))
        var opening: Opening?
        if draft.audience != .everyone {
            var person: String?
            if case .person(let party, let name) = draft.author {
                (envelope.author, person) = (.party(party), name)
            }
            let content = try PrivateContent(person: person, payload: draft.payload).encoded()
            let salt = Salt(using: &generator)
            envelope.content = .committed(
                Commitment.hash(
                    alliance: alliance, sequence: size, scope: envelope.author.scope, salt: salt, value: content))
            opening = Opening(salt: salt, content: content)
        }
        let entry = try Entry(envelope).opened(by: opening)
        self = LedgerHead(after: entry)
        return entry
    }

    /// Makes the entries of one request, all or none.
    public mutating func seal(
        _ drafts: [Draft], key: String, using generator: inout some RandomNumberGenerator
    ) throws(EnvelopeFault) -> [Entry] {
        var head = self
        var entries: [Entry] = []
        for (index, draft) in drafts.enumerated() {
            entries.append(try head.seal(draft, key: key, index: drafts.count == 1 ? nil : index, using: &generator))
        }
        self = head
        return entries
    }
}

/// An entry before it has a place in a ledger.
public struct Draft: Hashable, Sendable {
    public var time: Int64
    /// A person, a token or a service; of a person in a private draft the envelope names only the party.
    public var author: Author
    public var audience: Audience
    public var payload: Payload

    public init(time: Int64, author: Author, audience: Audience = .everyone, payload: Payload) {
        (self.time, self.author, self.audience, self.payload) = (time, author, audience, payload)
    }
}

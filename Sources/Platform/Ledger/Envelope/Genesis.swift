/// The first entry of a ledger: which alliance it is, which server keeps it under which key, and who founded it.
///
/// Everything after it is bound to it by hashes, so that a rewritten history cannot pass for a new one, nor one alliance
/// for another. Spelled as the body of an open entry of type `ledger.genesis`:
/// `{"alliance":"…","key":"…","origin":"…","parties":[{"id":"…","keys":["…"]}]}`.
public struct Genesis: Hashable, Sendable {
    public static let type = "ledger.genesis"

    public struct Party: Hashable, Sendable {
        public var id: String
        /// The party's witness keys; none where it has none yet.
        public var keys: [VerifierKey]

        public init(id: String, keys: [VerifierKey] = []) { (self.id, self.keys) = (id, keys) }
    }

    public var alliance: String
    /// Host and path of the server, `/` and the alliance: the first line of every checkpoint.
    public var origin: String
    /// The key with which the server signs checkpoints; its name is the origin.
    public var key: VerifierKey
    public var parties: [Party]

    public init(alliance: String, host: String, publicKey: [UInt8], parties: [Party]) throws(EnvelopeFault) {
        origin = "\(host)/\(alliance)"
        guard let key = VerifierKey(name: origin, algorithm: .ed25519, publicKey: publicKey) else {
            throw .member(
                "key", "needs a host without space, plus or control characters and an Ed25519 key of 32 bytes")
        }
        (self.alliance, self.key, self.parties) = (alliance, key, parties)
        try check()
    }

    /// The entry's payload.
    public func payload() throws(EnvelopeFault) -> Payload {
        let parties = parties.map { party in
            CanonicalJSON.Value.object([
                "id": .text(party.id), "keys": .list(party.keys.map { .text($0.description) }),
            ])
        }
        do throws(CanonicalJSON.Refusal) {
            let body = try CanonicalJSON.encode(
                .object([
                    "alliance": .text(alliance), "origin": .text(origin), "key": .text(key.description),
                    "parties": .list(parties),
                ]))
            return Payload(type: Self.type, body: body)
        } catch {
            throw .json(error)
        }
    }

    /// Reads the payload of the first entry.
    ///
    /// - Throws: `EnvelopeFault` where it is of another type or schema or a member is missing, unknown or wrong.
    public init(_ payload: Payload) throws(EnvelopeFault) {
        guard payload.type == Self.type else { throw .member("type", "the first entry must be \(Self.type)") }
        guard payload.schema == 1 else { throw .member("schema", "\(Self.type) has schema 1") }
        let body: CanonicalJSON.Value
        do throws(CanonicalJSON.Refusal) { body = try CanonicalJSON.parse(payload.body) } catch { throw .json(error) }
        guard case .object(let members) = body, members.count == 4, let alliance = body["alliance"]?.text,
            let origin = body["origin"]?.text, let key = body["key"]?.text.flatMap(VerifierKey.init),
            let list = body["parties"]?.list
        else { throw .member("body", "must have alliance, key, origin and parties, and nothing else") }
        var parties: [Party] = []
        for element in list {
            guard case .object(let members) = element, members.count == 2, let id = element["id"]?.text,
                let texts = element["keys"]?.list
            else { throw .member("parties", "each must have id and keys, and nothing else") }
            let keys = texts.compactMap { $0.text.flatMap(VerifierKey.init) }
            guard keys.count == texts.count else { throw .member("parties", "a key of \(id) is no verifier key") }
            parties.append(Party(id: id, keys: keys))
        }
        (self.alliance, self.origin, self.key, self.parties) = (alliance, origin, key, parties)
        try check()
    }

    private func check() throws(EnvelopeFault) {
        guard Name.isIdentifier(alliance) else { throw .member("alliance", "is no identifier") }
        guard origin.hasSuffix("/\(alliance)"), key.name == origin, key.algorithm == .ed25519 else {
            throw .member("origin", "must end with the alliance and be the name of the server's Ed25519 key")
        }
        guard parties.allSatisfy({ Name.isIdentifier($0.id) }), Set(parties.map(\.id)).count == parties.count else {
            throw .member("parties", "identifiers must be well-formed and different")
        }
    }
}

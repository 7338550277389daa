/// One entry of a ledger: who did what when, bound to everything before it.
///
/// An envelope is spelled as canonical JSON. Its bytes are stored and hashed as they are, and never made again from the
/// value. `previous` is the leaf hash of the entry before, so that chain and tree are made of the same hashes and
/// cannot tell different stories.
public struct Envelope: Hashable, Sendable {
    /// The version of the format that this code writes and reads.
    public static let version = 1

    public enum Content: Hashable, Sendable {
        /// For everyone.
        case open(Payload)
        /// For a party or the engine only: a salted commitment to a `PrivateContent`, whose type is hidden as well.
        case committed(Hash)
    }

    public var alliance: String
    /// Position in the ledger, from 0 without gaps.
    public var sequence: Int64
    /// Milliseconds since 1970-01-01T00:00:00Z; never less than in the entry before.
    public var time: Int64
    public var author: Author
    /// Unique in the ledger for the author's scope.
    public var idempotencyKey: String
    /// The leaf hash of the entry before; 32 zero bytes in the first.
    public var previous: Hash
    public var audience: Audience
    public var content: Content

    public init(
        alliance: String, sequence: Int64, time: Int64, author: Author, idempotencyKey: String, previous: Hash,
        audience: Audience, content: Content
    ) {
        self.alliance = alliance
        self.sequence = sequence
        self.time = time
        self.author = author
        self.idempotencyKey = idempotencyKey
        self.previous = previous
        self.audience = audience
        self.content = content
    }
}

/// What an entry says: a type, the version of that type's shape, and a body in canonical JSON.
public struct Payload: Hashable, Sendable {
    /// Such as `vision.objectives.add`. Types that begin with `ledger.` belong to the ledger itself.
    public var type: String
    /// From 1 to 65535.
    public var schema: Int
    public var body: [UInt8]

    public init(type: String, schema: Int = 1, body: [UInt8]) {
        (self.type, self.schema, self.body) = (type, schema, body)
    }
}

/// Why bytes are no envelope, or a value cannot be spelled as one.
public enum EnvelopeFault: Error, Hashable, Sendable, CustomStringConvertible {
    case json(CanonicalJSON.Refusal)
    /// A member is missing, unknown, out of order or has a value that it may not have.
    case member(String, String)
    case version(Int64)

    public var description: String {
        switch self {
        case .json(let refusal): "not canonical JSON: \(refusal)"
        case .member(let name, let problem): "\(name): \(problem)"
        case .version(let version): "version \(version) of the format; this program reads version \(Envelope.version)"
        }
    }
}

/// Where the members of an envelope stand in its bytes: all that verification needs, without a string being built.
///
/// Canonical JSON leaves one order of members, so the scan expects each in turn.
struct EnvelopeScan {
    enum AuthorKind { case person, party, token, service }
    enum AudienceKind { case everyone, party, sealed }

    var alliance = 0..<0
    /// The party's identifier where the audience is a party.
    var audience = 0..<0
    var audienceKind = AudienceKind.everyone
    var authorKind = AuthorKind.party
    /// The party, token or service.
    var author = 0..<0
    var person = 0..<0
    /// nil in a private entry.
    var body: Range<Int>?
    var commitment = Hash.zero
    var idempotencyKey = 0..<0
    var previous = Hash.zero
    var schema: Int64 = 0
    var sequence: Int64 = 0
    var time: Int64 = 0
    var type = 0..<0

    init(_ bytes: Span<UInt8>) throws(EnvelopeFault) {
        guard bytes.count <= CanonicalJSON.maximumSize else {
            throw .json(.init(.tooLarge, at: CanonicalJSON.maximumSize))
        }
        var position = 0
        try Self.expect("{\"alliance\":\"", "alliance", bytes, &position)
        alliance = try Self.name("alliance", bytes, &position)
        try scanAudience(bytes, &position)
        try scanAuthor(bytes, &position)
        try scanContent(bytes, &position)
        try Self.expect(",\"idempotency\":\"", "idempotency", bytes, &position)
        idempotencyKey = try Self.text("idempotency", bytes, &position)
        guard Name.isIdempotencyKey(bytes, idempotencyKey) else {
            throw .member("idempotency", "must match [A-Za-z0-9][A-Za-z0-9._:/-]{0,127}")
        }
        try Self.expect(",\"previous\":\"", "previous", bytes, &position)
        previous = try Self.hash("previous", bytes, &position)
        if body != nil {
            schema = try Self.number(",\"schema\":", "schema", bytes, &position)
            guard (1...65_535).contains(schema) else { throw .member("schema", "must be from 1 to 65535") }
        }
        sequence = try Self.number(",\"sequence\":", "sequence", bytes, &position)
        guard sequence >= 0 else { throw .member("sequence", "must not be negative") }
        time = try Self.number(",\"time\":", "time", bytes, &position)
        guard time >= 0 else { throw .member("time", "must not be negative") }
        if body != nil {
            try Self.expect(",\"type\":\"", "type", bytes, &position)
            type = try Self.text("type", bytes, &position)
            guard Name.isType(bytes, type) else {
                throw .member("type", "must be names of [a-z][A-Za-z0-9_]* joined by dots, at most 128 bytes")
            }
        }
        let version = try Self.number(",\"version\":", "version", bytes, &position)
        guard version == Int64(Envelope.version) else { throw .version(version) }
        try Self.expect("}", "version", bytes, &position)
        guard position == bytes.count else { throw .json(.init(.trailingBytes, at: position)) }
    }

    private mutating func scanAudience(_ bytes: Span<UInt8>, _ position: inout Int) throws(EnvelopeFault) {
        try Self.expect(",\"audience\":\"", "audience", bytes, &position)
        if CanonicalScanner.matches("everyone\"", bytes, position) {
            position += 9
            audienceKind = .everyone
        } else if CanonicalScanner.matches("sealed\"", bytes, position) {
            position += 7
            audienceKind = .sealed
        } else {
            try Self.expect("party:", "audience", bytes, &position)
            audienceKind = .party
            audience = try Self.name("audience", bytes, &position)
        }
    }

    private mutating func scanAuthor(_ bytes: Span<UInt8>, _ position: inout Int) throws(EnvelopeFault) {
        try Self.expect(",\"author\":{\"", "author", bytes, &position)
        if CanonicalScanner.matches("party\":\"", bytes, position) {
            position += 8
            author = try Self.name("author.party", bytes, &position)
            authorKind = .party
            if CanonicalScanner.matches(",\"person\":\"", bytes, position) {
                position += 11
                person = try Self.name("author.person", bytes, &position)
                authorKind = .person
            }
        } else if CanonicalScanner.matches("token\":\"", bytes, position) {
            position += 8
            author = try Self.name("author.token", bytes, &position)
            authorKind = .token
        } else {
            try Self.expect("service\":\"", "author", bytes, &position)
            author = try Self.name("author.service", bytes, &position)
            authorKind = .service
        }
        try Self.expect("}", "author", bytes, &position)
        // A person is named exactly where everyone may see the content.
        switch (authorKind, audienceKind) {
        case (.person, .everyone), (.party, .party), (.party, .sealed), (.token, _), (.service, _): break
        case (.person, _):
            throw .member("author.person", "belongs into the content of an entry that is not for everyone")
        case (.party, .everyone): throw .member("author.person", "is missing from an entry for everyone")
        }
    }

    private mutating func scanContent(_ bytes: Span<UInt8>, _ position: inout Int) throws(EnvelopeFault) {
        guard audienceKind == .everyone else {
            try Self.expect(",\"commitment\":\"", "commitment", bytes, &position)
            commitment = try Self.hash("commitment", bytes, &position)
            return
        }
        try Self.expect(",\"body\":", "body", bytes, &position)
        let start = position
        do throws(CanonicalJSON.Refusal) {
            try CanonicalScanner.value(bytes, &position, depth: 1)
        } catch {
            throw .json(error)
        }
        guard bytes[start] == UInt8(ascii: "{") else { throw .member("body", "must be an object") }
        body = start..<position
    }
}

/// What a private entry says, kept beside its envelope: payload and, where a person made it, which one.
///
/// Spelled as the canonical JSON object `{"body":…,"person":"…","schema":…,"type":"…"}`, without `person` where the author
/// is a token or a service. Those bytes are what the envelope commits to.
public struct PrivateContent: Hashable, Sendable {
    public var person: String?
    public var payload: Payload

    public init(person: String?, payload: Payload) { (self.person, self.payload) = (person, payload) }

    public func encoded() throws(EnvelopeFault) -> [UInt8] {
        var output = Array(#"{"body":"#.utf8)
        output.append(contentsOf: payload.body)
        if let person { output.append(contentsOf: #","person":"\#(person)""#.utf8) }
        output.append(contentsOf: #","schema":\#(payload.schema),"type":"\#(payload.type)"}"#.utf8)
        guard try PrivateContent(decoding: output) == self else {
            throw .member("content", "a member contains what its format does not allow")
        }
        return output
    }

    public init(decoding bytes: [UInt8]) throws(EnvelopeFault) {
        let span = bytes.span
        guard span.count <= CanonicalJSON.maximumSize else {
            throw .json(.init(.tooLarge, at: CanonicalJSON.maximumSize))
        }
        var position = 0
        try EnvelopeScan.expect("{\"body\":", "body", span, &position)
        let start = position
        do throws(CanonicalJSON.Refusal) {
            try CanonicalScanner.value(span, &position, depth: 1)
        } catch {
            throw .json(error)
        }
        guard span[start] == UInt8(ascii: "{") else { throw .member("body", "must be an object") }
        let body = Array(bytes[start..<position])
        person = nil
        if CanonicalScanner.matches(",\"person\":\"", span, position) {
            position += 11
            person = String(decoding: bytes[try EnvelopeScan.name("person", span, &position)], as: UTF8.self)
        }
        let schema = try EnvelopeScan.number(",\"schema\":", "schema", span, &position)
        guard (1...65_535).contains(schema) else { throw .member("schema", "must be from 1 to 65535") }
        try EnvelopeScan.expect(",\"type\":\"", "type", span, &position)
        let type = try EnvelopeScan.text("type", span, &position)
        guard Name.isType(span, type) else {
            throw .member("type", "must be names of [a-z][A-Za-z0-9_]* joined by dots, at most 128 bytes")
        }
        try EnvelopeScan.expect("}", "type", span, &position)
        guard position == span.count else { throw .json(.init(.trailingBytes, at: position)) }
        payload = Payload(type: String(decoding: bytes[type], as: UTF8.self), schema: Int(schema), body: body)
    }
}

/// What turns a commitment into what was committed to.
public struct Opening: Hashable, Sendable {
    public var salt: Salt
    /// The bytes of a `PrivateContent`.
    public var content: [UInt8]

    public init(salt: Salt, content: [UInt8]) { (self.salt, self.content) = (salt, content) }

    /// Whether this opens the commitment of a private envelope.
    public func opens(_ envelope: Envelope) -> Bool {
        guard case .committed(let commitment) = envelope.content else { return false }
        return commitment
            == Commitment.hash(
                alliance: envelope.alliance, sequence: envelope.sequence, scope: envelope.author.scope, salt: salt,
                value: content)
    }
}

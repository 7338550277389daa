/// An entry for everyone that shows what an earlier private entry committed to: type `ledger.opened`, schema 1, body
/// `{"content":{…},"salt":"…","sequence":…}`. Anyone can check it, and the verifier does.
public struct PublicOpening: Hashable, Sendable {
    public static let type = "ledger.opened"

    /// The private entry.
    public var sequence: Int64
    public var opening: Opening

    public init(sequence: Int64, opening: Opening) { (self.sequence, self.opening) = (sequence, opening) }

    /// The body's bytes, also the payload of an `opening` line of an export.
    public var body: [UInt8] {
        var salt: [UInt8] = []
        Hexadecimal.append(opening.salt.bytes, to: &salt)
        return Array(#"{"content":"#.utf8) + opening.content + Array(#","salt":""#.utf8) + salt
            + Array(#"","sequence":\#(sequence)}"#.utf8)
    }

    public var payload: Payload { Payload(type: Self.type, body: body) }

    public init?(_ payload: Payload) {
        guard payload.type == Self.type, payload.schema == 1 else { return nil }
        self.init(body: payload.body)
    }

    /// nil where the bytes are not exactly such a body.
    public init?(body: [UInt8]) {
        let span = body.span
        var position = 0
        do {
            try EnvelopeScan.expect("{\"content\":", "content", span, &position)
            let start = position
            try CanonicalScanner.value(span, &position, depth: 0)
            let content = Array(body[start..<position])
            try EnvelopeScan.expect(",\"salt\":\"", "salt", span, &position)
            let salt = Salt(try EnvelopeScan.hash("salt", span, &position).bytes)
            let sequence = try EnvelopeScan.number(",\"sequence\":", "sequence", span, &position)
            try EnvelopeScan.expect("}", "sequence", span, &position)
            guard let salt, position == body.count, sequence >= 0 else { return nil }
            self.init(sequence: sequence, opening: Opening(salt: salt, content: content))
        } catch {
            return nil
        }
    }
}

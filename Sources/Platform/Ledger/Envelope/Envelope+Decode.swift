extension Envelope {
    /// Reads an envelope strictly: exactly the members of the format, in canonical JSON.
    ///
    /// - Throws: `EnvelopeFault` for a missing, unknown or misplaced member, a value outside its format, a version that
    ///   this code does not know.
    /// - Complexity: O(n).
    public init(decoding bytes: [UInt8]) throws(EnvelopeFault) {
        self.init(try EnvelopeScan(bytes.span), in: bytes)
    }

    init(_ scan: EnvelopeScan, in bytes: [UInt8]) {
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let author: Author =
            switch scan.authorKind {
            case .person: .person(party: text(scan.author), person: text(scan.person))
            case .party: .party(text(scan.author))
            case .token: .token(text(scan.author))
            case .service: .service(text(scan.author))
            }
        let audience: Audience =
            switch scan.audienceKind {
            case .everyone: .everyone
            case .party: .party(text(scan.audience))
            case .sealed: .sealed
            }
        let content: Content =
            if let body = scan.body {
                .open(Payload(type: text(scan.type), schema: Int(scan.schema), body: Array(bytes[body])))
            } else {
                .committed(scan.commitment)
            }
        self.init(
            alliance: text(scan.alliance), sequence: scan.sequence, time: scan.time, author: author,
            idempotencyKey: text(scan.idempotencyKey), previous: scan.previous, audience: audience, content: content)
    }
}

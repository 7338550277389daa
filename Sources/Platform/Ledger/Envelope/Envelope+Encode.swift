extension Envelope {
    /// The envelope's bytes.
    ///
    /// - Throws: `EnvelopeFault` where a member breaks the format: what this returns always decodes to the same value.
    /// - Complexity: O(size of the body).
    public func encoded() throws(EnvelopeFault) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(512)
        func append(_ text: StaticString) {
            text.withUTF8Buffer { output.append(contentsOf: $0) }
        }
        func append(_ text: String) { output.append(contentsOf: text.utf8) }
        append("{\"alliance\":\"" as StaticString)
        append(alliance)
        append("\",\"audience\":\"" as StaticString)
        append(audience.text)
        append("\",\"author\":" as StaticString)
        append(author.json)
        switch content {
        case .open(let payload):
            append(",\"body\":" as StaticString)
            output.append(contentsOf: payload.body)
        case .committed(let commitment):
            append(",\"commitment\":\"" as StaticString)
            commitment.appendHexadecimal(to: &output)
            append("\"" as StaticString)
        }
        append(",\"idempotency\":\"" as StaticString)
        append(idempotencyKey)
        append("\",\"previous\":\"" as StaticString)
        previous.appendHexadecimal(to: &output)
        append("\"" as StaticString)
        if case .open(let payload) = content {
            append(",\"schema\":" as StaticString)
            append(String(payload.schema))
        }
        append(",\"sequence\":" as StaticString)
        append(String(sequence))
        append(",\"time\":" as StaticString)
        append(String(time))
        if case .open(let payload) = content {
            append(",\"type\":\"" as StaticString)
            append(payload.type)
            append("\"" as StaticString)
        }
        append(",\"version\":" as StaticString)
        append(String(Self.version))
        append("}" as StaticString)
        // Names are written unescaped above; a reader that admits only the format finds what does not belong.
        guard try EnvelopeScan(output.span).spells(self) else {
            throw .member("envelope", "a member contains what its format does not allow")
        }
        return output
    }
}

extension EnvelopeScan {
    /// Whether what was read has the extent and the numbers of what was to be written. Members stand in one order and each
    /// once, so text that had smuggled one in would have moved the others or left something over.
    fileprivate func spells(_ envelope: Envelope) -> Bool {
        guard sequence == envelope.sequence, time == envelope.time, previous == envelope.previous,
            alliance.count == envelope.alliance.utf8.count,
            idempotencyKey.count == envelope.idempotencyKey.utf8.count
        else { return false }
        switch envelope.content {
        case .open(let payload):
            return body?.count == payload.body.count && schema == Int64(payload.schema)
                && type.count == payload.type.utf8.count && audienceKind == .everyone
        case .committed(let hash): return body == nil && commitment == hash
        }
    }
}

extension Author {
    fileprivate var json: String {
        switch self {
        case .person(let party, let person): #"{"party":"\#(party)","person":"\#(person)"}"#
        case .party(let party): #"{"party":"\#(party)"}"#
        case .token(let token): #"{"token":"\#(token)"}"#
        case .service(let service): #"{"service":"\#(service)"}"#
        }
    }
}

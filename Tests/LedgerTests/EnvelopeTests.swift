import Ledger
import SeededRandom
import Testing

@Suite("Envelopes")
struct EnvelopeTests {
    static let open = Envelope(
        alliance: "harbour", sequence: 3, time: 1_767_225_600_000, author: .person(party: "acme", person: "ana"),
        idempotencyKey: "k1", previous: .zero, audience: .everyone,
        content: .open(Payload(type: "vision.set", schema: 2, body: Array(#"{"title":"Berth"}"#.utf8))))

    static let spelled =
        #"{"alliance":"harbour","audience":"everyone","author":{"party":"acme","person":"ana"},"#
        + #""body":{"title":"Berth"},"idempotency":"k1","#
        + #""previous":"0000000000000000000000000000000000000000000000000000000000000000","#
        + #""schema":2,"sequence":3,"time":1767225600000,"type":"vision.set","version":1}"#

    static func fault(_ text: String) -> EnvelopeFault? {
        do throws(EnvelopeFault) { _ = try Envelope(decoding: Array(text.utf8)) } catch { return error }
        return nil
    }

    @Test("are spelled as canonical JSON and read back")
    func spelling() throws {
        let bytes = try Self.open.encoded()
        #expect(String(decoding: bytes, as: UTF8.self) == Self.spelled)
        try CanonicalJSON.check(bytes)
        #expect(try Envelope(decoding: bytes) == Self.open)
    }

    @Test(
        "are read back with every author and audience",
        arguments: [
            (.party("acme"), .party("acme")), (.party("acme"), .sealed), (.token("t-1"), .sealed),
            (.token("t-1"), .everyone),
            (.service("clock"), .everyone), (.service("clock"), .sealed),
            (.person(party: "A", person: "b.c"), .everyone),
        ] as [(Author, Audience)])
    func authors(author: Author, audience: Audience) throws {
        var envelope = Self.open
        envelope.author = author
        envelope.audience = audience
        if audience != .everyone { envelope.content = .committed(Hash(of: [1])) }
        let bytes = try envelope.encoded()
        try CanonicalJSON.check(bytes)
        #expect(try Envelope(decoding: bytes) == envelope)
    }

    @Test(
        "refuse what the format does not have",
        arguments: [
            (#""alliance":"harbour","#, ""), (#""harbour""#, #""har bour""#), (#""harbour""#, #""""#),
            (#""harbour""#, #""h\u0061rbour""#), (#""everyone""#, #""nobody""#), (#""everyone""#, #""party:""#),
            (#""everyone""#, #""party:acme""#), (#""everyone""#, #""sealed""#), (#","person":"ana""#, ""),
            (#""party":"acme","person":"ana""#, #""token":"t","x":1"#), (#""party":"acme","#, ""),
            (#""k1""#, #""k 1""#),
            (#""k1""#, #""/1""#), ("00000000\"", "0000000\""), ("00000000\"", "0000000A\""),
            (#""schema":2"#, #""schema":0"#),
            (#""schema":2"#, #""schema":65536"#), (#""schema":2"#, #""schema":2.0"#),
            (#""sequence":3"#, #""sequence":-3"#),
            (#""sequence":3"#, #""sequence":03"#), (#""time":1767225600000"#, #""time":-1"#),
            (#"vision.set"#, "Vision.set"),
            (#"vision.set"#, "vision..set"), (#"vision.set"#, "vision."), (#""version":1"#, #""version":2"#),
            (#""version":1}"#, #""version":1,"x":1}"#), (#""version":1}"#, #""version":1} "#),
            (#"{"title":"Berth"}"#, "[]"),
            (#"{"title":"Berth"}"#, #"{"title":1.5}"#), (#"{"title":"Berth"}"#, #"{"b":1,"a":1}"#),
            (#"{"alliance"#, #" {"alliance"#),
        ])
    func refuses(part: String, by replacement: String) {
        #expect(Self.spelled.contains(part))
        #expect(Self.fault(Self.spelled.replacing(part, with: replacement, maxReplacements: 1)) != nil)
    }

    @Test("name no person beside content that is not for everyone", arguments: [Audience.party("acme"), .sealed])
    func privateEntriesNameNobody(audience: Audience) throws {
        var envelope = Self.open
        (envelope.author, envelope.audience) = (.party("acme"), audience)
        envelope.content = .committed(Hash(of: [1]))
        let text = String(decoding: try envelope.encoded(), as: UTF8.self)
        #expect(Self.fault(text) == nil)
        let named = text.replacing(#"{"party":"acme"}"#, with: #"{"party":"acme","person":"ana"}"#)
        #expect(named != text && Self.fault(named) != nil)
        envelope.author = .person(party: "acme", person: "ana")
        #expect(throws: EnvelopeFault.self) { try envelope.encoded() }
    }

    @Test("name the version that they do not know")
    func version() {
        #expect(Self.fault(Self.spelled.replacing("\"version\":1", with: "\"version\":2")) == .version(2))
    }

    @Test("end anywhere without a trap")
    func truncated() {
        let bytes = Array(Self.spelled.utf8)
        let accepted = bytes.indices.filter { (try? Envelope(decoding: Array(bytes[..<$0]))) != nil }
        #expect(accepted == [])
    }

    @Test("cannot be spelled with a member that its format does not allow")
    func injection() {
        for alliance in ["a\",\"x\":\"", "", "é", String(repeating: "a", count: 65)] {
            var envelope = Self.open
            envelope.alliance = alliance
            #expect(throws: EnvelopeFault.self) { try envelope.encoded() }
        }
        var envelope = Self.open
        envelope.content = .open(Payload(type: "a", schema: 1, body: Array(#"{},"idempotency":"z"#.utf8)))
        #expect(throws: EnvelopeFault.self) { try envelope.encoded() }
        envelope.content = .open(Payload(type: "a", schema: 1, body: Array("{}".utf8)))
        envelope.sequence = 9_007_199_254_740_992
        #expect(throws: EnvelopeFault.self) { try envelope.encoded() }
        envelope.sequence = -1
        #expect(throws: EnvelopeFault.self) { try envelope.encoded() }
    }

    @Test("hold bodies up to 60 KiB in all")
    func size() throws {
        var envelope = Self.open
        func body(_ count: Int) -> Payload {
            Payload(type: "a", body: Array(#"{"a":"\#(String(repeating: "x", count: count))"}"#.utf8))
        }
        envelope.content = .open(body(60_000))
        #expect(try envelope.encoded().count < CanonicalJSON.maximumSize)
        envelope.content = .open(body(61_440))
        #expect(throws: EnvelopeFault.self) { try envelope.encoded() }
    }

    @Test("time never goes back when entries are sealed")
    func monotonicTime() throws {
        var generator = SplitMix64(seed: 4)
        var head = LedgerHead(alliance: "harbour")
        let times = try [Int64](arrayLiteral: 5, 3, 9, 8).map { time in
            let draft = Draft(
                time: time, author: .person(party: "acme", person: "ana"),
                payload: Payload(type: "a", body: Array("{}".utf8)))
            return try head.seal(draft, key: "k\(time)", using: &generator).envelope.time
        }
        #expect(times == [5, 5, 9, 9])
        #expect(head.size == 4)
    }

    @Test("a draft that cannot be sealed leaves the head as it was")
    func failedSeal() {
        var generator = SplitMix64(seed: 4)
        var head = LedgerHead(alliance: "harbour")
        let good = Draft(time: 0, author: .service("clock"), payload: Payload(type: "a", body: Array("{}".utf8)))
        let bad = Draft(time: 0, author: .service("clock"), payload: Payload(type: "a", body: Array("{ }".utf8)))
        #expect(throws: EnvelopeFault.self) { try head.seal([good, bad], key: "k", using: &generator) }
        #expect(throws: EnvelopeFault.self) { try head.seal(good, key: "not a key", using: &generator) }
        #expect(head == LedgerHead(alliance: "harbour"))
    }
}

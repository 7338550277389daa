import Ledger
import SeededRandom
import Testing

@Suite("Commitments")
struct CommitmentTests {
    @Test("the hash is SHA-256 over length-prefixed parts")
    func definition() throws {
        let salt = try #require(Salt(Array(0..<32)))
        let hash = Commitment.hash(
            alliance: "harbour", sequence: 258, scope: "party:acme", salt: salt, value: Array(#"{"a":1}"#.utf8))
        var message: [UInt8] = []
        for part in [
            Array("entente/c1".utf8), Array("harbour".utf8), [0, 0, 0, 0, 0, 0, 1, 2], Array("party:acme".utf8),
            Array("content".utf8), Array(0..<32), Array(#"{"a":1}"#.utf8),
        ] {
            message += [0, 0, 0, UInt8(part.count)] + part
        }
        #expect(hash == Hash(of: message))
    }

    @Test("any other alliance, sequence, scope, path, salt or value gives another hash")
    func binding() throws {
        let salt = try #require(Salt(Array(0..<32)))
        let other = try #require(Salt(Array(1..<33)))
        let hashes: Set = [
            Commitment.hash(alliance: "a", sequence: 1, scope: "party:b", salt: salt, value: [1]),
            Commitment.hash(alliance: "ap", sequence: 1, scope: "arty:b", salt: salt, value: [1]),
            Commitment.hash(alliance: "a", sequence: 2, scope: "party:b", salt: salt, value: [1]),
            Commitment.hash(alliance: "a", sequence: 1, scope: "party:c", salt: salt, value: [1]),
            Commitment.hash(alliance: "a", sequence: 1, scope: "party:b", path: "x", salt: salt, value: [1]),
            Commitment.hash(alliance: "a", sequence: 1, scope: "party:b", salt: other, value: [1]),
            Commitment.hash(alliance: "a", sequence: 1, scope: "party:b", salt: salt, value: [2]),
        ]
        #expect(hashes.count == 7)
        #expect(Salt([1, 2]) == nil)
    }

    @Test("equal private drafts give different commitments, and show neither type nor person nor body")
    func hiding() throws {
        var generator = SplitMix64(seed: 5)
        var head = LedgerHead(alliance: "harbour")
        let draft = Draft(
            time: 0, author: .person(party: "acme", person: "canary-person"), audience: .party("acme"),
            payload: Payload(type: "canary.type", schema: 4711, body: Array(#"{"canary":5}"#.utf8)))
        let one = try head.seal(draft, key: "a", using: &generator)
        let two = try head.seal(draft, key: "b", using: &generator)
        #expect(one.envelope.content != two.envelope.content)
        let text = String(decoding: one.bytes, as: UTF8.self)
        #expect(!text.contains("canary"))
        #expect(!text.contains("4711"))
        #expect(one.author == .person(party: "acme", person: "canary-person"))
        #expect(one.payload == draft.payload)
        let unopened = try Entry(bytes: one.bytes)
        #expect(unopened.author == .party("acme"))
        #expect(unopened.payload == nil)
    }

    @Test("an opening opens its own entry only")
    func openings() throws {
        var generator = SplitMix64(seed: 6)
        var head = LedgerHead(alliance: "harbour")
        let draft = Draft(
            time: 0, author: .token("t1"), audience: .sealed,
            payload: Payload(type: "a.b", body: Array(#"{"a":5}"#.utf8)))
        let one = try head.seal(draft, key: "a", using: &generator)
        let two = try head.seal(draft, key: "b", using: &generator)
        let opening = try #require(one.opening)
        #expect(opening.opens(one.envelope))
        #expect(!opening.opens(two.envelope))
        #expect(throws: EnvelopeFault.self) { try Entry(bytes: two.bytes).opened(by: opening) }
        var forged = opening
        forged.content = Array(String(decoding: opening.content, as: UTF8.self).replacing("5", with: "4").utf8)
        #expect(!forged.opens(one.envelope))
    }

    @Test(
        "private content has one spelling",
        arguments: [
            "", "{}", #"{"body":[],"schema":1,"type":"a"}"#, #"{"body":{},"schema":0,"type":"a"}"#,
            #"{"body":{},"schema":1,"type":"A"}"#, #"{"body":{},"schema":1,"type":"a"} "#,
            #"{"body":{},"person":"","schema":1,"type":"a"}"#,
            #"{"body":{"a":1,"a":2},"schema":1,"type":"a"}"#, #"{"schema":1,"type":"a"}"#,
            #"{"body":{},"schema":1,"type":"a""#,
        ])
    func contentSpelling(text: String) throws {
        let fine = Array(#"{"body":{},"person":"p","schema":1,"type":"a"}"#.utf8)
        #expect(try PrivateContent(decoding: fine).encoded() == fine)
        #expect(throws: EnvelopeFault.self) { try PrivateContent(decoding: Array(text.utf8)) }
    }
}

import Foundation
import Ledger
import SeededRandom
import Testing

/// The committed vectors fix the format: bytes that this code made once must stay as they are, in every release.
///
/// `ENTENTE_RECORD_VECTORS=1 swift test --filter VectorTests` writes them anew; only a new version of the format may.
@Suite("Vectors of the format")
struct VectorTests {
    struct Canonical: Codable {
        struct Accepted: Codable {
            var text: String
            var canonical: String
        }
        struct Refused: Codable {
            /// Bytes in hexadecimal, since not all of them are text.
            var hexadecimal: String
            var reason: String
        }
        var accepted: [Accepted]
        var refused: [Refused]
    }

    struct Commitments: Codable {
        struct Case: Codable {
            var alliance: String
            var sequence: Int64
            var scope: String
            var path: String
            var salt: String
            var value: String
            var commitment: String
        }
        var cases: [Case]
    }

    struct Exports: Codable {
        struct Case: Codable {
            var file: String
            var description: String
            var ok: Bool
            var reason: String?
            var entry: Int64?
            var size: Int64?
            var root: String?
            var leaves: [String]?
        }
        var server: String
        var cases: [Case]
    }

    static let folder = Python.folder.appendingPathComponent("Vectors")
    static let isRecording = ProcessInfo.processInfo.environment["ENTENTE_RECORD_VECTORS"] != nil

    static func read<Value: Decodable>(_ name: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func record(_ value: some Encodable, _ name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(value) + [0x0A]).write(to: folder.appendingPathComponent(name))
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func bytes(_ hexadecimal: String) -> [UInt8] {
        stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
            UInt8(hexadecimal.dropFirst($0).prefix(2), radix: 16)
        }
    }

    @Test("canonical JSON")
    func canonical() throws {
        if Self.isRecording {
            let texts = [
                "{}", " [ ] ", "0", "-9007199254740991",
                "\"\\u0041\\/\\u000a\\u001F\\ud83d\\uDE00\u{7F}\u{E9}e\u{301}\"",
                "{\"b\":[1,{\"d\":null,\"c\":true}],\"a_1\":false,\"a\":\"\\\"\\\\\\b\\f\\n\\r\\t\"}",
            ]
            let refused: [[UInt8]] =
                [
                    "", "1.0", "1e2", "-0", "01", "9007199254740992", "{\"a\":1,\"a\":1}", "{\"A\":1}", "{\"a b\":1}",
                    "\"\\u0000\"",
                    "\"\\ud800\"", "\"\\udc00\\ud800\"", "[1,]", "nul", "\"\\x\"", "\"a", "1 1", "'a'", "\"\u{9}\"",
                    "\u{FEFF}1", String(repeating: "[", count: 33) + String(repeating: "]", count: 33),
                ].map { Array($0.utf8) } + [
                    [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xFF, 0x22],
                ]
            try Self.record(
                Canonical(
                    accepted: try texts.map {
                        .init(
                            text: $0,
                            canonical: String(decoding: try CanonicalJSON.canonical(Array($0.utf8)), as: UTF8.self))
                    },
                    refused: refused.map { bytes in
                        .init(
                            hexadecimal: Self.hexadecimal(bytes),
                            reason: CanonicalJSONTests.parseRefusal(bytes)?.rawValue ?? "")
                    }), "canonical.json")
        }
        let vectors: Canonical = try Self.read("canonical.json")
        for vector in vectors.accepted {
            #expect(try CanonicalJSON.canonical(Array(vector.text.utf8)) == Array(vector.canonical.utf8))
        }
        for vector in vectors.refused {
            #expect(CanonicalJSONTests.parseRefusal(Self.bytes(vector.hexadecimal))?.rawValue == vector.reason)
        }
        #expect(vectors.accepted.count + vectors.refused.count >= 30)
    }

    @Test("commitments")
    func commitments() throws {
        if Self.isRecording {
            var generator = SplitMix64(seed: 200)
            let cases = ["party:acme", "token:t-1", "service:clock"].enumerated().map { index, scope in
                let salt = Salt(using: &generator)
                let value = #"{"body":{"stars":\#(index)},"schema":1,"type":"vision.rate"}"#
                let commitment = Commitment.hash(
                    alliance: "harbour", sequence: Int64(index) * 300, scope: scope, salt: salt,
                    value: Array(value.utf8))
                return Commitments.Case(
                    alliance: "harbour", sequence: Int64(index) * 300, scope: scope, path: Commitment.contentPath,
                    salt: Self.hexadecimal(salt.bytes), value: value, commitment: commitment.hexadecimal)
            }
            try Self.record(Commitments(cases: cases), "commitments.json")
        }
        let vectors: Commitments = try Self.read("commitments.json")
        for vector in vectors.cases {
            let salt = try #require(Salt(Self.bytes(vector.salt)))
            let hash = Commitment.hash(
                alliance: vector.alliance, sequence: vector.sequence, scope: vector.scope, path: vector.path,
                salt: salt,
                value: Array(vector.value.utf8))
            #expect(hash.hexadecimal == vector.commitment)
        }
        #expect(vectors.cases.count == 3)
    }

    /// The ledger of the vectors: 24 entries, then one that opens a private entry for everyone.
    static func ledger() throws -> SampleLedger {
        var ledger = try SampleLedger(seed: 2026, count: 24)
        var generator = SplitMix64(seed: 2026)
        let entry = try #require(ledger.entries.first { $0.opening != nil })
        let opening = PublicOpening(sequence: entry.envelope.sequence, opening: try #require(entry.opening))
        try ledger.append(
            [Draft(time: 0, author: .person(party: "acme", person: "ana"), payload: opening.payload)], key: "open",
            using: &generator)
        return ledger
    }

    /// The same ledger with people entered, who then act; one of them moves to another party.
    static func peopled() throws -> SampleLedger {
        var ledger = try ledger()
        var generator = SplitMix64(seed: 2027)
        func person(_ verb: String, _ id: String, _ party: String?) throws -> Payload {
            var members: CanonicalJSON.Members = [
                verb: .text(id), "register": .text("people"), "step": .text("charter"),
            ]
            if let party { members["fields"] = .object(["party": .text(party)]) }
            return Payload(type: "charter.people.\(verb)", body: try CanonicalJSON.encode(.object(members)))
        }
        func act(_ key: String, _ author: Author, _ payload: Payload, _ audience: Audience = .everyone) throws {
            let draft = Draft(time: 0, author: author, audience: audience, payload: payload)
            try ledger.append([draft], key: key, using: &generator)
        }
        let (ana, bo) = (Author.person(party: "acme", person: "ana"), Author.person(party: "Bolt-2", person: "bo"))
        let word = Payload(type: "vision.objectives.set", body: Array(#"{"set":"o1"}"#.utf8))
        try act("p1", .service("founder"), person("add", "ana", "acme"))
        try act("p2", ana, person("add", "bo", "Bolt-2"))
        try act("p3", bo, word)
        try act("p4", bo, word, .party("Bolt-2"))
        try act("p5", ana, person("set", "bo", "acme"))
        try act("p6", .person(party: "acme", person: "bo"), word)
        try act("p7", ana, person("set", "ana", nil))
        try act("p8", ana, person("remove", "bo", nil))
        return ledger
    }

    /// Ledgers that a server made which does not keep the rules, chain and checkpoint in order.
    static func unruly() throws -> [(name: String, description: String, file: [UInt8])] {
        func made(_ key: String, _ author: Author, _ audience: Audience, _ payload: Payload) throws -> [UInt8] {
            var ledger = try peopled()
            var generator = SplitMix64(seed: 2028)
            let draft = Draft(time: 0, author: author, audience: audience, payload: payload)
            try ledger.append([draft], key: key, using: &generator)
            return try ledger.export()
        }
        let word = Payload(type: "vision.objectives.set", body: Array(#"{"set":"o1"}"#.utf8))
        let genesis = try ledger().genesis.payload()
        let ana = Author.person(party: "Bolt-2", person: "ana")
        return [
            ("founded-again", "a second genesis at the end", try made("g", .service("founder"), .everyone, genesis)),
            ("stranger", "a person of acme in the name of Bolt-2", try made("s", ana, .everyone, word)),
            ("hidden-stranger", "the same in private content", try made("h", ana, .party("Bolt-2"), word)),
            (
                "removed", "a person who was removed acts",
                try made("r", .person(party: "acme", person: "bo"), .everyone, word)
            ),
        ]
    }

    static func files(_ ledger: SampleLedger) throws -> [(name: String, description: String, file: [UInt8])] {
        let entries = ledger.entries
        let bytes = entries.map(\.bytes)
        var note = try ledger.note()
        try note.sign(with: ledger.witness, time: 1_767_229_200)
        func lines(_ visible: Bool) throws -> [UInt8] {
            try entries.reduce(into: LedgerExport.header(alliance: "harbour")) {
                $0 += LedgerExport.lines(visible ? $1 : try Entry(bytes: $1.bytes))
            } + LedgerExport.end(note)
        }
        var swapped = bytes
        swapped.swapAt(10, 11)
        var envelopes = entries.map(\.envelope)
        let target = try #require(
            entries.firstIndex { if case .person = $0.envelope.author { $0.envelope.sequence > 8 } else { false } })
        envelopes[target].author = .service("mallory")
        let swappedAuthor = try envelopes.map { try $0.encoded() }
        let rewritten = try VerificationTests.rechain(envelopes)
        envelopes = entries.map(\.envelope)
        envelopes.append(envelopes[target])
        envelopes[envelopes.count - 1].time = try #require(entries.last).envelope.time
        let replayed = try VerificationTests.rechain(envelopes)
        let text = String(decoding: try lines(true), as: UTF8.self)
        func file(_ envelopes: [[UInt8]], note: SignedNote? = nil) throws -> [UInt8] {
            try VerificationTests.file(ledger, envelopes, note: note)
        }
        return [
            ("honest", "all openings, countersigned by acme", try lines(true)),
            ("honest-closed", "the same ledger for a reader who may see no private content", try lines(false)),
            ("reordered", "entries 10 and 11 swapped", try file(swapped)),
            ("dropped", "entry 10 left out", try file(Array(bytes[..<10] + bytes[11...]))),
            ("truncated", "the last entry left out, the checkpoint kept", try file(bytes.dropLast())),
            ("swapped-author", "author of entry \(target) replaced, nothing else", try file(swappedAuthor)),
            ("rewritten", "author of entry \(target) replaced and all that follows made to fit", try file(rewritten)),
            ("replayed", "entry \(target) entered a second time at the end, chain made to fit", try file(replayed)),
            (
                "other-server", "another ledger's checkpoint",
                try file(bytes, note: SampleLedger(alliance: "haven", seed: 1, count: 9).note())
            ),
            (
                "old-checkpoint", "a checkpoint of the same server over 20 entries",
                try file(bytes, note: try ledger.note(size: 20))
            ),
            (
                "renamed", "the header names another alliance",
                Array(text.replacing("entente-ledger 1 harbour", with: "entente-ledger 1 haven").utf8)
            ),
            ("cut-off", "the file ends before the checkpoint", Array(text.prefix(2000).utf8)),
            ("people", "people are entered and act; one moves and is removed", try peopled().export()),
        ] + (try unruly())
    }

    static func leaves(of file: [UInt8]) -> [String] {
        file.split(separator: 0x0A).filter { $0.starts(with: "entry ".utf8) }
            .map { MerkleTree.leaf(Array($0.dropFirst(6))).hexadecimal }
    }

    @Test("exports, honest and forged, are made and judged as they always were")
    func exports() throws {
        let ledger = try Self.ledger()
        let files = try Self.files(ledger)
        if Self.isRecording {
            let cases = try files.map { name, description, file in
                try Data(file).write(to: Self.folder.appendingPathComponent("\(name).ledger"))
                var vector = Exports.Case(file: "\(name).ledger", description: description, ok: true)
                do throws(VerificationFailure) {
                    let verified = try verify(file)
                    (vector.size, vector.root) = (verified.checkpoint.size, verified.checkpoint.root.hexadecimal)
                    vector.leaves = Self.leaves(of: file)
                } catch {
                    (vector.ok, vector.reason, vector.entry) = (false, error.code, error.sequence)
                }
                return vector
            }
            try Self.record(Exports(server: ledger.server.verifier.description, cases: cases), "exports.json")
        }
        let vectors: Exports = try Self.read("exports.json")
        #expect(vectors.cases.map(\.file) == files.map { "\($0.name).ledger" })
        let pin = LedgerVerifier.Pin(server: try #require(VerifierKey(vectors.server)))
        for (vector, made) in zip(vectors.cases, files) {
            let file = Array(try Data(contentsOf: Self.folder.appendingPathComponent(vector.file)))
            let isSame = file == made.file
            #expect(isSame, "\(vector.file) is not made as it was")
            do throws(VerificationFailure) {
                let verified = try verify(file, pin: pin)
                #expect(vector.ok)
                #expect(verified.checkpoint.size == vector.size)
                #expect(verified.checkpoint.root.hexadecimal == vector.root)
                #expect(vector.leaves == Self.leaves(of: file))
            } catch {
                #expect(!vector.ok)
                #expect(error.code == vector.reason)
                #expect(error.sequence == vector.entry)
            }
        }
    }
}

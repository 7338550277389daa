import Ledger
import SeededRandom
import Testing

/// A ledger made from a seed: open and private entries of several parties, survey tokens, requests of several entries.
struct SampleLedger {
    static let start: Int64 = 1_767_225_600_000  // 2026-01-01T00:00:00Z

    let server: SigningKey
    let witness: SigningKey
    let genesis: Genesis
    var head: LedgerHead
    var entries: [Entry] = []
    /// How the entries were requested, to put them into a store.
    var requests: [AppendRequest] = []

    init(alliance: String = "harbour", seed: UInt64, count: Int) throws {
        var generator = SplitMix64(seed: seed)
        let host = "alliance.example.org"
        server = try #require(
            SigningKey(name: "\(host)/\(alliance)", algorithm: .ed25519, seed: [UInt8](repeating: 7, count: 32)))
        witness = try #require(
            SigningKey(name: "acme.example/witness", algorithm: .cosignature, seed: [UInt8](repeating: 9, count: 32)))
        genesis = try Genesis(
            alliance: alliance, host: host, publicKey: server.verifier.publicKey,
            parties: [.init(id: "acme", keys: [witness.verifier]), .init(id: "Bolt-2")])
        head = LedgerHead(alliance: alliance)
        let founder = Draft(
            time: Self.start, author: .person(party: "acme", person: "ana"), payload: try genesis.payload())
        try append([founder], key: "genesis", using: &generator)
        while entries.count < count {
            let number = Int.random(in: 0..<10, using: &generator) == 0 ? 3 : 1
            let drafts = try Self.drafts(number, at: entries.count, using: &generator)
            try append(drafts, key: "k\(entries.count)", using: &generator)
        }
    }

    mutating func append(_ drafts: [Draft], key: String, using generator: inout SplitMix64) throws {
        let sealed = try head.seal(drafts, key: key, using: &generator)
        requests.append(try AppendRequest(entries: sealed, key: key, request: Array("request \(key)".utf8)))
        entries += sealed
    }

    /// The server's checkpoint over the first `size` entries.
    func note(size: Int? = nil) throws -> SignedNote {
        let leaves = entries.prefix(size ?? entries.count).map(\.leaf)
        return try Checkpoint(
            origin: genesis.origin, size: Int64(leaves.count), root: MerkleTree.root(of: leaves)
        ).signed(by: server)
    }

    /// The export as its readers get it.
    func export(isVisible: (Entry) -> Bool = { _ in true }) throws -> [UInt8] {
        var file = LedgerExport.header(alliance: genesis.alliance)
        for entry in entries {
            file += LedgerExport.lines(isVisible(entry) ? entry : try Entry(bytes: entry.bytes))
        }
        return file + LedgerExport.end(try note())
    }

    static func drafts(_ number: Int, at index: Int, using generator: inout SplitMix64) throws -> [Draft] {
        let party = Bool.random(using: &generator) ? "acme" : "Bolt-2"
        let kind = Int.random(in: 0..<10, using: &generator)
        return try (0..<number).map { offset in
            let body = CanonicalJSON.Value.object([
                "register": .text("objectives"), "id": .text("o\(index + offset)"),
                "title": .text("Berth \(index) \u{E9}\u{1F6A2} \"half\"\n"),
                "target": .integer(Int64.random(in: -100...100, using: &generator)),
                "list": .list([.null, .boolean(true)]),
            ])
            let payload = Payload(type: "vision.objectives.add", schema: 2, body: try CanonicalJSON.encode(body))
            let time = start + Int64(index) * 1000 - Int64.random(in: 0..<5000, using: &generator)
            switch kind {
            case 0 where number == 1:
                return Draft(time: time, author: .token("t\(index)"), audience: .sealed, payload: payload)
            case 1, 2:
                return Draft(
                    time: time, author: .person(party: party, person: "p\(index % 5)"), audience: .party(party),
                    payload: payload)
            case 3:
                return Draft(time: time, author: .service("clock"), payload: payload)
            default:
                return Draft(time: time, author: .person(party: party, person: "p\(index % 5)"), payload: payload)
            }
        }
    }
}

/// Verifies a file's bytes in pieces of odd sizes, as they come from a disk.
func verify(
    _ file: [UInt8], pin: LedgerVerifier.Pin? = nil, piece: Int = 4093
) throws(VerificationFailure) -> VerifiedLedger {
    var reader = ExportReader(pin: pin)
    for start in stride(from: 0, to: file.count, by: piece) {
        try reader.add(Array(file[start..<min(start + piece, file.count)]))
    }
    return try reader.finish()
}

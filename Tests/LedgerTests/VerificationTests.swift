import Ledger
import SeededRandom
import Testing

@Suite("Verification")
struct VerificationTests {
    typealias Reason = VerificationFailure.Reason

    static func failure(_ file: [UInt8], pin: LedgerVerifier.Pin? = nil) -> VerificationFailure? {
        do throws(VerificationFailure) { _ = try verify(file, pin: pin) } catch { return error }
        return nil
    }

    /// A file of some envelopes, with the checkpoint given.
    static func file(_ ledger: SampleLedger, _ envelopes: [[UInt8]], note: SignedNote? = nil) throws -> [UInt8] {
        var file = LedgerExport.header(alliance: ledger.genesis.alliance)
        for envelope in envelopes { file += Array("entry ".utf8) + envelope + [0x0A] }
        return file + LedgerExport.end(try note ?? ledger.note())
    }

    /// Makes every entry from `start` on follow the one before it again, as a dishonest server would.
    static func rechain(_ envelopes: [Envelope], from start: Int = 1) throws -> [[UInt8]] {
        var leaf = Hash.zero
        return try envelopes.enumerated().map { index, envelope in
            var envelope = envelope
            if index >= start {
                envelope.previous = leaf
                envelope.sequence = Int64(index)
            }
            let bytes = try envelope.encoded()
            leaf = MerkleTree.leaf(bytes)
            return bytes
        }
    }

    @Test("accepts honest ledgers of every size, whatever the reader may see", arguments: 1...20)
    func honest(size: Int) throws {
        let ledger = try SampleLedger(seed: UInt64(size), count: size)
        let all = try verify(try ledger.export())
        #expect(all.checkpoint.size == Int64(ledger.entries.count))
        #expect(all.head == ledger.head.leaf)
        #expect(all.openedEntries == all.privateEntries)
        let none = try verify(try ledger.export(isVisible: { _ in false }), piece: 1)
        #expect(none.openedEntries == 0)
        #expect(none.checkpoint == all.checkpoint)
    }

    @Test("tells which parties countersigned")
    func witnesses() throws {
        let ledger = try SampleLedger(seed: 8, count: 20)
        var note = try ledger.note()
        try note.sign(with: ledger.witness, time: 5)
        let verified = try verify(try Self.file(ledger, ledger.entries.map(\.bytes), note: note))
        #expect(verified.witnesses.map(\.party) == ["acme"])
        #expect(verified.witnesses.map(\.verdict) == [.holds(time: 5)])
    }

    @Test("reordered, dropped and repeated entries")
    func order() throws {
        let ledger = try SampleLedger(seed: 9, count: 30)
        let bytes = ledger.entries.map(\.bytes)
        var swapped = bytes
        swapped.swapAt(10, 11)
        #expect(
            Self.failure(try Self.file(ledger, swapped)) == .init(.sequence(expected: 10, found: 11), at: 10, line: 12))
        var dropped = bytes
        dropped.remove(at: 10)
        #expect(
            Self.failure(try Self.file(ledger, dropped)) == .init(.sequence(expected: 10, found: 11), at: 10, line: 12))
        let repeated = bytes[...10] + [bytes[10]] + bytes[11...]
        #expect(
            Self.failure(try Self.file(ledger, Array(repeated)))
                == .init(.sequence(expected: 11, found: 10), at: 11, line: 13))
        #expect(
            Self.failure(try Self.file(ledger, Array(bytes.dropLast())))?.reason
                == .size(entries: Int64(bytes.count - 1), checkpoint: Int64(bytes.count)))
        #expect(Self.failure(try Self.file(ledger, Array(bytes.dropFirst())))?.sequence == 0)
        #expect(Self.failure(try Self.file(ledger, []))?.sequence == nil)
    }

    @Test("a replayed change with a new place, though the chain fits")
    func replay() throws {
        let ledger = try SampleLedger(seed: 10, count: 30)
        let target = try #require(
            ledger.entries.firstIndex { $0.envelope.sequence > 3 && $0.envelope.audience == .everyone })
        var envelopes = ledger.entries.map(\.envelope)
        var again = envelopes[target]
        again.time = envelopes[29].time
        envelopes.append(again)
        let forged = try Self.rechain(envelopes)
        let first = Int64(target)
        #expect(
            Self.failure(try Self.file(ledger, forged))
                == .init(.idempotencyKey(first: first), at: Int64(envelopes.count - 1), line: envelopes.count + 1))
    }

    @Test("a one-time token used twice")
    func token() throws {
        var ledger = try SampleLedger(seed: 11, count: 5)
        var generator = SplitMix64(seed: 11)
        let draft = Draft(
            time: 0, author: .token("once"), audience: .sealed, payload: Payload(type: "a", body: Array("{}".utf8)))
        try ledger.append([draft], key: "one", using: &generator)
        try ledger.append([draft], key: "two", using: &generator)
        let size = Int64(ledger.entries.count)
        #expect(Self.failure(try ledger.export())?.reason == .token(first: size - 2))
    }

    @Test("an author swapped, a body changed, a time put back")
    func changedMembers() throws {
        let ledger = try SampleLedger(seed: 12, count: 30)
        let target = try #require(
            ledger.entries.firstIndex {
                if case .person = $0.envelope.author { $0.envelope.sequence > 5 } else { false }
            })
        func changed(_ change: (inout Envelope) -> Void, rechain: Bool) throws -> VerificationFailure? {
            var envelopes = ledger.entries.map(\.envelope)
            change(&envelopes[target])
            let bytes = rechain ? try Self.rechain(envelopes) : try envelopes.map { try $0.encoded() }
            return Self.failure(try Self.file(ledger, bytes))
        }
        let swap: (inout Envelope) -> Void = { $0.author = .person(party: "mallory", person: "m") }
        let altered = VerificationFailure(.altered, at: Int64(target), line: target + 2)
        #expect(try changed(swap, rechain: false) == altered)
        // Where the server makes all that follows fit again, the root that it signed, and others keep, tells.
        #expect(try changed(swap, rechain: true)?.reason == .root)
        #expect(
            try changed({ $0.content = .open(Payload(type: "a", body: Array("{}".utf8))) }, rechain: false) == altered)
        #expect(
            try changed({ $0.time = 0 }, rechain: true) == .init(.time, at: Int64(target), line: target + 2))
        #expect(
            try changed({ $0.previous = Hash(of: []) }, rechain: false)
                == .init(.previous, at: Int64(target), line: target + 2))
    }

    @Test("a chain that fits and a tree that does not, and the other way round")
    func chainAgainstTree() throws {
        let ledger = try SampleLedger(seed: 13, count: 20)
        // The tree is signed over other leaves than the chain shows.
        var leaves = ledger.entries.map(\.leaf)
        leaves[7] = Hash(of: [7])
        let note = try Checkpoint(
            origin: ledger.genesis.origin, size: Int64(leaves.count), root: MerkleTree.root(of: leaves)
        ).signed(by: ledger.server)
        #expect(Self.failure(try Self.file(ledger, ledger.entries.map(\.bytes), note: note))?.reason == .root)
        // The tree is signed over the altered entry, the chain names the true one: the chain tells.
        var envelopes = ledger.entries.map(\.envelope)
        envelopes[7].time += 0
        envelopes[7].idempotencyKey = "other"
        let bytes = try envelopes.map { try $0.encoded() }
        let signed = try Checkpoint(
            origin: ledger.genesis.origin, size: Int64(bytes.count),
            root: MerkleTree.root(of: bytes.map(MerkleTree.leaf))
        ).signed(by: ledger.server)
        #expect(Self.failure(try Self.file(ledger, bytes, note: signed)) == .init(.altered, at: 7, line: 9))
    }

    @Test("a renamed alliance, another server, another origin")
    func renamed() throws {
        let ledger = try SampleLedger(seed: 14, count: 10)
        let other = try SampleLedger(alliance: "haven", seed: 14, count: 10)
        let pin = LedgerVerifier.Pin(server: ledger.server.verifier)
        // A whole other ledger under a name of its own is a different server to who knows the first.
        #expect(Self.failure(try other.export(), pin: pin)?.sequence == 0)
        let mixed = ledger.entries.prefix(5).map(\.bytes) + other.entries.suffix(5).map(\.bytes)
        #expect(
            Self.failure(try Self.file(ledger, mixed))?.reason == .alliance(expected: "harbour", found: "haven"))
        let header = LedgerExport.header(alliance: "haven")
        let renamed = header + (try ledger.export()).dropFirst(LedgerExport.header(alliance: "harbour").count)
        #expect(Self.failure(renamed)?.reason == .alliance(expected: "haven", found: "harbour"))
        var envelopes = ledger.entries.map(\.envelope)
        envelopes[0].alliance = "haven"
        #expect(
            Self.failure(
                LedgerExport.header(alliance: "haven")
                    + (try Self.file(ledger, try Self.rechain(envelopes))).dropFirst(
                        LedgerExport.header(alliance: "harbour").count))?.reason
                == .alliance(expected: "harbour", found: "haven"))
        #expect(
            Self.failure(try Self.file(ledger, ledger.entries.map(\.bytes), note: try other.note()))?.reason
                == .origin(expected: ledger.genesis.origin, found: other.genesis.origin))
    }

    @Test("a checkpoint of the server signed by another key")
    func foreignKey() throws {
        let ledger = try SampleLedger(seed: 15, count: 10)
        let thief = try #require(
            SigningKey(name: ledger.genesis.origin, algorithm: .ed25519, seed: [UInt8](repeating: 8, count: 32)))
        let text = try ledger.note().text
        let note = try #require(Checkpoint(text: text)).signed(by: thief)
        #expect(Self.failure(try Self.file(ledger, ledger.entries.map(\.bytes), note: note))?.reason == .signature)
    }

    @Test("an old head, a shorter history and a fork, to who has seen more")
    func pinned() throws {
        let ledger = try SampleLedger(seed: 16, count: 40)
        let server = ledger.server.verifier
        for size in [0, 1, 7, 39, ledger.entries.count] {
            let seen = try #require(Checkpoint(text: try ledger.note(size: size).text))
            let pin = LedgerVerifier.Pin(server: server, seen: seen)
            #expect(try verify(try ledger.export(), pin: pin).checkpoint.size == Int64(ledger.entries.count))
        }
        let seen = try #require(Checkpoint(text: try ledger.note().text))
        let pin = LedgerVerifier.Pin(server: server, seen: seen)
        let old = try Self.file(ledger, ledger.entries.prefix(30).map(\.bytes), note: try ledger.note(size: 30))
        #expect(Self.failure(old, pin: pin)?.reason == .rollback(seen: Int64(ledger.entries.count), found: 30))
        let fork = try SampleLedger(seed: 17, count: 60)
        #expect(Self.failure(try fork.export(), pin: pin)?.reason == .fork(size: Int64(ledger.entries.count)))
        #expect(
            Self.failure(try Self.file(ledger, ledger.entries.map(\.bytes), note: try ledger.note(size: 30)))?.reason
                == .size(entries: Int64(ledger.entries.count), checkpoint: 30))
    }

    @Test("an opening that is forged, of another entry, or after an open entry")
    func openings() throws {
        let ledger = try SampleLedger(seed: 18, count: 60)
        let entries = ledger.entries.filter { $0.opening != nil }
        let one = try #require(entries.first)
        let two = try #require(entries.last)
        let opening = try #require(two.opening)
        func file(_ sequence: Int64, _ opening: Opening, after entry: Entry) throws -> [UInt8] {
            var file = LedgerExport.header(alliance: ledger.genesis.alliance)
            for stored in ledger.entries {
                file += LedgerExport.lines(try Entry(bytes: stored.bytes))
                if stored.leaf == entry.leaf {
                    file += Array("opening ".utf8) + PublicOpening(sequence: sequence, opening: opening).body + [0x0A]
                }
            }
            return file + LedgerExport.end(try ledger.note())
        }
        #expect(Self.failure(try file(two.envelope.sequence, opening, after: two)) == nil)
        #expect(Self.failure(try file(one.envelope.sequence, opening, after: one))?.reason == .opening)
        #expect(Self.failure(try file(two.envelope.sequence, opening, after: one))?.reason == .opening)
        #expect(Self.failure(try file(0, opening, after: ledger.entries[0]))?.reason == .opening)
        // Said twice, it would count twice among what the reader may see.
        let line =
            Array("opening ".utf8) + PublicOpening(sequence: two.envelope.sequence, opening: opening).body + [0x0A]
        let once = try file(two.envelope.sequence, opening, after: two)
        let place = try #require(once.firstRange(of: line)).lowerBound
        var twice = once
        twice.insert(contentsOf: line, at: place)
        #expect(Self.failure(twice)?.reason == .malformed("the opening does not follow an entry"))
        var forged = opening
        forged.salt = try #require(Salt([UInt8](repeating: 0, count: 32)))
        #expect(Self.failure(try file(two.envelope.sequence, forged, after: two))?.reason == .opening)
    }

    @Test("a public opening is checked against what was committed to")
    func publicOpening() throws {
        var ledger = try SampleLedger(seed: 19, count: 40)
        var generator = SplitMix64(seed: 19)
        let entry = try #require(ledger.entries.first { $0.opening != nil })
        let opening = try #require(entry.opening)
        let honest = PublicOpening(sequence: entry.envelope.sequence, opening: opening)
        let author = Author.person(party: "acme", person: "ana")
        try ledger.append([Draft(time: 0, author: author, payload: honest.payload)], key: "open", using: &generator)
        #expect(Self.failure(try ledger.export()) == nil)
        let forged = PublicOpening(sequence: entry.envelope.sequence + 1, opening: opening)
        try ledger.append([Draft(time: 0, author: author, payload: forged.payload)], key: "forge", using: &generator)
        #expect(Self.failure(try ledger.export())?.reason == .opening)
        #expect(Self.failure(try ledger.export())?.sequence == Int64(ledger.entries.count - 1))
    }

    @Test("whoever acts for another party than they were entered for is found, at that time")
    func people() throws {
        for (name, _, file) in try VectorTests.unruly() {
            let last = Int64(VectorTests.leaves(of: file).count - 1)
            let failure = try #require(Self.failure(file), "\(name)")
            #expect(failure.sequence == last && failure.code == (name == "founded-again" ? "genesis" : "author"))
        }
        // Who moved later may show what they did before.
        var ledger = try VectorTests.peopled()
        var generator = SplitMix64(seed: 1)
        let private4 = try #require(ledger.entries.last { $0.opening != nil })
        let opening = PublicOpening(
            sequence: private4.envelope.sequence, opening: try #require(private4.opening))
        let ana = Author.person(party: "acme", person: "ana")
        try ledger.append([Draft(time: 0, author: ana, payload: opening.payload)], key: "later", using: &generator)
        #expect(Self.failure(try ledger.export()) == nil)
    }

    @Test("files that are cut off, empty or something else")
    func badFiles() throws {
        let ledger = try SampleLedger(seed: 20, count: 10)
        let file = try ledger.export()
        var accepted: [Int] = []
        for end in stride(from: 0, to: file.count, by: 7) where Self.failure(Array(file[..<end])) == nil {
            accepted.append(end)
        }
        #expect(accepted == [])
        #expect(Self.failure([]) == .init(.unfinished, line: 1))
        #expect(Self.failure(Array("%PDF-1.7\n".utf8))?.line == 1)
        #expect(Self.failure([UInt8](repeating: 0x41, count: 200_000))?.line == 1)
        #expect(Self.failure(file + Array("entry {}\n".utf8)) != nil)
        #expect(Self.failure(Array(String(decoding: file, as: UTF8.self).replacing("\n", with: "\r\n").utf8)) != nil)
    }

    @Test("every flipped bit of an export is found, and located to its entry")
    func bitFlips() throws {
        let ledger = try SampleLedger(seed: 21, count: 120)
        let file = try ledger.export()
        var lines: [Int] = []
        var line = 1
        for byte in file {
            lines.append(line)
            if byte == 0x0A { line += 1 }
        }
        let noteLine = ledger.entries.count + ledger.entries.filter { $0.opening != nil }.count + 2
        var generator = SplitMix64(seed: 21)
        var undetected: [Int] = []
        var misplaced: [String] = []
        for _ in 0..<2000 {
            let index = Int.random(in: 0..<file.count, using: &generator)
            var flipped = file
            flipped[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            guard let failure = Self.failure(flipped) else {
                undetected.append(index)
                continue
            }
            // A newline made or lost moves what follows by one line. The last entry has no successor to confirm it.
            let isPlaced = failure.line.map { abs($0 - lines[index]) <= 1 } ?? (lines[index] >= noteLine - 2)
            if !isPlaced { misplaced.append("byte \(index) of line \(lines[index]): \(failure)") }
        }
        #expect(undetected == [])
        #expect(misplaced == [])
    }
}

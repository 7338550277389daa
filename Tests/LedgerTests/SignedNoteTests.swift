import Ledger
import Testing

@Suite("Signed notes and checkpoints")
struct SignedNoteTests {
    /// The example key and note of the Go module golang.org/x/mod/sumdb/note.
    static let goKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let goNote = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

        """

    static func key(_ algorithm: VerifierKey.Algorithm = .ed25519, seed: UInt8 = 1) throws -> SigningKey {
        try #require(
            SigningKey(name: "example.org/log", algorithm: algorithm, seed: [UInt8](repeating: seed, count: 32)))
    }

    @Test("reads and verifies the note of Go's implementation")
    func goExample() throws {
        let key = try #require(VerifierKey(Self.goKey))
        #expect(key.description == Self.goKey)
        let note = try #require(SignedNote(decoding: Array(Self.goNote.utf8)))
        #expect(note.verdict(of: key) == .holds(time: nil))
        #expect(note.description == Self.goNote)
    }

    @Test("reads the checkpoint with a cosignature that C2SP shows")
    func cosignatureExample() throws {
        let text = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u{2014} example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u{2014} witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

            """
        let note = try #require(SignedNote(decoding: Array(text.utf8)))
        let checkpoint = try #require(Checkpoint(text: note.text))
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.text == note.text)
        #expect(note.signatures.count == 2)
        #expect(note.description == text)
    }

    @Test("a changed text, a foreign key and a swapped signature do not hold")
    func wrongSignatures() throws {
        let key = try Self.key()
        let note = try Checkpoint(origin: "example.org/log", size: 3, root: .zero).signed(by: key)
        #expect(note.verdict(of: key.verifier) == .holds(time: nil))
        #expect(note.verdict(of: try Self.key(seed: 2).verifier) == .absent)
        var other = try #require(SignedNote(text: note.text.replacing("\n3\n", with: "\n4\n")))
        other.add(try #require(note.signatures.first))
        #expect(other.verdict(of: key.verifier) == .wrong)
    }

    @Test("a cosignature states its time and covers it")
    func cosignature() throws {
        let witness = try Self.key(.cosignature, seed: 3)
        var note = try Checkpoint(origin: "example.org/log", size: 3, root: .zero).signed(by: try Self.key())
        try note.sign(with: witness, time: 1_679_315_147)
        #expect(note.verdict(of: witness.verifier) == .holds(time: 1_679_315_147))
        var signature = try #require(note.signatures.last)
        signature.bytes[7] ^= 1
        note.add(signature)
        #expect(note.verdict(of: witness.verifier) == .wrong)
        signature.bytes = [1, 2, 3]
        note.add(signature)
        #expect(note.verdict(of: witness.verifier) == .wrong)
    }

    @Test(
        "refuses malformed notes",
        arguments: [
            "", "\n", "text\n", "text\n\n", "text\n\n\u{2014} a b\n", "text\n\n- a AAAAAAA=\n",
            "text\n\n\u{2014} a AAAAAAA=",
            "text\n\n\u{2014} a AAAA\n", "text\n\n\u{2014} a+b AAAAAAA=\n", "te\u{1}xt\n\n\u{2014} a AAAAAAA=\n",
            "text\n\n\u{2014} a AAAAAAB=\n", "text\n\n\u{2014}  a AAAAAAA=\n", "\n\n\u{2014} a AAAAAAA=\nx",
        ])
    func refusesMalformed(text: String) {
        #expect(SignedNote(decoding: Array(text.utf8)) == nil)
    }

    @Test(
        "refuses malformed checkpoints",
        arguments: ["a\n01\n", "a\n-1\n", "a\n+1\n", "\n1\n", "a\nx\n", "a\n9223372036854775808\n"])
    func refusesMalformedCheckpoints(start: String) {
        let root = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        #expect(Checkpoint(text: "a\n1\n\(root)\n") != nil)
        #expect(Checkpoint(text: "\(start)\(root)\n") == nil)
        #expect(Checkpoint(text: "a\n1\n\(root)\nextension\n") == nil)
        #expect(Checkpoint(text: "a\n1\nAAAA\n") == nil)
    }

    @Test(
        "refuses malformed keys",
        arguments: [
            "", "a", "a+b", "a+b+c", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "PeterNeumann+c74f20a3+ARpc2Q==",
        ])
    func refusesMalformedKeys(text: String) {
        #expect(VerifierKey(text) == nil)
    }

    @Test("a witness countersigns growth, and refuses rollback, fork and a wrong proof")
    func witness() throws {
        let leaves = (0..<20).map { MerkleTree.leaf([$0]) }
        let tree = MerkleLevels(leaves: leaves)
        let server = try Self.key()
        let key = try Self.key(.cosignature, seed: 3)
        func note(_ size: Int64, _ tree: MerkleLevels) throws -> SignedNote {
            try Checkpoint(origin: "example.org/log", size: size, root: tree.root(size: size)).signed(by: server)
        }
        var witness = Witness(server: server.verifier, seen: nil)
        let first = try witness.cosign(try note(5, tree), proof: nil, with: key, time: 10)
        #expect(first.verdict(of: key.verifier) == .holds(time: 10))
        _ = try witness.cosign(
            try note(12, tree), proof: try tree.consistencyProof(oldSize: 5, newSize: 12), with: key, time: 11)
        #expect(witness.seen?.size == 12)
        #expect(throws: Witness.Refusal.rollback(seen: 12, offered: 5)) {
            try witness.cosign(try note(5, tree), proof: nil, with: key, time: 12)
        }
        #expect(throws: Witness.Refusal.proof(from: 12)) {
            try witness.cosign(try note(20, tree), proof: nil, with: key, time: 12)
        }
        let forked = MerkleLevels(leaves: [MerkleTree.leaf([99])] + leaves.dropFirst())
        let seen = try #require(witness.seen)
        for size in [Int64(12), 20] {
            let offered = try note(size, forked)
            let checkpoint = try #require(Checkpoint(text: offered.text))
            #expect(throws: Witness.Refusal.fork(seen: seen, offered: checkpoint)) {
                try witness.cosign(
                    offered, proof: try forked.consistencyProof(oldSize: 12, newSize: size), with: key, time: 12)
            }
        }
        #expect(throws: Witness.Refusal.unsigned) {
            try witness.cosign(
                try #require(SignedNote(text: try note(20, tree).text)), proof: nil, with: key, time: 12)
        }
        #expect(witness.seen?.size == 12)
    }
}

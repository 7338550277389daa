import Foundation
import Ledger
import SeededRandom
import Testing

/// What one of the two verifiers says about a file.
private struct Verdict: Decodable, Equatable {
    var ok: Bool
    var reason: String?
    var entry: Int64?
    var size: Int64?
    var root: String?

    init(_ file: [UInt8]) {
        do throws(VerificationFailure) {
            let verified = try verify(file)
            (ok, size, root) = (true, verified.checkpoint.size, verified.checkpoint.root.hexadecimal)
        } catch {
            (ok, reason, entry) = (false, error.code, error.sequence)
        }
    }
}

@Suite("The second verifier, in Python, from the written format")
struct SecondVerifierTests {
    /// Honest ledgers and forged ones in turn: structure changed, bits flipped, chain made to fit again.
    static func file(seed: UInt64) throws -> [UInt8] {
        var generator = SplitMix64(seed: seed)
        let ledger = try SampleLedger(seed: seed, count: Int.random(in: 1...60, using: &generator))
        let entries = ledger.entries
        let pick = Int.random(in: 0..<entries.count, using: &generator)
        switch seed % 10 {
        case 0, 1: return try ledger.export()
        case 2: return try ledger.export(isVisible: { $0.envelope.sequence % 2 == 0 })
        case 3:
            var bytes = entries.map(\.bytes)
            bytes.swapAt(pick, entries.count - 1)
            return try VerificationTests.file(ledger, bytes)
        case 4:
            var bytes = entries.map(\.bytes)
            bytes.remove(at: pick)
            return try VerificationTests.file(ledger, bytes)
        case 5:
            var envelopes = entries.map(\.envelope)
            envelopes[pick].author = .service("mallory")
            return try VerificationTests.file(ledger, try VerificationTests.rechain(envelopes, from: pick + 1))
        case 6:
            var envelopes = entries.map(\.envelope)
            envelopes[pick].idempotencyKey = envelopes[pick / 2].idempotencyKey
            return try VerificationTests.file(ledger, try VerificationTests.rechain(envelopes))
        default:
            var file = try ledger.export()
            let index = Int.random(in: 0..<file.count, using: &generator)
            file[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            return file
        }
    }

    @Test("agrees on the vectors")
    func agreesOnVectors() async throws {
        guard let python = Python.interpreter(with: ["cryptography"]) else {
            print("skipped: needs python3 with the package cryptography (ENTENTE_PYTHON names another interpreter)")
            return
        }
        let vectors: VectorTests.Exports = try VectorTests.read("exports.json")
        let paths = vectors.cases.map { VectorTests.folder.appendingPathComponent($0.file).path }
        let script = Python.folder.appendingPathComponent("verify.py").path
        let output = try #require(Python.run(python, [script] + paths))
        let other = try output.split(separator: "\n").map {
            try JSONDecoder().decode(Verdict.self, from: Data($0.utf8))
        }
        try #require(other.count == vectors.cases.count)
        for (vector, verdict) in zip(vectors.cases, other) {
            #expect(
                verdict.ok == vector.ok && verdict.reason == vector.reason && verdict.entry == vector.entry
                    && verdict.size == vector.size && verdict.root == vector.root, "\(vector.file): \(verdict)")
        }
    }

    @Test("agrees on 1,000 seeded ledgers, honest and forged: verdict, entry and reason")
    func agrees() async throws {
        guard let python = Python.interpreter(with: ["cryptography"]) else {
            print("skipped: needs python3 with the package cryptography (ENTENTE_PYTHON names another interpreter)")
            return
        }
        try await TemporaryFolder.with { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            var own: [Verdict] = []
            var paths: [String] = []
            for seed in UInt64(0)..<1000 {
                let file = try Self.file(seed: seed)
                own.append(Verdict(file))
                paths.append("\(path)/\(seed)")
                try Data(file).write(to: URL(fileURLWithPath: "\(path)/\(seed)"))
            }
            let script = Python.folder.appendingPathComponent("verify.py").path
            let output = try #require(Python.run(python, [script] + paths))
            let other = try output.split(separator: "\n").map {
                try JSONDecoder().decode(Verdict.self, from: Data($0.utf8))
            }
            try #require(other.count == own.count)
            let differences = own.indices.filter { own[$0] != other[$0] }
                .map { "seed \($0): \(own[$0]) and \(other[$0])" }
            #expect(differences == [])
            #expect(own.filter(\.ok).count >= 300)
            #expect(Set(own.compactMap(\.reason)).count >= 8)
        }
    }

    @Test("canonical JSON agrees with the package rfc8785 on 20,000 documents")
    func agreesWithJCS() async throws {
        guard let python = Python.interpreter(with: ["rfc8785"]) else {
            print("skipped: needs python3 with the package rfc8785 (ENTENTE_PYTHON names another interpreter)")
            return
        }
        try await TemporaryFolder.with { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            var generator = SplitMix64(seed: 100)
            var lines: [UInt8] = []
            for _ in 0..<20_000 {
                lines += try CanonicalJSON.encode(RandomJSON.value(depth: 0, using: &generator)) + [0x0A]
            }
            let input = URL(fileURLWithPath: path + "/documents")
            try Data(lines).write(to: input)
            let script = """
                import sys, json, rfc8785
                lines = open(sys.argv[1], 'rb').read().split(b'\\n')[:-1]
                print(len(lines), sum(rfc8785.dumps(json.loads(line)) != line for line in lines))
                """
            #expect(Python.run(python, ["-c", script, input.path]) == "20000 0\n")
        }
    }
}

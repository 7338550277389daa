import Database
import Foundation
import Ledger

// Measures the ledger: durable appends against the disk's own rate in the same run, verification, tree, proofs, codec.
//
//   Benchmarks/ledger/run [FOLDER]     FOLDER on the disk to measure; default: a temporary folder

struct Line: Encodable {
    var name: String
    var value: Double
    var unit: String
}

var lines: [Line] = []

@MainActor
func report(_ name: String, _ value: Double, _ unit: String) {
    lines.append(Line(name: name, value: value, unit: unit))
    let number = value >= 100 ? String(Int(value.rounded())) : String((value * 1000).rounded() / 1000)
    print("\(name.padding(toLength: 58, withPad: " ", startingAt: 0)) \(number) \(unit)")
}

func seconds(_ body: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await body()
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

/// Processor time of work that does nothing but compute, so that other programs on the machine do not count.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    try body()
    return now() - start
}

/// How often the disk makes 4 KiB durable in a second: the bound of all that follows.
func floorRate(_ folder: String) async -> Double {
    let descriptor = open(folder + "/floor", O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    let page = [UInt8](repeating: 1, count: 4096)
    var count = 0
    let elapsed = await seconds {
        let end = ContinuousClock.now + .seconds(2)
        while ContinuousClock.now < end {
            _ = pwrite(descriptor, page, page.count, off_t(count % 256) * 4096)
            _ = fdatasync(descriptor)
            count += 1
        }
    }
    return Double(count) / elapsed
}

func draft(_ number: Int) -> Draft {
    Draft(
        time: Int64(number), author: .person(party: "acme", person: "ana"),
        payload: Payload(
            type: "vision.objectives.set",
            body: Array(#"{"id":"o\#(number)","text":"\#(String(repeating: "x", count: 120))"}"#.utf8)))
}

func sealedLedger(_ alliance: String, _ count: Int, _ server: SigningKey) throws -> [Entry] {
    var head = LedgerHead(alliance: alliance)
    var generator = SystemRandomNumberGenerator()
    let genesis = try Genesis(alliance: alliance, host: "localhost", publicKey: server.verifier.publicKey, parties: [])
    var entries = [
        try head.seal(
            Draft(time: 0, author: .person(party: "acme", person: "ana"), payload: genesis.payload()), key: "genesis",
            using: &generator)
    ]
    for number in 1..<max(count, 1) {
        entries.append(try head.seal(draft(number), key: "k\(number)", using: &generator))
    }
    return entries
}

func append(_ store: DatabaseLedgerStore, _ entries: [Entry], key: String) async throws {
    _ = try await store.append(AppendRequest(entries: entries, key: key, request: Array(key.utf8)))
}

/// Writers that each append to a ledger of their own, one entry at a time, each waiting for its answer.
func appends(_ store: DatabaseLedgerStore, writers: Int, name: String, for duration: Duration) async throws -> (
    rate: Double, p50: Double, p99: Double
) {
    let end = ContinuousClock.now + duration
    var latencies: [Double] = []
    let elapsed = try await seconds {
        latencies = try await withThrowingTaskGroup(of: [Double].self) { group in
            for writer in 0..<writers {
                group.addTask {
                    let alliance = "\(name)-\(writer)"
                    guard
                        let server = SigningKey(
                            name: "localhost/\(alliance)", algorithm: .ed25519, seed: [UInt8](repeating: 1, count: 32))
                    else { return [] }
                    let first = try sealedLedger(alliance, 1, server)
                    try await append(store, first, key: "genesis")
                    var head = LedgerHead(after: first[0])
                    var generator = SystemRandomNumberGenerator()
                    var latencies: [Double] = []
                    var number = 0
                    while ContinuousClock.now < end {
                        number += 1
                        let entry = try head.seal(draft(number), key: "k\(number)", using: &generator)
                        latencies.append(try await seconds { try await append(store, [entry], key: "k\(number)") })
                    }
                    return latencies
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }
    latencies.sort()
    guard !latencies.isEmpty else { return (0, 0, 0) }
    return (Double(latencies.count) / elapsed, latencies[latencies.count / 2], latencies[latencies.count * 99 / 100])
}

/// 64 callers of one ledger whose owner builds each entry on the one before without waiting for it.
func hotLedger(_ store: DatabaseLedgerStore, _ server: SigningKey, for duration: Duration) async throws -> Double {
    let first = try sealedLedger("hot", 1, server)
    try await append(store, first, key: "genesis")
    var head = LedgerHead(after: first[0])
    var generator = SystemRandomNumberGenerator()
    var number = 0
    let end = ContinuousClock.now + duration
    let elapsed = try await seconds {
        while ContinuousClock.now < end {
            var tasks: [Task<Void, any Error>] = []
            for _ in 0..<64 {
                number += 1
                let (entry, key) = (try head.seal(draft(number), key: "k\(number)", using: &generator), "k\(number)")
                tasks.append(Task.immediate { try await append(store, [entry], key: key) })
            }
            for task in tasks { try await task.value }
        }
    }
    return Double(number) / elapsed
}

let folder = CommandLine.arguments.dropFirst().first ?? FileManager.default.temporaryDirectory.path
let path = "\(folder)/entente-benchmark-\(UUID().uuidString)"
defer { try? FileManager.default.removeItem(atPath: path) }
guard let server = SigningKey(name: "localhost/large", algorithm: .ed25519, seed: [UInt8](repeating: 1, count: 32)),
    let hot = SigningKey(name: "localhost/hot", algorithm: .ed25519, seed: [UInt8](repeating: 1, count: 32))
else { exit(1) }

let database = try SQLDatabase(folder: DataFolder(path: path), migrations: DatabaseLedgerStore.migrations)
let store = DatabaseLedgerStore(database)

for (writers, name) in [(1, "one"), (64, "many")] {
    let before = await floorRate(path)
    let result = try await appends(store, writers: writers, name: name, for: .seconds(4))
    let after = await floorRate(path)
    let floor = (before + after) / 2
    report("disk: fdatasync before / after", before, "/s")
    report("  ", after, "/s")
    report("durable appends, \(writers) writers", result.rate, "/s")
    report("  share of the disk's rate", result.rate / floor, "×")
    report("  p50", result.p50 * 1000, "ms")
    report("  p99", result.p99 * 1000, "ms")
}
let floorHot = await floorRate(path)
let hotRate = try await hotLedger(store, hot, for: .seconds(4))
report("durable appends, one ledger, 64 in flight", hotRate, "/s")
report("  share of the disk's rate", hotRate / floorHot, "×")

let count = 200_000
var entries: [Entry] = []
let sealing = try processorSeconds { entries = try sealedLedger("large", count, server) }
let bytes = entries.map(\.bytes)
report("size of an envelope, mean", Double(bytes.reduce(0) { $0 + $1.count }) / Double(count), "bytes")
report("seal (make, spell, check, hash)", Double(count) / sealing, "entries/s of processor time")
let decoding = try processorSeconds { for envelope in bytes { _ = try Entry(bytes: envelope) } }
report("decode with leaf hash", Double(count) / decoding, "entries/s")

var root = Hash.zero
let leaves = entries.map(\.leaf)
let building = processorSeconds { root = MerkleTree.root(of: leaves) }
report("tree from leaf hashes", Double(count) / building, "leaves/s")
let note = try Checkpoint(origin: server.verifier.name, size: Int64(count), root: root).signed(by: server)
let verifying = try processorSeconds {
    var verifier = LedgerVerifier(pin: .init(server: server.verifier))
    for envelope in bytes { try verifier.add(envelope) }
    _ = try verifier.finish(note)
}
report("verify: leaves, chain, tree (one thread)", Double(count) / verifying, "entries/s")
var file = LedgerExport.header(alliance: "large")
for entry in entries { file += LedgerExport.lines(entry) }
file += LedgerExport.end(note)
let reading = try processorSeconds {
    var reader = ExportReader()
    for start in stride(from: 0, to: file.count, by: 1 << 20) {
        try reader.add(Array(file[start..<min(start + 1 << 20, file.count)]))
    }
    _ = try reader.finish()
}
report("verify an export file", Double(count) / reading, "entries/s")

let storing = try await seconds {
    for start in stride(from: 0, to: count, by: 100) {
        // A request's entries carry its key, so the batches are sealed here as a server would.
        try await store.appendSealed(start, server: server)
    }
}
report("append in batches of 100, sealing included", Double(count) / storing, "entries/s")
let replaying = try await seconds {
    for start in stride(from: Int64(0), to: Int64(count), by: 1000) {
        _ = try await store.entries(of: "batched", in: start..<start + 1000)
    }
}
report("read and check stored entries", Double(count) / replaying, "entries/s")
let proofs = 200
let proving = try await seconds {
    for number in 0..<proofs {
        let index = Int64(number * 991 % count)
        _ = try await store.withTree(of: "batched") { tree throws(LedgerFailure) in
            try tree.inclusionProof(index: index, size: Int64(count))
        }
    }
}
report("inclusion proof from the database, \(count) entries", proving / Double(proofs) * 1000, "ms")
let consistency = try await seconds {
    for number in 0..<proofs {
        let old = Int64(number * 991 % count)
        _ = try await store.withTree(of: "batched") { tree throws(LedgerFailure) in
            try tree.consistencyProof(oldSize: old, newSize: Int64(count))
        }
    }
}
report("consistency proof from the database", consistency / Double(proofs) * 1000, "ms")
let rooting = try await seconds {
    for _ in 0..<proofs {
        _ = try await store.withTree(of: "batched") { tree throws(LedgerFailure) in try tree.root(size: Int64(count)) }
    }
}
report("root from the database", rooting / Double(proofs) * 1000, "ms")
try await database.close()
try JSONEncoder().encode(lines).write(to: URL(fileURLWithPath: "\(folder)/ledger-benchmark.json"))

extension DatabaseLedgerStore {
    func appendSealed(_ start: Int, server: SigningKey) async throws {
        var generator = SystemRandomNumberGenerator()
        var head = try await head(of: "batched") ?? LedgerHead(alliance: "batched")
        var drafts = (0..<100).map { draft(start + $0) }
        if start == 0 {
            guard
                let key = SigningKey(
                    name: "localhost/batched", algorithm: .ed25519, seed: [UInt8](repeating: 1, count: 32))
            else { return }
            drafts[0].payload = try Genesis(
                alliance: "batched", host: "localhost", publicKey: key.verifier.publicKey, parties: []
            ).payload()
        }
        let key = "batch\(start)"
        let sealed = try head.seal(drafts, key: key, using: &generator)
        _ = try await append(AppendRequest(entries: sealed, key: key, request: Array(key.utf8)))
    }
}

import Database
import Foundation
import Ledger

// Appends to a ledger and tells what was acknowledged, until it is killed or done; or checks what is there.
//
//   LedgerWriter write FOLDER ACKNOWLEDGED COUNT WRITERS
//   LedgerWriter check FOLDER ACKNOWLEDGED
//
// ACKNOWLEDGED gets a line an append, with the entry's idempotency key, written only after the store answered. `check`
// verifies the whole ledger and that each of those keys is in it exactly once.

let alliance = "faults"
let host = "localhost"
let arguments = CommandLine.arguments

func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
}

guard arguments.count >= 4,
    let server = SigningKey(name: "\(host)/\(alliance)", algorithm: .ed25519, seed: [UInt8](repeating: 1, count: 32))
else { stop("usage: LedgerWriter write FOLDER ACKNOWLEDGED COUNT WRITERS | check FOLDER ACKNOWLEDGED") }
let acknowledged = arguments[3]

func draft(_ type: String, _ body: String, audience: Audience = .everyone) -> Draft {
    Draft(
        time: Int64(Date().timeIntervalSince1970 * 1000), author: .person(party: "acme", person: "ana"),
        audience: audience,
        payload: Payload(type: type, body: Array(body.utf8)))
}

func acknowledge(_ key: String, on descriptor: Int32) {
    let line = Array("\(key)\n".utf8)
    if write(descriptor, line, line.count) != line.count { stop("cannot write \(acknowledged)") }
}

do {
    let database = try SQLDatabase(folder: DataFolder(path: arguments[2]), migrations: DatabaseLedgerStore.migrations)
    let store = DatabaseLedgerStore(database)
    switch arguments[1] {
    case "write":
        guard arguments.count == 6, let count = Int(arguments[4]), let writers = Int(arguments[5]) else {
            stop("write needs COUNT and WRITERS")
        }
        let descriptor = open(acknowledged, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard descriptor >= 0 else { stop("cannot open \(acknowledged)") }
        if try await store.head(of: alliance) == nil {
            var head = LedgerHead(alliance: alliance)
            var generator = SystemRandomNumberGenerator()
            let genesis = try Genesis(
                alliance: alliance, host: host, publicKey: server.verifier.publicKey, parties: [.init(id: "acme")])
            let payload = try genesis.payload()
            let first = Draft(time: 0, author: .person(party: "acme", person: "ana"), payload: payload)
            let entry = try head.seal(first, key: "genesis", using: &generator)
            _ = try await store.append(AppendRequest(entries: [entry], key: "genesis", request: payload.body))
        }
        let run = UUID().uuidString
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    var generator = SystemRandomNumberGenerator()
                    for number in 0..<count {
                        let key = "\(run)-\(writer)-\(number)"
                        let audience: Audience = number.isMultiple(of: 5) ? .party("acme") : .everyone
                        let draft = draft(
                            "fault.add", #"{"key":"\#(key)","note":"\#(String(repeating: "x", count: 200))"}"#,
                            audience: audience)
                        while true {
                            var head = try await store.head(of: alliance) ?? LedgerHead(alliance: alliance)
                            let entry = try head.seal(draft, key: key, using: &generator)
                            do {
                                _ = try await store.append(
                                    AppendRequest(entries: [entry], key: key, request: Array(key.utf8)))
                                break
                            } catch LedgerFailure.stale { continue }
                        }
                        acknowledge(key, on: descriptor)
                    }
                }
            }
            try await group.waitForAll()
        }
        try await database.close()
    case "check":
        let faults = try await database.faults()
        guard faults.isEmpty else { stop("integrity: \(faults)") }
        var keys: [String: Int] = [:]
        var size: Int64 = 0
        if let head = try await store.head(of: alliance) {
            let note = try await store.sign(alliance, with: server)
            var reader = ExportReader(pin: .init(server: server.verifier))
            try await LedgerExport.write(head, from: store, note: note, isVisible: { _ in true }) { try reader.add($0) }
            size = try reader.finish().checkpoint.size
            for entry in try await store.entries(of: alliance, in: 0..<size) {
                keys[entry.envelope.idempotencyKey, default: 0] += 1
            }
        }
        let lines = (try? String(contentsOfFile: acknowledged, encoding: .utf8)) ?? ""
        // A kill may cut the last line; what it stands for was acknowledged to nobody.
        let known = lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let lost = known.filter { keys[String($0)] == nil }
        let twice = keys.filter { $0.value > 1 }
        guard lost.isEmpty, twice.isEmpty else {
            stop("lost \(lost.count), twice \(twice.count), of \(known.count) acknowledged")
        }
        print("fine: \(size) entries, \(known.count) acknowledged, 0 lost, 0 twice")
        try await database.close()
    default: stop("write or check")
    }
} catch {
    stop("\(error)")
}

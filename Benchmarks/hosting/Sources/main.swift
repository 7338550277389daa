import AllianceModel
import Database
import Foundation
import Hosting

// Measures hosting: start with 1,000 alliances, replay, snapshot, history, and durable changes beside the disk's own rate.
//
//   Benchmarks/hosting/run [FOLDER]     FOLDER on the disk to measure; default: a temporary folder

func seconds(_ body: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await body()
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

func report(_ name: String, _ value: Double, _ unit: String) {
    let number = value >= 100 ? String(Int(value.rounded())) : String((value * 1000).rounded() / 1000)
    print("\(name.padding(toLength: 58, withPad: " ", startingAt: 0)) \(number) \(unit)")
}

/// How often this disk confirms a write of 4 KiB in a second.
func synchronisations(in folder: String) -> Double {
    let path = folder + "/fsync"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { return .nan }
    defer {
        close(file)
        unlink(path)
    }
    let block = [UInt8](repeating: 7, count: 4096)
    let start = ContinuousClock.now
    var count = 0
    while ContinuousClock.now - start < .seconds(1) {
        guard pwrite(file, block, block.count, off_t(count % 64) * 4096) == block.count, fsync(file) == 0 else {
            return .nan
        }
        count += 1
    }
    return Double(count)
}

func server(at path: String) throws -> (database: SQLDatabase, directory: AllianceDirectory) {
    let folder = try DataFolder(path: path)
    let database = try SQLDatabase(folder: folder, migrations: AllianceDirectory.migrations)
    return (database, AllianceDirectory(database: database, host: "bench.example", key: try ServerKey(in: folder)))
}

let now = Moment(seconds: 1_795_608_000)
let lead = Author.person("north.lead", of: "north")
let beginning: [Change] = [
    .edit(Edit(Party.register, "north", .add(["name": "North", "standing": "member"]))),
    .edit(Edit(Person.register, "north.lead", .add(["name": "Lead", "party": "north", "role": "lead"]))),
]

func objective(_ number: Int) -> Change {
    .edit(
        Edit(
            Objective.register, "o\(number)",
            .add(["title": .text("Objective number \(number)"), "target": .integer(Int64(number % 100))])))
}

func setting(_ number: Int) -> Change {
    .edit(
        Edit(
            Objective.register, "o\(number % 500)",
            .set(["target": .integer(Int64(number % 97)), "measure": .text("Hours a lorry waits, \(number)")])))
}

let root = (CommandLine.arguments.dropFirst().first ?? "/tmp") + "/entente-hosting-\(getpid())"
let start = root + "/start"
let replay = root + "/replay"
defer { try? FileManager.default.removeItem(atPath: root) }

func startWithAThousand() async throws {
    do {
        let (database, directory) = try server(at: start)
        for number in 0..<1000 { try await directory.found("a\(number)", changes: beginning, at: now) }
        try await database.close()
    }
    var opened: (database: SQLDatabase, directory: AllianceDirectory)?
    var count = 0
    let ready = try await seconds {
        opened = try server(at: start)
        count = try await opened?.directory.list().count ?? 0
    }
    report("ready with \(count) alliances (target 0.5 s)", ready * 1000, "ms")
    let first = try await seconds { _ = try await opened?.directory.open("a500") }
    report("first look at one of them", first * 1000, "ms")
    try await opened?.database.close()
}

func replayOfEntries() async throws {
    let entries = 100_000
    let changes = beginning + (0..<500).map(objective) + (0..<(entries - 503)).map(setting)
    do {
        let (database, directory) = try server(at: replay)
        let founding = try await seconds { try await directory.found("big", changes: changes, at: now) }
        report("founding with \(entries) entries and reading them back", founding, "s")
        try await database.close()
    }
    do {
        let (database, directory) = try server(at: replay)
        let replayed = try await seconds { _ = try await directory.open("big") }
        report("replay (target 100,000 entries/s)", Double(entries) / replayed, "entries/s")
        let alliance = try await directory.open("big")
        let history = try await seconds { _ = try await alliance.history(for: .everyone) }
        report("first page of its history without a snapshot, all entries in words", history, "s")
        let again = try await seconds { _ = try await alliance.history(for: .everyone) }
        report("the next page", again * 1000, "ms")
        // As an alliance grows that is in use: with a snapshot now and then.
        for request in 0..<50 {
            let changes = (0..<50).map { setting(request * 50 + $0) }
            try await alliance.submit(changes, by: lead, key: "grow-\(request)", at: now)
        }
        await directory.close()
        try await database.close()
    }
    let (database, directory) = try server(at: replay)
    let snapshot = try await seconds { _ = try await directory.open("big") }
    report("opening with a snapshot", snapshot * 1000, "ms")
    let alliance = try await directory.open("big")
    let history = try await seconds { _ = try await alliance.history(for: .everyone) }
    report("first page of its history then", history * 1000, "ms")
    try await database.close()
}

func durableChanges() async throws {
    let (database, directory) = try server(at: root + "/changes")
    let alliance = try await directory.found("fees", changes: beginning + (0..<500).map(objective), at: now)
    let floor = synchronisations(in: root)
    report("fsync of this disk", floor, "/s")
    for clients in [1, 64] {
        let each = clients == 1 ? 500 : 60
        let duration = try await seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<clients {
                    group.addTask {
                        for number in 0..<each {
                            try await alliance.submit(
                                [setting(client * each + number)], by: lead, key: "\(clients)-\(client)-\(number)",
                                at: now)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        let rate = Double(clients * each) / duration
        report(
            "durable changes, \(clients) client\(clients == 1 ? "" : "s")", rate,
            "/s (\((rate / floor * 100).rounded() / 100) of fsync)")
    }
    try await database.close()
}

try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
try await startWithAThousand()
try await replayOfEntries()
try await durableChanges()

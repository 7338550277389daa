import Foundation
import SeededRandom
import Testing

/// `entente verify` and the verifier that was written from the format's description say the same of a real ledger.
@Suite struct VerifyTests {
    private struct Verdict: Decodable, Equatable {
        var ok: Bool
        var reason: String?
        var entry: Int64?
        var size: Int64?
        var root: String?
    }

    /// The ledger of an example, as lines that end with their newline.
    private static func lines(of name: String, _ program: borrowing Program) throws -> [[UInt8]] {
        try program.write(try Program.example(name), to: "\(name).yaml")
        try #require(try program.run("import", "\(name).yaml", "--data", "data").status == 0)
        try #require(try program.run("export", "--data", "data", "--ledger", "--output", "honest").status == 0)
        return try program.bytes(of: "honest").split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { Array($0) + [0x0A] }.dropLast() + []
    }

    /// Thirty ways to lie, each in five places.
    private static func mutated(_ lines: [[UInt8]], _ other: [[UInt8]]) -> [[UInt8]] {
        var generator = SplitMix64(seed: 30)
        let entries = lines.indices.filter { lines[$0].starts(with: "entry ".utf8) }
        return (0..<30).map { number in
            var changed = lines
            let place = entries.randomElement(using: &generator) ?? 1
            switch number % 6 {
            case 0:
                let byte = Int.random(in: 0..<changed[place].count, using: &generator)
                changed[place][byte] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 1: changed.swapAt(place, entries.randomElement(using: &generator) ?? 2)
            case 2: changed.remove(at: place)
            case 3: changed.insert(changed[place], at: place)
            case 4: changed[place] = other[min(place, other.count - 6)]
            default:
                let end = changed.joined().count
                let byte = Int.random(in: end - 200..<end, using: &generator)
                var file = Array(changed.joined())
                file[byte] ^= 1
                return file
            }
            return Array(changed.joined())
        }
    }

    @Test func bothVerifiersJudgeARealLedgerAndItsForgeriesAlike() throws {
        let program = try Program()
        let honest = try Self.lines(of: "opendreamkit", program)
        let foreign = try Self.lines(of: "good-friday", try Program())
        let files = [Array(honest.joined())] + Self.mutated(honest, foreign)
        var own: [Verdict] = []
        for (number, file) in files.enumerated() {
            try program.write(file, to: "file\(number)")
            let run = try program.run("verify", "file\(number)", "--json")
            own.append(try JSONDecoder().decode(Verdict.self, from: Data(run.output.utf8)))
            #expect((run.status == 0) == own[number].ok)
        }
        #expect(own[0].ok && own.dropFirst().count { $0.ok } <= 1, "\(own)")
        let python = ProcessInfo.processInfo.environment["ENTENTE_PYTHON"] ?? "python3"
        guard let other = try Self.verdicts(python, files.indices.map { "file\($0)" }, in: program.folder) else {
            print("skipped: needs python3 with the package cryptography (ENTENTE_PYTHON names another interpreter)")
            return
        }
        #expect(own == other)
    }

    /// What the verifier in Python says; nil where it cannot check signatures.
    private static func verdicts(_ python: String, _ names: [String], in folder: URL) throws -> [Verdict]? {
        func run(_ arguments: [String]) throws -> (Int32, Data) {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [python] + arguments
            process.currentDirectoryURL = folder
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let data = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (process.terminationStatus, data)
        }
        guard try run(["-c", "import cryptography"]).0 == 0 else { return nil }
        let script = Program.root.appending(path: "Tests/LedgerTests/verify.py").path
        return try run([script] + names).1.split(separator: 0x0A).map {
            try JSONDecoder().decode(Verdict.self, from: Data($0))
        }
    }
}

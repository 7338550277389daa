import AllianceModel
import Foundation
import Interchange
import Markup
import SeededRandom
import Testing

@testable import AlliancePages

/// Files that were damaged on purpose: each is either refused with places and remedies, or it is an alliance like any other.
///
/// Seeded, so that every run reads the same files. `ENTENTE_DAMAGE_ROUNDS=500 swift test --filter DamagedFiles` reads more.
@Suite struct DamagedFiles {
    static let rounds = ProcessInfo.processInfo.environment["ENTENTE_DAMAGE_ROUNDS"].flatMap(Int.init) ?? 25

    @Test(arguments: SampleAlliance.files) func aDamagedFileIsRefusedOrWhole(file: URL) throws {
        let yaml = [UInt8](try Data(contentsOf: file))
        let json = [UInt8](AllianceFile.value(of: try SampleAlliance.read(file)).json(indented: true).utf8)
        var refused = 0
        for seed in 0..<Self.rounds {
            for (form, bytes) in [("yaml", yaml), ("json", json)] {
                var damage = Damage(seed: UInt64(seed))
                let damaged = damage.done(to: bytes)
                let name = "\(file.lastPathComponent) as \(form), seed \(seed)"
                if try isRefused(damaged, name) { refused += 1 }
            }
        }
        #expect(refused > 0, "No damage was noticed in \(file.lastPathComponent).")
    }

    private func isRefused(_ bytes: [UInt8], _ name: String) throws -> Bool {
        let reading = AllianceFile.read(bytes, at: Moment(SampleAlliance.day))
        guard reading.problems.isEmpty else {
            for problem in reading.problems {
                #expect(problem.line > 0, "\(name): \(problem)")
                #expect(!problem.reason.isEmpty, "\(name): \(problem)")
            }
            return true
        }
        let text = AllianceFile.value(of: reading.alliance).yaml
        let again = AllianceFile.read([UInt8](text.utf8), at: Moment(SampleAlliance.day))
        #expect(again.problems.isEmpty, "\(name): its export is refused: \(again.problems.prefix(3))")
        #expect(again.alliance == reading.alliance, "\(name): its export is another alliance")
        let parties = reading.alliance.view(for: .everyone).charter.parties.map(\.id).prefix(1)
        for viewer in [.everyone] + parties.map(Viewer.party) {
            let context = PageContext(reading.alliance.view(for: viewer), on: SampleAlliance.day)
            let isWhole = context.reportDocument.text.hasSuffix("</html>")
            #expect(isWhole, "\(name): its report ends early")
        }
        return false
    }
}

/// A few faults at random places: what editors, merges, transfers and ill will do to a file.
struct Damage {
    private var random: SplitMix64
    private static let strange = [
        "-1", "0", "9223372036854775807", "1e400", "0.1e-400", ".nan", "-0", "null", "~", "[]", "{}", "\"\"", "true",
        "0001-01-01", "9999-12-31", "2024-02-30", "&a [*a]", "*b", "<<", "!!binary x", "\u{FEFF}", "\u{202E}", "\u{0}",
        String(repeating: "[", count: 200), String(repeating: "x", count: 70_000),
    ].map { Array($0.utf8) }

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func done(to bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where bytes.count > 4 { hurt(&bytes) }
        return bytes
    }

    private mutating func hurt(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let length = min(bytes.count - place, Int.random(in: 1...60, using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.removeSubrange(place..<place + length)
        case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        case 3: bytes.removeSubrange(place...)
        case 4: swapLines(&bytes)
        case 5: replaceWord(&bytes, near: place) { $0.randomElement(using: &$1) ?? [] }
        case 6: replaceWord(&bytes, near: place) { _, random in Self.strange.randomElement(using: &random) ?? [] }
        default: bytes.insert(contentsOf: Self.strange.randomElement(using: &random) ?? [], at: place)
        }
    }

    private mutating func swapLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        lines.swapAt(Int.random(in: lines.indices, using: &random), Int.random(in: lines.indices, using: &random))
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// Puts another word in the place of the one that stands here: another id, date or number of the file, or a strange one.
    private mutating func replaceWord(
        _ bytes: inout [UInt8], near place: Int, with word: ([[UInt8]], inout SplitMix64) -> [UInt8]
    ) {
        let isWord = { (byte: UInt8) in byte > 32 && !"\"[]{},:".utf8.contains(byte) }
        guard let first = bytes[place...].firstIndex(where: isWord) else { return }
        let end = bytes[first...].firstIndex { !isWord($0) } ?? bytes.count
        let words = bytes.split { !isWord($0) }.map(Array.init)
        bytes.replaceSubrange(first..<end, with: word(words, &random))
    }
}

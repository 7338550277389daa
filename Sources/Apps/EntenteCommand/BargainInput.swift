import AllianceModel
import Bargaining
import Interchange

/// What `entente bargain` is given: files of a negotiation, or an alliance file.
enum BargainInput {
    /// - Throws: `InterchangeError` or `Failure`, with the place and a remedy.
    static func problem(_ names: [String]) throws -> BargainingProblem {
        let files = try InputFiles.read(names)
        guard files.count == 1, isAlliance(files[0]) else { return try NegotiationReader.read(files) }
        let reading = AllianceFile.read(files[0].bytes, at: Files.now)
        guard reading.problems.isEmpty else {
            throw Failure(reading.problems.map { "\(files[0].name):\($0)" }.joined(separator: "\n"))
        }
        do {
            return try reading.alliance.negotiatedProblem(among: reading.alliance.charter.members.map(\.id)).problem
        } catch {
            throw Failure("\(files[0].name): \(error.path): \(error.reason). \(error.remedy)")
        }
    }

    /// An alliance file says so in its first key, in YAML as in JSON.
    private static func isAlliance(_ file: SourceFile) -> Bool {
        let head = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
        if head.contains(#/^\s*\{\s*"entente"\s*:/#) { return true }
        return head.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("entente:") }
    }
}

import Bargaining
import Foundation
import Testing

@testable import Interchange

/// Test input beside the package; tests that need it are skipped where it is absent.
enum SharedData {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path()) }
    static let message: Comment = "../shared/data is absent"

    static func source(_ path: String) throws -> SourceFile {
        SourceFile(name: path, bytes: [UInt8](try Data(contentsOf: folder.appending(path: path))))
    }

    /// The expected values of a GENIUS domain.
    struct Expected: Decodable {
        struct Solution: Decodable {
            var points: [[Double]]
            var n_tied: Int
        }
        struct Genius: Decodable {
            var n_frontier_distinct: Int
            var n_rational_frontier: Int
            var frontier: [[Double]]
            var min: [Double]
            var max: [Double]
            var nash: Solution
            var egalitarian: Solution
            var ks_maxmin_ratio: Solution
            var utilitarian: Solution
        }
        var n_outcomes: String
        var profiles: [String]
        var genius: Genius
    }

    static func genius(_ name: String) throws -> (problem: BargainingProblem, expected: Expected) {
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: folder.appending(path: "genius/\(name)/expected.json")))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "genius/\(name)").path())
        let domain = names.first { $0.hasSuffix(".xml") && !expected.profiles.contains($0) } ?? ""
        let files = try ([domain] + expected.profiles).map { try source("genius/\(name)/\($0)") }
        return (try NegotiationReader.read(files), expected)
    }
}

/// The greatest difference between two vectors.
func distance(_ one: [Double], _ other: [Double]) -> Double {
    one.count == other.count ? zip(one, other).reduce(0) { max($0, abs($1.0 - $1.1)) } : .infinity
}

import AllianceModel
import Foundation
import Interchange
import Testing

/// Each pitfall has a file that raises it and the mended file that does not.
@Suite struct PitfallFileTests {
    static let day = Day(year: 2026, month: 11, day: 23) ?? Day(number: 0)
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files")

    static func pitfalls(in file: String) throws -> [String] {
        let bytes = try Data(contentsOf: folder.appending(path: file))
        let reading = AllianceFile.read(Array(bytes), at: Moment(day))
        #expect(reading.problems.isEmpty, "\(file): \(reading.problems.map(\.description).joined(separator: "\n"))")
        return reading.alliance.findings(on: day).map(\.pitfall.id)
    }

    @Test(arguments: Pitfall.catalogue.map(\.id))
    func isRaisedByItsFileAndNotByTheMendedOne(id: String) throws {
        #expect(try Self.pitfalls(in: "\(id).raised.yaml").contains(id))
        #expect(try !Self.pitfalls(in: "\(id).mended.yaml").contains(id))
    }

    @Test func numbersAreUniqueAndInOrderOfSteps() {
        let ids = Pitfall.catalogue.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Pitfall.catalogue.allSatisfy { !$0.reason.isEmpty && !$0.source.isEmpty && !$0.remedy.isEmpty })
    }
}

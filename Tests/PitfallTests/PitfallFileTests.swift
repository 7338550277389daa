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

    @Test func numbersAreUniqueAndAllOfTheFieldNotesAreThere() {
        let ids = Pitfall.catalogue.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Set(ids).isSuperset(of: (1...57).map { $0 < 10 ? "P0\($0)" : "P\($0)" }))
        #expect(Pitfall.catalogue.allSatisfy { !$0.reason.isEmpty && !$0.source.isEmpty && !$0.remedy.isEmpty })
    }

    @Test(arguments: ["P25", "P26"]) func whatSeveralKeepToThemselvesIsShownToNoneOfThem(id: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: "\(id).raised.yaml"))
        let alliance = AllianceFile.read(Array(bytes), at: Moment(Self.day)).alliance
        #expect(alliance.findings(on: Self.day).filter { $0.pitfall.id == id }.map(\.audience) == [.sealed])
        for viewer: Viewer in [.everyone, .party("north"), .party("harbour")] {
            #expect(!alliance.view(for: viewer).findings(on: Self.day).contains { $0.pitfall.id == id })
        }
    }

    @Test func aBetterPackageMayLieWithinARange() throws {
        // A fee of 125 and the first berth: the harbour has 60 points as before, Northwind 70 in place of 20.
        let bytes = try Data(contentsOf: Self.folder.appending(path: "P25.raised.yaml"))
        let findings = AllianceFile.read(Array(bytes), at: Moment(Self.day)).alliance.findings(on: Self.day)
        #expect(findings.contains { $0.pitfall.id == "P25" && $0.sentence.contains("50 of 100 more to Northwind") })
    }

    @Test func theDocumentIsThatOfTheCatalogue() throws {
        let file = Self.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Documentation/pitfalls.md")
        #expect(try String(contentsOf: file, encoding: .utf8) == Pitfall.document, "Run Scripts/write-pitfalls.")
    }
}

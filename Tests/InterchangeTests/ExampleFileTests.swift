import AllianceModel
import Foundation
import Testing

@testable import Interchange

/// The files that come with Entente: real alliances and the playbooks of the four contexts.
@Suite struct ExampleFileTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// An example, the day as of which it is checked, and how many findings of each pitfall it raises then; why, tells
    /// `Examples/README.md`.
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let day: String
        let findings: [String: Int]
        var testDescription: String { name }
    }

    static let examples = [
        Example(
            name: "opendreamkit", day: "2015-01-14",
            findings: [
                "P01": 9, "P06": 2, "P07": 1, "P13": 1, "P16": 1, "P17": 1, "P20": 1, "P28": 1, "P29": 1, "P34": 4,
                "P37": 2, "P38": 1, "P41": 1, "P44": 15, "P45": 2, "P46": 1, "P47": 5, "P48": 2, "P50": 2, "P53": 1,
            ]),
        Example(
            name: "good-friday", day: "1998-04-10",
            findings: [
                "P01": 3, "P04": 10, "P05": 3, "P07": 1, "P18": 2, "P19": 5, "P20": 1, "P22": 1, "P28": 1, "P29": 1,
                "P31": 1, "P34": 1, "P40": 1, "P44": 10, "P46": 1, "P47": 3, "P48": 4, "P53": 1,
            ]),
        Example(
            name: "renault-nissan-2023", day: "2023-11-08",
            findings: [
                "P01": 3, "P05": 1, "P06": 3, "P07": 1, "P13": 1, "P17": 2, "P19": 1, "P20": 1, "P28": 1, "P29": 1,
                "P30": 1, "P31": 1, "P33": 6, "P34": 4, "P46": 1, "P47": 4, "P48": 2, "P53": 1,
            ]),
        Example(
            name: "papi-coalition", day: "2020-07-05",
            findings: [
                "P01": 2, "P04": 3, "P05": 2, "P06": 1, "P07": 1, "P08": 1, "P13": 3, "P14": 2, "P17": 5, "P20": 1,
                "P28": 1, "P29": 1, "P44": 2, "P46": 1, "P47": 5, "P48": 1, "P50": 1, "P53": 1,
            ]),
        Example(
            name: "panama-canal-1974", day: "1974-01-01",
            findings: ["P04": 2, "P20": 1, "P27": 10, "P28": 1, "P29": 1, "P44": 2, "P46": 1, "P53": 1]),
    ]

    static func read(_ path: String) throws -> Alliance {
        let bytes = Array(try Data(contentsOf: root.appending(path: path)))
        let reading = AllianceFile.read(bytes, at: Moment(seconds: 0))
        try #require(reading.problems.isEmpty, "\(path): \(reading.problems.map(\.description))")
        return reading.alliance
    }

    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    @Test func eachExampleIsListedHereAndInItsDocument() throws {
        let names = try Self.names(in: "Examples")
        #expect(Self.examples.map(\.name).sorted() == names)
        let document = try String(contentsOf: Self.root.appending(path: "Examples/README.md"), encoding: .utf8)
        for example in Self.examples {
            #expect(document.contains("(\(example.name).yaml)"), "\(example.name) is missing in Examples/README.md")
            #expect(document.contains("Examples/\(example.name).yaml --on \(example.day)"))
        }
    }

    @Test(arguments: examples) func anExampleRaisesTheseFindings(example: Example) throws {
        let day = try #require(Day(example.day))
        let findings = try Self.read("Examples/\(example.name).yaml").findings(on: day)
        let counts = findings.reduce(into: [:]) { $0[$1.pitfall.id, default: 0] += 1 }
        #expect(counts == example.findings)
    }

    @Test(arguments: examples) func exportImportAndExportAgainIsTheSame(example: Example) throws {
        try expectStableExport(of: try Self.read("Examples/\(example.name).yaml"))
    }

    @Test func openDreamKitAddsUpToTheTotalsOfItsProposal() throws {
        let view = try Self.read("Examples/opendreamkit.yaml").view(for: .everyone)
        #expect(view.charter.members.count == 15)
        #expect(view.effortMatrix.total == DecimalNumber(796))
        #expect(view.totalMismatches.isEmpty && view.plan.totals.count == 24)
        let requested = view.plan.budget.map(\.amount).reduce(.zero, +)
        #expect(requested == DecimalNumber(7_633_847))
        #expect(view.plan.tasks.count == 58 && view.plan.deliverables.count == 86)
        let alone = view.plan.tasks.filter { $0.note?.contains("no second partner") == true }
        #expect(alone.count == 12)
    }

    @Test func thePublishedSolutionOfThePanamaTalksGivesBothSidesAsMuch() throws {
        let alliance = try Self.read("Examples/panama-canal-1974.yaml")
        let package = try #require(alliance.view(for: .everyone).terms.offers["adjusted-winner"]).package
        for party: RecordID<Party> in ["us", "panama"] {
            let value = try #require(alliance.view(for: .party(party)).value(of: package))
            #expect(value.low == DecimalNumber(66) && value.high == DecimalNumber(66))
        }
    }

    @Test(arguments: Profile.Context.allCases) func aPlaybookIsInTheProgramAsItStands(context: Profile.Context) throws {
        let file = try String(contentsOf: Self.root.appending(path: "Playbooks/\(context).yaml"), encoding: .utf8)
        #expect(Playbook.text(of: context) == file, "Run Scripts/write-playbooks.")
    }

    @Test func thereIsOnePlaybookAContext() throws {
        #expect(try Self.names(in: "Playbooks") == Profile.Context.allCases.map(\.rawValue).sorted())
    }

    /// A playbook names nobody and promises nothing, so all that may be found is what its users have to fill in.
    @Test(arguments: Profile.Context.allCases) func aPlaybookRaisesOnlyWhatHasToBeFilledIn(context: Profile.Context)
        throws
    {
        let alliance = try Self.read("Playbooks/\(context).yaml")
        let findings = alliance.findings(on: Day(number: 20_000))
        let pitfalls = Set(findings.map(\.pitfall.id))
        #expect(pitfalls == ["P34", "P46", "P47"])
        let contexts = alliance.view(for: .everyone).charter.profile.map(\.context)
        #expect(contexts == [context])
        try expectStableExport(of: alliance)
    }

    /// With its parties in it, a playbook asks in addition what each of them wants and who sponsors it.
    @Test(arguments: Profile.Context.allCases)
    func aPlaybookWithMembersAsksOnlyForThem(context: Profile.Context) throws {
        var alliance = try Self.read("Playbooks/\(context).yaml")
        for id in ["north", "south", "west"] {
            let party: Value.Members = ["name": .text(id), "standing": .text("member")]
            try alliance.apply(.edit(Edit(Party.register, id, .add(party))), by: .founder, at: Moment(seconds: 0))
        }
        let pitfalls = Set(alliance.findings(on: Day(number: 20_000)).map(\.pitfall.id))
        #expect(pitfalls == ["P04", "P34", "P44", "P46", "P47"])
    }

    @Test(arguments: Profile.Context.allCases) func aPlaybookHoldsAStartForEachStep(context: Profile.Context) throws {
        let view = try Self.read("Playbooks/\(context).yaml").view(for: .everyone)
        let gates = view.partners.criteria.filter(\.isMustHave)
        #expect(gates.count >= 2)
        let kinds = view.partners.criteria.map(\.category)
        #expect(kinds.contains(.cultural))
        #expect(view.terms.clauses.count >= 15)
        let essential = view.completeness.filter(\.isEssential)
        #expect(!essential.isEmpty)
        let missing = essential.filter(\.clauses.isEmpty).map(\.topic)
        #expect(missing == [], "an essential topic has no clause")
        #expect(view.governance.bodies.count >= 4)
        let deciders = Set(view.governance.matters.map(\.bodies.count))
        #expect(deciders == [1])
        let final = view.governance.deadlockSteps.map(\.mechanism).filter(\.isFinal)
        #expect(!final.isEmpty)
        #expect(view.communication.channels.count >= 5)
        let outsiders = view.communication.escalation.compactMap(\.outsider)
        #expect(outsiders.count == 1 && view.communication.escalation.count >= 3)
        #expect(view.communication.announcements.count >= 3)
        let categories = Set(view.risk.risks.map(\.category))
        #expect(categories.isSuperset(of: [.technical, .people, .partnerExit, .external, .relational, .financial]))
        let unprepared = view.risk.risks.filter { $0.mitigation == nil || $0.contingency == nil || $0.trigger == nil }
        #expect(unprepared.isEmpty)
        let gaps = view.risk.exitPlans.flatMap(\.gaps)
        #expect(gaps == [] && view.risk.exitPlans.count >= 2)
        #expect(view.culture.questions.count >= 8 && view.culture.norms.count >= 4)
        #expect(view.readiness.criteria.count >= 6 && view.readiness.launchActions.count >= 6)
    }

    /// Each entry says why it is there.
    @Test(arguments: Profile.Context.allCases) func eachEntryOfAPlaybookSaysWhyItIsThere(context: Profile.Context)
        throws
    {
        let view = try Self.read("Playbooks/\(context).yaml").view(for: .everyone)
        let reasons = [
            "note", "why", "reason", "rule", "outcome", "wording", "meaning", "ifWrong", "introduction", "source",
            "purpose",
        ]
        for register in Alliance.registers where register.name != Profile.register {
            for record in view.records(of: register) {
                let given = reasons.compactMap { record.members[$0] }
                #expect(!given.isEmpty, "\(register.name)[\(record.id)] does not say why it is there")
            }
        }
    }

    private func expectStableExport(of alliance: Alliance) throws {
        let first = AllianceFile.value(of: alliance).yaml
        let again = AllianceFile.read(Array(first.utf8), at: Moment(seconds: 0))
        #expect(again.problems.isEmpty)
        #expect(AllianceFile.value(of: again.alliance).yaml == first)
        let json = AllianceFile.value(of: alliance).json(indented: true)
        #expect(
            AllianceFile.value(of: AllianceFile.read(Array(json.utf8), at: Moment(seconds: 0)).alliance).yaml == first)
    }
}

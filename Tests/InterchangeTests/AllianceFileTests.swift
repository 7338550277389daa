import AllianceModel
import Foundation
import Testing

@testable import Interchange

private let example = """
    entente: 1
    charter:
      profile:
        name: Baltic Corridor
        context: business
        purpose: One harbour fee
      parties:
        - id: north
          name: Northwind
          standing: member
        - id: harbour
          name: Harbour League
          standing: member
    vision:
      objectives:
        - id: o1
          title: Shorter waits
          measure: Hours a lorry waits
          unit: hours
          target: 2.5
          due: 2027-06-30
          capabilities: [cranes]
    partners:
      capabilities:
        - id: cranes
          title: Cranes
    private:
      north:
        vision:
          stances:
            - id: s1
              objective: o1
              position: supports
              weight: 80

    """

private func read(_ text: String) -> AllianceFileReading { AllianceFile.read(Array(text.utf8), at: Moment(seconds: 0)) }

@Test func readsForwardReferencesAndPrivateParts() throws {
    let reading = read(example)
    #expect(reading.problems.isEmpty)
    let objective = try #require(reading.alliance.view(for: .everyone).vision.objectives["o1"])
    #expect(objective.capabilities == ["cranes"])
    #expect(objective.target == DecimalNumber("2.5"))
    #expect(reading.alliance.view(for: .everyone).vision.stances.isEmpty)
    #expect(reading.alliance.view(for: .party("harbour")).vision.stances.isEmpty)
    #expect(reading.alliance.view(for: .party("north")).vision.stances.count == 1)
}

@Test func exportIsStableToTheByte() {
    let first = AllianceFile.value(of: read(example).alliance).yaml
    let second = AllianceFile.value(of: read(first).alliance).yaml
    #expect(first == second)
    let json = AllianceFile.value(of: read(first).alliance).json(indented: true)
    #expect(AllianceFile.value(of: read(json).alliance).yaml == first)
}

@Test func saysWhatElseIsWrongWithARecordWhoseIDIsTaken() {
    let reading = read(
        """
        entente: 1
        vision:
          objectives:
            - {id: o1, title: Shorter waits}
            - {id: o1, title: One fee, due: 2027-02-30}
        """)
    let described = reading.problems.map(\.description)
    #expect(described.count == 2)
    #expect(described.contains { $0.hasPrefix("5: vision.objectives[1]: there is already") })
    #expect(described.contains { $0.hasPrefix("5: vision.objectives[1].due") })
}

/// Each looks for its like among the known names, so a file of nothing else would take long.
@Test func ofManyUnknownNamesSomeAreTold() {
    let names = (0..<50_000).map { "name\($0): 1\n" }.joined()
    let reading = AllianceFile.read(Array("entente: 1\n\(names)".utf8), at: Moment(seconds: 0))
    #expect((10...100).contains(reading.problems.count))
    #expect(reading.problems.first?.line == 2)
}

@Test func namesEveryProblemWithItsLine() {
    let reading = read(
        """
        entente: 1
        charter:
          parties:
            - id: north
              name: Northwind
              standing: mebmer
            - id: north
              name: Again
        vision:
          objectives:
            - id: o1
              titel: Shorter waits
              due: 2027-02-30
              capabilities: [craness]
            - title: No id
        risks: []
        """)
    let described = reading.problems.map(\.description)
    #expect(described.contains { $0.hasPrefix("6: charter.parties[north].standing") && $0.contains("member") })
    #expect(described.contains { $0.hasPrefix("12: vision.objectives[o1].titel") && $0.contains("title") })
    #expect(described.contains { $0.hasPrefix("13: vision.objectives[o1].due") })
    #expect(described.contains { $0.hasPrefix("15: vision.objectives[1]") && $0.contains("no id") })
    #expect(described.contains { $0.hasPrefix("16: risks") && $0.contains("risk") })
}

@Test func aPartysRecordsMayReferForwardWhateverIDsOthersUse() {
    func criteria(_ party: String, _ first: String, _ second: String) -> String {
        "  \(party):\n    partners:\n      criteria:\n        - \(first)\n        - \(second)\n"
    }
    let (top, below) = (
        "{id: top, title: Above, category: cultural}", "{id: below, title: B, category: cultural, parent: top}"
    )
    let parties = example.prefix(upTo: example.range(of: "vision:")?.lowerBound ?? example.endIndex)
    let reading = read(
        parties + "private:\n" + criteria("north", top, below) + criteria("harbour", below, top))
    #expect(reading.problems.map(\.description) == [])
    let own = reading.alliance.view(for: .party("harbour")).partners.criteria
    #expect(own.map(\.parent) == ["top", nil])
}

@Test(arguments: ["66.6667 %", "0.123457", "33.333333 %", "2/3", "50 %"]) func aShareIsReadBackAsItIsWritten(
    _ text: String
) throws {
    let file = "entente: 1\ngovernance:\n  rules: [{id: r1, title: Most, threshold: \(text)}]\n"
    let reading = read(file)
    #expect(reading.problems.map(\.description) == [])
    let written = AllianceFile.value(of: reading.alliance).yaml
    let again = read(written)
    #expect(again.problems.map(\.description) == [])
    #expect(again.alliance == reading.alliance)
}

/// Whatever a text holds, the file in which it stands can be read again.
@Test func everyCharacterReadsBackFromYAML() throws {
    let codes = stride(from: UInt32(0x20), through: 0x1_0100, by: 0x100)
    let wrong = codes.filter { first in
        let texts = (first..<first + 0x100).compactMap(Unicode.Scalar.init).flatMap { scalar in
            ["a\(scalar)b", "a\n\(scalar)b\n", "\(scalar)"]
        }
        var members: Value.Members = ["all": .list(texts.map(Value.text))]
        for (place, text) in texts.enumerated() { members.append("t\(place)", .text(text)) }
        let value = Value.record(members)
        return (try? YAMLReader.read(Array(value.yaml.utf8)).value) != value
    }
    #expect(wrong.isEmpty)
}

/// Few names are compared one by one, many looked up: both find the one that stands there twice.
@Test(arguments: [1, 7, 8, 9, 40]) func aNameThatStandsTwiceIsFoundAmongAny(count: Int) throws {
    let members = (0..<count).map { "n\($0): 1" }
    _ = try YAMLReader.read(Array(members.joined(separator: "\n").utf8))
    for place in Set([0, count / 2, count - 1]) {
        let text = (members + [members[place]]).joined(separator: "\n")
        let error = #expect(throws: SyntaxError.self) { try YAMLReader.read(Array(text.utf8)) }
        #expect(error?.line == count + 1 && error?.reason == "“n\(place)” stands here twice")
    }
}

@Test func aliasesCannotNestDeeperThanTheFileMay() throws {
    func nested(_ count: Int) -> String {
        (0..<count).map { level in
            "- &a\(level) " + String(repeating: "[", count: 10) + (level == 0 ? "x" : "*a\(level - 1)")
                + String(repeating: "]", count: 10)
        }.joined(separator: "\n")
    }
    _ = try YAMLReader.read(Array(nested(3).utf8))
    let error = #expect(throws: SyntaxError.self) { try YAMLReader.read(Array(nested(4).utf8)) }
    #expect(error?.line == 4)
}

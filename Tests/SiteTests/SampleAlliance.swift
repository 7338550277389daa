import AllianceModel
import Foundation
import Interchange
import Testing

@testable import AlliancePages

/// Alliances to make pages from.
enum SampleAlliance {
    static let day = Day(year: 2027, month: 3, day: 1) ?? Day(number: 0)
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// All examples that the package ships.
    static var files: [URL] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: root.appending(path: "Examples"), includingPropertiesForKeys: nil)
        return (found ?? []).filter { $0.pathExtension == "yaml" }.sorted { $0.path() < $1.path() }
    }

    static func read(_ file: URL) throws -> Alliance {
        let reading = AllianceFile.read([UInt8](try Data(contentsOf: file)), at: Moment(day))
        try #require(reading.problems.isEmpty, "\(file.lastPathComponent): \(reading.problems)")
        return reading.alliance
    }

    /// A small alliance of three parties in the middle of its preparation.
    static func corridor() throws -> Alliance {
        try read(text: text)
    }

    /// An alliance from the text of its file.
    static func read(text: String) throws -> Alliance {
        let reading = AllianceFile.read([UInt8](text.utf8), at: Moment(day))
        try #require(reading.problems.isEmpty, "\(reading.problems)")
        return reading.alliance
    }

    /// The beginning of a file: two members, and no people yet.
    static let members = """
        entente: 1
        charter:
          profile: {name: Baltic Corridor, context: business, purpose: One fee}
          parties:
            - {id: north, name: Northwind, standing: member}
            - {id: harbour, name: Harbour League, standing: member}

        """

    /// The beginning of a file: two members that have just come together, each with a lead.
    static let founded = """
        entente: 1
        charter:
          parties: [{id: north, name: Northwind, standing: member}, {id: league, name: Harbour League, standing: member}]
          people: [{id: ada, name: Ada, party: north, role: lead}, {id: ben, name: Ben, party: league, role: lead}]

        """

    static let text = """
        entente: 1
        charter:
          profile: {name: Baltic Corridor, context: business, purpose: "One fee and one queue for lorries from Oslo to Ostrava.", startsOn: 2027-09-01, currency: EUR}
          parties:
            - {id: north, name: Northwind, standing: member, kind: company, country: NO}
            - {id: harbour, name: Harbour League, standing: member, kind: nonProfit, country: PL}
            - {id: ostrava, name: Ostrava Terminal, standing: invited, kind: company, country: CZ}
          people:
            - {id: ada, name: Ada Nilsen, party: north, role: lead, position: Head of partnerships, executiveSponsor: "yes"}
            - {id: olav, name: Olav Berg, party: north, role: contributor, deputy: ada}
            - {id: jan, name: Jan Kowalski, party: harbour, role: lead, executiveSponsor: "yes"}
            - {id: eva, name: Eva Dvořák, party: ostrava, role: negotiator}
        vision:
          statements:
            - {id: v1, text: "A lorry that leaves Oslo on Monday is unloaded in Ostrava on Wednesday.\\nNobody queues twice.", version: Second draft}
          objectives:
            - {id: waits, title: Shorter waits at the ports, measure: Hours a lorry waits, unit: hours, target: 2.5, baseline: 9, due: 2027-12-31, owner: ada, why: "Waiting costs 40 € an hour, and drivers leave.", capabilities: [cranes, data]}
            - {id: fee, title: One harbour fee, measure: Fees a lorry pays, unit: fees, target: 1, baseline: 3, due: 2028-03-31, owner: jan}
            - {id: rail, title: A third of the freight by rail, measure: Share by rail, unit: "%", target: 33, due: 2027-02-01, owner: ada}
            - {id: jobs, title: Keep the jobs at the terminals}
          scope:
            - {id: s1, title: Passenger ferries, belongs: outOfScope}
        partners:
          capabilities:
            - {id: cranes, title: Cranes and berths}
            - {id: data, title: Exchange of arrival times}
        risk:
          risks:
            - {id: strike, title: A strike at one harbour, category: external, inherent: {likelihood: 3, impact: 4}}
        culture:
          norms:
            - {id: answer, title: Answer within two working days, rule: Whoever is away names a deputy.}
          behaviours:
            - {id: news, title: We say bad news on the day we have them}
          surveys:
            - {id: pulse, title: Pulse of March, introduction: Five statements. It takes a minute.}
          questions:
            - {id: q1, survey: pulse, text: They tell us early when something goes wrong}
            - {id: q2, survey: pulse, text: We know whom to ask}
          rounds:
            - {id: march, survey: pulse, opensOn: 2027-02-20, closesOn: 2027-03-15}
        governance:
          decisions:
            - {id: seat, title: Put the secretariat in Gdańsk, text: For three years., deadline: 2027-03-03, proposedBy: harbour}
        private:
          north:
            vision:
              stances:
                - {id: waits, objective: waits, position: supports, weight: 80, reason: Our drivers ask for it.}
                - {id: fee, objective: fee, position: opposes, weight: 35}
              partyObjectives:
                - {id: margin, title: Two points more margin, party: north, direction: increase, target: 2}
        """
}

import AllianceModel
import Markup
import Testing

@testable import AlliancePages

/// Whether "what needs me" names a text that others have approved or signed.
@Suite struct OpenTextTests {
    private static func items(_ acts: String, for person: RecordID<Person>, of party: RecordID<AllianceModel.Party>)
        throws
        -> [String]
    {
        let alliance = try SampleAlliance.read(
            text: SampleAlliance.members + """
                    - {id: ostrava, name: Ostrava Terminal, standing: member}
                  people:
                    - {id: ada, name: Ada Nilsen, party: north, role: lead}
                    - {id: jan, name: Jan Kowalski, party: harbour, role: lead}
                    - {id: olav, name: Olav Berg, party: harbour, role: contributor}
                    - {id: eva, name: Eva Dvořák, party: ostrava, role: lead}
                terms:
                  instruments:
                    - {id: pact, title: Harbour pact, kind: contract, nature: binding, signatories: [north, harbour], \(acts)}
                """)
        let pages = SamplePages(
            view: alliance.view(for: .party(party)),
            reader: AllianceReader(person: person, party: party, role: person == "olav" ? .contributor : .lead))
        return pages.alliance.texts(of: party).map(\.sentence)
    }

    @Test func aDraftThatNobodyApprovedWaitsForNobody() throws {
        #expect(try Self.items("approvals: []", for: "jan", of: "harbour").isEmpty)
    }

    @Test func approvedByOthersItWaitsForTheApproval() throws {
        let acts = "approvals: [{party: north, on: 2027-01-02}]"
        #expect(
            try Self.items(acts, for: "jan", of: "harbour")
                == ["Northwind approved “Harbour pact”. It waits for your approval."])
        #expect(try Self.items(acts, for: "ada", of: "north").isEmpty)
        #expect(try Self.items(acts, for: "eva", of: "ostrava").isEmpty)
        #expect(try Self.items(acts, for: "olav", of: "harbour").isEmpty)
    }

    @Test func approvedByAllItWaitsForTheSignatures() throws {
        let acts = "approvals: [{party: north, on: 2027-01-02}, {party: harbour, on: 2027-01-03}]"
        #expect(
            try Self.items(acts, for: "ada", of: "north")
                == ["All have approved “Harbour pact”. It waits for your signature."])
    }

    @Test func onceInForceItWaitsForNobody() throws {
        let acts = "approvals: [{party: north, on: 2027-01-02}], inForceOn: 2027-02-01"
        #expect(try Self.items(acts, for: "jan", of: "harbour").isEmpty)
    }
}

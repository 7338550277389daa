import Testing

@testable import AllianceModel

@Suite struct SigningTests {
    static func talks(ratification: Bool = false) throws -> Talks {
        var talks = try Talks()
        try talks.add(
            Instrument.register, "treaty",
            [
                "title": "Treaty", "kind": "treaty", "nature": "binding", "signatories": .list(["north", "harbour"]),
                "needsRatification": .text(ratification ? "yes" : "no"),
            ])
        try talks.add(
            Clause.register, "c1", ["title": "Scope", "topic": "scope", "instrument": "treaty", "text": "One fee."])
        return talks
    }

    static func empower(_ person: RecordID<Person>, _ id: RecordID<Mandate>, until: Day? = nil) -> Terms.Change {
        var details = Terms.Empower()
        details.mandate = id
        details.person = person
        details.until = until
        return .empower(details)
    }

    static let inForce: Terms.Change = {
        var details = Terms.BringIntoForce()
        details.instrument = "treaty"
        return .bringIntoForce(details)
    }()

    @Test func goesFromDraftToForceStepByStep() throws {
        var talks = try Self.talks(ratification: true)
        var states: [[Instrument.State]] = []
        func note() {
            states.append(
                talks.view.terms.instruments["treaty"].map { i in talks.view.signing(of: i.record).map(\.state) } ?? [])
        }
        note()
        for party: RecordID<Party> in ["north", "harbour"] {
            let lead = Talks.lead(party)
            try talks.apply(Self.empower(RecordID("lead-\(party)"), RecordID("m-\(party)")), by: lead)
            try talks.apply(.initial(talks.sign()), by: lead)
            note()
            try talks.apply(.sign(talks.sign()), by: lead)
            #expect(throws: Refusal.self) { try talks.apply(.initial(talks.sign()), by: lead) }
            #expect(throws: Refusal.self) { try talks.apply(Self.inForce, by: lead) }
        }
        note()
        try talks.apply(.ratify(talks.sign()), by: Talks.lead("north"), days: 3)
        #expect(throws: Refusal.self) { try talks.apply(Self.inForce, by: Talks.lead("north")) }
        try talks.apply(.ratify(talks.sign(reservation: "Article 3")), by: Talks.lead("harbour"), days: 4)
        note()
        try talks.apply(Self.inForce, by: Talks.lead("north"), days: 5)
        note()
        #expect(
            states == [
                [.draft, .draft], [.initialled, .draft], [.signed, .initialled], [.signed, .signed],
                [.ratified, .ratified], [.inForce, .inForce],
            ])
        #expect(talks.view.terms.instruments["treaty"]?.inForceOn == Talks.day + 5)
    }

    @Test func needsAMandateThatHolds() throws {
        var talks = try Self.talks()
        let second = Author.person("north-2", of: "north")
        #expect(throws: Refusal.self) { try talks.apply(.sign(talks.sign()), by: second) }
        #expect(throws: Refusal.self) { try talks.apply(.sign(talks.sign()), by: .party("north")) }
        // A negotiator cannot give a mandate, a lead not for another party, nobody by hand.
        #expect(throws: Refusal.self) { try talks.apply(Self.empower("north-2", "m"), by: second) }
        #expect(throws: Refusal.self) { try talks.apply(Self.empower("north-2", "m"), by: Talks.lead("harbour")) }
        #expect(throws: Refusal.self) {
            try talks.add(Mandate.register, "m", ["person": "north-2", "party": "north"], by: second)
        }
        try talks.apply(Self.empower("north-2", "m", until: Talks.day + 5), by: Talks.lead("north"))
        #expect(throws: Refusal.self) { try talks.apply(.sign(talks.sign()), by: second, days: 6) }
        try talks.apply(.sign(talks.sign()), by: second, days: 5)
        #expect(talks.view.terms.instruments["treaty"]?.signatures.first?.person == "north-2")
        // Ostrava Rail is no signatory.
        try talks.apply(Self.empower("lead-rail", "m2"), by: Talks.lead("rail"))
        #expect(throws: Refusal.self) { try talks.apply(.sign(talks.sign()), by: Talks.lead("rail")) }
    }

    @Test func aMandateIsGoodForTheActsThatItNamesAlone() throws {
        var talks = try Self.talks()
        var details = Terms.Empower()
        (details.mandate, details.person, details.acts) = ("m", "north-2", [.initial])
        try talks.apply(.empower(details), by: Talks.lead("north"))
        let second = Author.person("north-2", of: "north")
        #expect(throws: Refusal.self) { try talks.apply(.sign(talks.sign()), by: second) }
        try talks.apply(.initial(talks.sign()), by: second)
        #expect(talks.view.terms.instruments["treaty"]?.record.state(of: "north") == .initialled)
    }

    @Test func nobodyRatifiesWhatTheyHaveNotSigned() throws {
        var talks = try Self.talks(ratification: true)
        let lead = Talks.lead("north")
        try talks.apply(Self.empower("lead-north", "m"), by: lead)
        #expect(throws: Refusal.self) { try talks.apply(.ratify(talks.sign()), by: lead) }
        try talks.apply(.initial(talks.sign()), by: lead)
        #expect(throws: Refusal.self) { try talks.apply(.ratify(talks.sign()), by: lead) }
        try talks.apply(.sign(talks.sign()), by: lead)
        try talks.apply(.ratify(talks.sign()), by: lead)
    }

    @Test func aRevokedMandateBindsNobodyAnyMore() throws {
        var talks = try Self.talks()
        try talks.apply(Self.empower("north-2", "m"), by: Talks.lead("north"))
        var revoke = Terms.Revoke()
        revoke.mandate = "m"
        #expect(throws: Refusal.self) { try talks.apply(.revoke(revoke), by: Talks.lead("harbour")) }
        try talks.apply(.revoke(revoke), by: Talks.lead("north"))
        #expect(throws: Refusal.self) { try talks.apply(.sign(talks.sign()), by: .person("north-2", of: "north")) }
    }

    @Test func approvalsAndSignaturesLapseWhenTheTextChanges() throws {
        var talks = try Self.talks()
        var approve = Terms.Approve()
        approve.instrument = "treaty"
        try talks.apply(.approve(approve), by: Talks.lead("north"))
        try talks.apply(Self.empower("lead-north", "m"), by: Talks.lead("north"))
        try talks.apply(.sign(talks.sign()), by: Talks.lead("north"))
        #expect(talks.view.terms.instruments["treaty"]?.record.state(of: "north") == .signed)

        // A note is no text, nor is a clause of no text.
        try talks.set(Clause.register, "c1", ["note": "Agreed on Monday"], by: Talks.lead("harbour"))
        try talks.add(Clause.register, "c2", ["title": "Loose", "topic": "other"], by: Talks.lead("harbour"))
        #expect(talks.view.terms.instruments["treaty"]?.record.state(of: "north") == .signed)

        try talks.set(Clause.register, "c1", ["text": "Two fees."], by: Talks.lead("harbour"))
        let treaty = try #require(talks.view.terms.instruments["treaty"])
        #expect(treaty.signatures.first?.lapsedOn == Talks.day + 1)
        #expect(
            talks.view.signing(of: treaty.record)[0]
                == .init(party: "north", state: .draft, hasApproved: false, hasLapsed: true))
        try talks.apply(.sign(talks.sign()), by: Talks.lead("north"))
        #expect(talks.view.terms.instruments["treaty"]?.record.state(of: "north") == .signed)
        try talks.set(Clause.register, "c2", ["instrument": "treaty"], by: Talks.lead("harbour"))
        #expect(talks.view.terms.instruments["treaty"]?.record.state(of: "north") == .draft)
    }

    @Test func entersIntoForceWithTheNumberOfPartiesItNeeds() throws {
        var talks = try Self.talks()
        try talks.set(Instrument.register, "treaty", ["partiesNeeded": .integer(1)], by: .founder)
        #expect(throws: Refusal.self) { try talks.apply(Self.inForce, by: Talks.lead("north")) }
        try talks.apply(Self.empower("lead-north", "m"), by: Talks.lead("north"))
        try talks.apply(.sign(talks.sign()), by: Talks.lead("north"))
        #expect(throws: Refusal.self) { try talks.apply(Self.inForce, by: Talks.lead("rail")) }
        try talks.apply(Self.inForce, by: Talks.lead("north"))
        #expect(
            talks.view.terms.instruments["treaty"].map { talks.view.signing(of: $0.record).map(\.state) } == [
                .inForce, .draft,
            ])
        #expect(throws: Refusal.self) { try talks.apply(Self.inForce, by: Talks.lead("north")) }
    }
}

extension Talks {
    /// What somebody submits who signs the text that stands now.
    func sign(_ id: RecordID<Instrument> = "treaty", reservation: String? = nil) -> Terms.Sign {
        var sign = Terms.Sign()
        sign.instrument = id
        sign.reservation = reservation
        sign.digest = view.text(of: id)?.digest
        return sign
    }
}

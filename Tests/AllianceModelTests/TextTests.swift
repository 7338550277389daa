import SeededRandom
import Testing

@testable import AllianceModel

@Suite struct ClauseTextTests {
    @Test func readsParametersAndLeavesOtherBraces() {
        #expect(ClauseText("Pay {fee} now").parts == [.words("Pay "), .parameter("fee"), .words(" now")])
        #expect(ClauseText("{{fee}} and { x } {").parts == [.words("{fee} and { x } {")])
        #expect(ClauseText("").parts.isEmpty)
        #expect(ClauseText("{A}").parameters.isEmpty)
    }

    static func agreed() throws -> Talks {
        var talks = try SigningTests.talks()
        try talks.addIssues()
        try talks.set(IssueOption.register, "own", ["wording": "the ship of its owner"], by: .founder)
        try talks.add(
            Clause.register, "c2",
            [
                "title": "Berths", "topic": "access", "instrument": "treaty",
                "text": "First comes {berth}; it pays {fee}.",
            ])
        return talks
    }

    static func agree(_ talks: inout Talks, _ id: String, on option: String, day: Int = 0) throws {
        try talks.add(
            Offer.register, id,
            ["title": .text(id), "by": "north", "package": settlements(["option": .text(option)])],
            by: Talks.lead("north"))
        var accept = Terms.AnswerOffer()
        accept.offer = RecordID(id)
        for party: RecordID<Party> in ["harbour", "rail"] {
            try talks.apply(.answer(accept), by: Talks.lead(party), days: day)
        }
    }

    @Test func theClauseFollowsTheOptionThatWasAgreed() throws {
        var talks = try Self.agreed()
        func says(_ words: String) -> Bool { talks.view.text(of: "treaty")?.canonical.contains(words) == true }
        #expect(says("First comes [First berth: open]; it pays [Harbour fee: open]."))
        try Self.agree(&talks, "o1", on: "own")
        #expect(says("First comes the ship of its owner; it pays [Harbour fee: open]."))
        try Self.agree(&talks, "o2", on: "lot", day: 1)
        #expect(says("First comes lot;"))
        // The clause's own number comes before what was agreed.
        try talks.set(Clause.register, "c2", ["issue": "fee", "value": .integer(70)], by: .founder)
        #expect(says("it pays 70 EUR."))
    }

    @Test func aClauseWordedByHandIsFlaggedAgainstTheOption() throws {
        var talks = try Self.agreed()
        try Self.agree(&talks, "o1", on: "own")
        func departures(_ text: String) throws -> [View.Departure] {
            try talks.set(Clause.register, "c2", ["issue": "berth", "text": .text(text)], by: .founder)
            let clause = try #require(talks.view.terms.clauses["c2"])
            return talks.view.departures(of: clause.record)
        }
        #expect(try departures("First comes {berth}.").isEmpty)
        #expect(try departures("The ship of its owner comes first.").isEmpty)
        #expect(try departures("Lot decides.") == [.saysOther(Settlement("own"), instead: "lot")])
        #expect(try departures("Somebody comes first.") == [.notSaid(Settlement("own"))])
        #expect(try departures("{berth} and {bertha}") == [.unknownParameter("bertha")])
    }

    @Test func consentLapsesWhereTheAgreedOptionChangesTheText() throws {
        var talks = try Self.agreed()
        try Self.agree(&talks, "o1", on: "own")
        var approve = Terms.Approve()
        approve.instrument = "treaty"
        try talks.apply(.approve(approve), by: Talks.lead("north"))
        try Self.agree(&talks, "o2", on: "lot", day: 1)
        let treaty = try #require(talks.view.terms.instruments["treaty"])
        #expect(treaty.approvals.map(\.holds) == [false])
    }
}

@Suite struct InstrumentTextTests {
    @Test func hashesTheExactText() throws {
        // FIPS 180-4: SHA-256 of "abc".
        #expect(TextDigest.of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let talks = try SigningTests.talks()
        let text = try #require(talks.view.text(of: "treaty"))
        #expect(
            text.canonical
                == "# Treaty\n\nTreaty, binding, between Northwind; Harbour League\n\n## Scope\n\nOne fee.\n")
        #expect(text.digest == TextDigest.of(text.canonical))
        #expect(talks.view.text(of: "none") == nil)
    }

    @Test func onlyTheTextThatStandsCanBeSigned() throws {
        var talks = try SigningTests.talks()
        try talks.apply(SigningTests.empower("lead-north", "m"), by: Talks.lead("north"))
        let shown = talks.sign()
        var blind = shown
        blind.digest = nil
        #expect(throws: Refusal.self) { try talks.apply(.sign(blind), by: Talks.lead("north")) }
        try talks.set(Clause.register, "c1", ["text": "Two fees."], by: Talks.lead("harbour"))
        #expect(throws: Refusal.self) { try talks.apply(.sign(shown), by: Talks.lead("north")) }
        try talks.apply(.sign(talks.sign()), by: Talks.lead("north"))
        let treaty = try #require(talks.view.terms.instruments["treaty"])
        #expect(treaty.signatures.first?.digest == talks.view.text(of: "treaty")?.digest)
        // What was signed is kept, and a later text differs from it in words.
        try talks.set(Clause.register, "c1", ["text": "Two fees a year."], by: Talks.lead("harbour"))
        let version = try #require(talks.view.versions(of: "treaty").first)
        #expect(version.title == "Signed by Northwind")
        #expect(
            talks.view.changes(since: version.record).suffix(2) == [.removed("fees. "), .added("fees a year.")])
    }

    @Test func aKeyOfOnesOwnSignsTheActAndTheText() throws {
        var talks = try SigningTests.talks()
        try talks.apply(SigningTests.empower("lead-north", "m"), by: Talks.lead("north"))
        // RFC 8032, section 7.1, test 1.
        let key = try #require(PrivateSigningKey("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        #expect(key.publicKey == "ed25519:d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        #expect(throws: Refusal.self) {
            try talks.set(Person.register, "lead-north", ["signingKey": "ed25519:00"], by: Talks.lead("north"))
        }
        #expect(throws: Refusal.self) {
            try talks.set(
                Person.register, "lead-north", ["signingKey": .text(key.publicKey)], by: Talks.lead("harbour"))
        }
        try talks.set(Person.register, "lead-north", ["signingKey": .text(key.publicKey)], by: Talks.lead("north"))
        var sign = talks.sign()
        #expect(throws: Refusal.self) { try talks.apply(.sign(sign), by: Talks.lead("north")) }
        sign.signature = try key.signature(
            over: PublicSigningKey.message(.initial, "treaty", digest: sign.digest ?? ""))
        #expect(throws: Refusal.self) { try talks.apply(.sign(sign), by: Talks.lead("north")) }
        sign.signature = try key.signature(over: PublicSigningKey.message(.sign, "treaty", digest: sign.digest ?? ""))
        try talks.apply(.sign(sign), by: Talks.lead("north"))
        #expect(talks.view.terms.instruments["treaty"]?.record.state(of: "north") == .signed)
    }

    static func inForce() throws -> Talks {
        var talks = try SigningTests.talks()
        for party: RecordID<Party> in ["north", "harbour"] {
            try talks.apply(
                SigningTests.empower(RecordID("lead-\(party)"), RecordID("m-\(party)")), by: Talks.lead(party))
            try talks.apply(.sign(talks.sign()), by: Talks.lead(party))
        }
        try talks.apply(SigningTests.inForce, by: Talks.lead("north"))
        return talks
    }

    @Test func whatIsInForceChangesByAnAmendmentThatAllSign() throws {
        var talks = try Self.inForce()
        #expect(throws: Refusal.self) {
            try talks.set(Clause.register, "c1", ["text": "Two fees."], by: Talks.lead("north"))
        }
        #expect(throws: Refusal.self) {
            try talks.add(
                Clause.register, "c9", ["title": "More", "topic": "other", "instrument": "treaty"],
                by: Talks.lead("north"))
        }
        try talks.set(Clause.register, "c1", ["note": "As agreed"], by: Talks.lead("north"))
        var amend = Terms.Amend()
        amend.amendment = "first"
        amend.instrument = "treaty"
        amend.clauses = ["c1"]
        try talks.apply(.amend(amend), by: Talks.lead("north"))
        try talks.set(Clause.register, "first.c1", ["text": "Two fees."], by: Talks.lead("north"))
        #expect(talks.view.text(of: "first")?.canonical.contains("In place of: Scope") == true)
        #expect(talks.view.consolidatedText(of: "treaty")?.canonical.contains("One fee.") == true)
        for party: RecordID<Party> in ["north", "harbour"] {
            try talks.apply(.sign(talks.sign("first")), by: Talks.lead(party))
        }
        var enter = Terms.BringIntoForce()
        enter.instrument = "first"
        try talks.apply(.bringIntoForce(enter), by: Talks.lead("harbour"))
        #expect(talks.view.consolidatedText(of: "treaty")?.canonical.contains("Two fees.") == true)
        // The treaty itself stays as it was signed.
        #expect(talks.view.text(of: "treaty")?.canonical.contains("One fee.") == true)
        #expect(talks.view.terms.instruments["treaty"]?.record.state(of: "north") == .inForce)
    }

    @Test func aDefinitionAddedLaterChangesNothingThatIsInForce() throws {
        var talks = try Self.inForce()
        let digest = talks.view.text(of: "treaty")?.digest
        try talks.add(
            Definition.register, "d", ["term": "Fee", "meaning": "what a ship pays"], by: Talks.lead("north"))
        #expect(talks.view.text(of: "treaty")?.digest == digest)
        #expect(talks.view.terms.instruments["treaty"]?.record.state(of: "north") == .inForce)
    }

    @Test func obligationsCountTheirDaysFromEntryIntoForce() throws {
        var talks = try SigningTests.talks()
        #expect(throws: Refusal.self) {
            try talks.add(Obligation.register, "o", ["title": "Pay", "daysAfterEntry": .integer(30)])
        }
        try talks.add(Obligation.register, "o", ["title": "Pay", "daysAfterEntry": .integer(30), "clause": "c1"])
        func due() -> Day? { talks.view.terms.obligations["o"].flatMap { talks.view.dueDay(of: $0.record) } }
        #expect(due() == nil)
        for party: RecordID<Party> in ["north", "harbour"] {
            try talks.apply(
                SigningTests.empower(RecordID("lead-\(party)"), RecordID("m-\(party)")), by: Talks.lead(party))
            try talks.apply(.sign(talks.sign()), by: Talks.lead(party))
        }
        try talks.apply(SigningTests.inForce, by: Talks.lead("north"))
        #expect(due() == Talks.day + 30)
    }

    @Test func markdownShowsTheExactText() throws {
        var talks = try SigningTests.talks()
        try talks.set(Clause.register, "c1", ["text": "# 5 * 6_000 <b>\n- one"], by: .founder)
        let markdown = try #require(talks.view.text(of: "treaty")).markdown
        #expect(markdown.contains("\\# 5 \\* 6\\_000 \\<b\\>\\\n\\- one"))
        #expect(markdown.hasPrefix("# Treaty\n\n"))
    }

    /// What begins like an item of a list, or like an entity, is read as it was written.
    @Test func markdownMakesNoListOfANumber() throws {
        var talks = try SigningTests.talks()
        let words = "1. Fees are 2.5 EUR.\n20) Taxes &amp; fees\n3 . 4"
        try talks.set(Clause.register, "c1", ["text": .text(words)], by: .founder)
        let markdown = try #require(talks.view.text(of: "treaty")).markdown
        #expect(markdown.contains("1\\. Fees are 2.5 EUR.\\\n20\\) Taxes \\&amp; fees\\\n3 . 4"))
        let reading = try #require(talks.view.reading(of: "treaty", markdown: markdown))
        #expect(reading.edits.isEmpty)
    }
}

@Suite struct WordDifferenceTests {
    @Test func showsWhatWentAndWhatCame() {
        #expect(
            wordChanges(from: "The fee is 12 EUR a day.", to: "The fee is 14 EUR a week.")
                == [
                    .kept("The fee is "), .removed("12 "), .added("14 "), .kept("EUR a "), .removed("day. "),
                    .added("week."),
                ])
        #expect(wordChanges(from: "", to: "New") == [.added("New")])
        #expect(wordChanges(from: "Old", to: "") == [.removed("Old")])
        #expect(wordChanges(from: "Same text", to: "Same text").isUnchanged)
        #expect(wordChanges(from: "", to: "").isEmpty)
    }

    /// Whatever the texts, both can be read back from the changes.
    @Test(arguments: UInt64(1)...40)
    func holdsBothTexts(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        func text() -> String {
            (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                ["a", "b", "c", "dd", "e."].randomElement(using: &generator) ?? "a"
            }.joined(separator: " ")
        }
        let (old, new) = (text(), text())
        var (before, after) = ("", "")
        for change in wordChanges(from: old, to: new) {
            switch change {
            case .kept(let text):
                before += text
                after += text
            case .removed(let text): before += text
            case .added(let text): after += text
            }
        }
        func words(_ text: String) -> [Substring] { text.split(separator: " ") }
        #expect(words(before) == words(old))
        #expect(words(after) == words(new))
    }
}

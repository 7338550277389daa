import SeededRandom
import Testing

@testable import AllianceModel

/// Two worlds that differ in nothing but the secrets of Harbour League: what Northwind receives is the same, except through proposals
/// and notices that the neutral put to all, and what followed from answers that all gave.
@Suite struct SecretsProperties {
    /// Secrets of a party at random.
    struct Secrets {
        var fee: (Int64, Int64, Int64)
        var berth: [Int64]
        var term: (Int64, Int64, Int64)
        var alternative: Int64
        var answer: Offer.Answer
        var number: Int64
        var reason: String

        init(seed: UInt64) {
            var generator = SplitMix64(seed: seed)
            func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &generator) }
            fee = (number(1...90), number(0...100), number(0...100))
            berth = [number(0...100), number(0...100), number(0...100)]
            term = (number(1...90), number(0...100), number(0...100))
            alternative = number(0...80)
            answer = number(0...1) == 0 ? .accept : .reject
            self.number = number(50...150)
            reason = "secret \(seed)"
        }
    }

    /// The same talks in a world where Harbour League has these secrets.
    static func world(
        _ secrets: Secrets, neutral: Bool, others: [String] = [], walk: TermsWalk
    ) throws -> (talks: Talks, walk: TermsWalk) {
        var talks = try Talks()
        try talks.alliance.apply(
            .edit(Edit(Party.register, "rail", .set(["standing": "candidate"]))), by: .founder, at: Moment(Talks.day))
        try talks.add(
            Issue.register, "fee",
            ["title": "Fee", "kind": "integer", "minimum": .integer(50), "maximum": .integer(150)])
        try talks.add(Issue.register, "berth", ["title": "First berth"])
        for option in ["own", "arrival", "lot"] {
            try talks.add(IssueOption.register, option, ["title": .text(option), "issue": "berth"])
        }
        try talks.add(
            Issue.register, "term",
            ["title": "Term", "kind": "continuous", "minimum": .integer(1), "maximum": .integer(10)])
        try talks.prefer("north", fee: (60, [(50, 100), (150, 0)]), berth: (20, [0, 60, 100]), term: (20, 0, 100))
        try talks.hold("north", alternative: 20)
        try talks.prefer(
            "harbour", fee: (secrets.fee.0, [(50, secrets.fee.1), (150, secrets.fee.2)]), berth: (60, secrets.berth),
            term: secrets.term)
        try talks.hold("harbour", alternative: secrets.alternative)
        try talks.alliance.apply(
            .edit(
                Edit(
                    Alternative.register, "alternative", for: .party("harbour"), .set(["title": .text(secrets.reason)]))
            ),
            by: .founder, at: Moment(Talks.day))
        try talks.allow("north", others)
        // Whether Harbour League lets the neutral work at all is a secret as well.
        if neutral { try talks.allow("harbour", others) }
        try talks.add(
            Offer.register, "deal",
            [
                "title": "Deal",
                "package": settlements(
                    ["issue": "fee", "value": .integer(100)], ["option": "arrival"],
                    ["issue": "term", "value": .integer(5)]),
            ], by: Talks.lead("north"))
        // A text whose words come from what is agreed, with a review and a reopener.
        try talks.add(
            Instrument.register, "pact",
            ["title": "Pact", "kind": "contract", "nature": "binding", "signatories": .list(["north", "harbour"])])
        try talks.add(
            Clause.register, "fees",
            ["title": "Fee", "topic": "finance", "instrument": "pact", "issue": "fee", "text": "A ship pays {fee}."])
        try talks.add(
            TermReview.register, "traffic",
            ["title": "Traffic", "kind": "reopener", "instrument": "pact", "issues": .list(["fee"])])
        try talks.add(
            PackageAnswer.register, "a1", for: .party("north"),
            [
                "first": settlements(["issue": "fee", "value": .integer(50)], ["option": "own"]),
                "second": settlements(["issue": "fee", "value": .integer(150)], ["option": "lot"]),
                "preferred": "first",
            ], by: Talks.lead("north"))
        try talks.add(Closing.register, "gap", ["title": "Gap", "issue": "fee"], by: Talks.lead("north"))
        try talks.answer("deal", secrets.answer, by: "harbour", wanted: secrets.answer == .reject ? ["fee"] : [])
        try talks.add(
            HiddenNumber.register, "mine", for: .party("harbour"),
            ["closing": "gap", "bound": "atLeast", "number": .integer(secrets.number)], by: Talks.lead("harbour"))
        try talks.add(
            PackageAnswer.register, "a1", for: .party("harbour"),
            ["preferred": secrets.answer == .accept ? "first" : "second"], by: Talks.lead("harbour"))
        try talks.ask(.firstPackage)
        try talks.ask(.improvement, on: "deal")
        var walk = walk
        walk.wanted = secrets.answer
        try walk.go(&talks)
        return (talks, walk)
    }

    /// Everything that a party receives of the terms: records, findings, appraisals, efficient set, questions.
    static func received(_ talks: Talks, by party: RecordID<Party>, without: Set<String> = []) -> [String] {
        let view = talks.alliance.view(for: .party(party))
        let records = Alliance.registers.flatMap { view.records(of: $0) }.filter {
            !without.contains("\($0.register)[\($0.id)]")
        }
        let offers = view.terms.offers.filter { !without.contains("\(Offer.register)[\($0.id)]") }
        let check = view.preferenceCheck
        let reviews = view.terms.reviews.map { "\(String(describing: view.dueDay(of: $0)))" }
        let texts = view.terms.instruments.map {
            "\(String(describing: view.consolidatedText(of: $0.id)))\(view.clausesInForce(of: $0.id).map(\.id))"
        }
        return records.map { "\($0)" } + offers.map { "\(String(describing: view.appraisal(of: $0.package)))" }
            + offers.flatMap { view.contributions(of: $0.package).map { "\($0)" } }
            + [
                "\(String(describing: check?.next))",
                "\(String(describing: check?.central.sorted { $0.key < $1.key }))",
                "\(String(describing: view.weightAdoption?.weights))",
            ] + reviews + texts
    }

    @Test(arguments: UInt64(1)...12)
    func withoutTheNeutralNothingOfOneReachesTheOther(seed: UInt64) throws {
        let (one, first) = try Self.world(Secrets(seed: seed), neutral: false, walk: TermsWalk(seed: seed))
        let (other, second) = try Self.world(Secrets(seed: seed + 1000), neutral: false, walk: TermsWalk(seed: seed))
        // What was refused, and in which words, is the same as well.
        #expect(first.log == second.log)
        #expect(Self.received(one, by: "north") == Self.received(other, by: "north"))
        for world in [one, other] {
            let view = world.alliance.view(for: .party("north"))
            #expect(view.efficientSet.isEmpty)
            #expect(
                view.findings(on: Talks.day).map(\.sentence)
                    == one.alliance.view(for: .party("north")).findings(on: Talks.day).map(\.sentence))
        }
        // They do differ for Harbour League itself, and for everyone nothing is there.
        #expect(Self.received(one, by: "harbour") != Self.received(other, by: "harbour"))
        // The neutral answers the same, since it may use nothing.
        var (answered, also) = (one, other)
        try answered.mediate()
        try also.mediate()
        #expect(Self.received(answered, by: "north") == Self.received(also, by: "north"))
    }

    @Test(arguments: UInt64(1)...12)
    func theNeutralReachesAPartyOnlyByWhatItPutToAll(seed: UInt64) throws {
        let walked = try [seed, seed + 1000].map {
            try Self.world(Secrets(seed: $0), neutral: true, walk: TermsWalk(seed: seed))
        }
        #expect(walked[0].walk.log == walked[1].walk.log)
        var worlds = walked.map(\.talks)
        for index in worlds.indices { try worlds[index].mediate() }
        // What the neutral put to all, and what it marks: requests as answered, the closing as ended.
        var put: Set<String> = []
        for world in worlds {
            put.formUnion(world.view.terms.offers.filter { $0.origin != nil }.map { "\(Offer.register)[\($0.id)]" })
            put.formUnion(world.view.terms.notices.map { "\(Notice.register)[\($0.id)]" })
        }
        #expect(!put.isEmpty)
        #expect(
            Self.received(worlds[0], by: "north", without: put) == Self.received(worlds[1], by: "north", without: put))
        // And all parties were put the same.
        for world in worlds {
            let north = world.alliance.view(for: .party("north")).shared
            let rail = world.alliance.view(for: .party("rail")).shared
            #expect(Array(north.terms.offers) == Array(rail.terms.offers))
            #expect(Array(north.terms.notices) == Array(rail.terms.notices))
        }
    }

    /// Every verb of the terms is generated and comes about: one that is added and not generated fails here.
    @Test func everyVerbOfTheTermsComesAbout() throws {
        let verbs = Set(Terms.Change.verbs.map(\.name))
        #expect(Set(TermsWalk.ofParties + TermsWalk.ofNeutral) == verbs)
        var done: Set<String> = []
        for seed in UInt64(1)...12 {
            var (world, walk) = try Self.world(Secrets(seed: seed), neutral: true, walk: TermsWalk(seed: seed))
            done.formUnion(walk.done)
            // All answer: an offer that both take in secret, and a closing whose numbers lie apart.
            try world.add(
                Offer.register, "side",
                ["title": "Side", "package": settlements(["issue": "term", "value": .integer(3)])],
                by: Talks.lead("north"))
            for party in Talks.secrets { try world.answer("side", .accept, by: party) }
            try world.add(
                HiddenNumber.register, "mine", for: .party("north"),
                ["closing": "gap", "bound": "atMost", "number": .integer(50)], by: Talks.lead("north"))
            done.formUnion(try world.mediate().compactMap(TermsWalk.name(of:)))
        }
        #expect(verbs.subtracting(done) == [])
    }

    @Test func noWordOfTheNeutralCarriesANumberOfASecret() throws {
        for seed in UInt64(1)...12 {
            var world = try Self.world(Secrets(seed: seed), neutral: true, walk: TermsWalk(seed: seed)).talks
            try world.mediate()
            for offer in world.view.terms.offers where offer.origin != nil {
                let allowed = Set(offer.package.map { world.view.terms.choice(of: $0) })
                    .union((world.view.terms.offers["deal"]?.package ?? []).map { world.view.terms.choice(of: $0) })
                let numbers = (offer.comment ?? "").split { !($0.isNumber || $0 == ".") }.map {
                    $0.hasSuffix(".") ? String($0.dropLast()) : String($0)
                }.filter { !$0.isEmpty }
                #expect(Set(numbers).isSubset(of: allowed))
                #expect(offer.comment?.contains("secret \(seed)") == false)
            }
        }
    }
}

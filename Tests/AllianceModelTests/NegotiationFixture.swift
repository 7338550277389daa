import Testing

@testable import AllianceModel

/// Two parties that want different things of three issues: a fee, who berths first, and a term.
extension Talks {
    static let secrets: [RecordID<Party>] = ["north", "harbour"]

    /// Northwind wants a low fee most, Harbour League its own order of berths; both care a little for the term.
    static func pair(neutral: Bool = true, others: [String] = []) throws -> Talks {
        var talks = try Talks()
        try talks.alliance.apply(
            .edit(Edit(Party.register, "rail", .set(["standing": "candidate"]))), by: .founder, at: Moment(day))
        try talks.add(
            Issue.register, "fee",
            ["title": "Fee", "kind": "integer", "minimum": .integer(50), "maximum": .integer(150), "unit": "EUR"])
        try talks.add(Issue.register, "berth", ["title": "First berth"])
        for option in ["own", "arrival", "lot"] {
            try talks.add(IssueOption.register, option, ["title": .text(option), "issue": "berth"])
        }
        try talks.add(
            Issue.register, "term",
            ["title": "Term", "kind": "continuous", "minimum": .integer(1), "maximum": .integer(10), "unit": "years"])
        try talks.prefer("north", fee: (60, [(50, 100), (150, 0)]), berth: (20, [0, 60, 100]), term: (20, 0, 100))
        try talks.prefer("harbour", fee: (20, [(50, 0), (150, 100)]), berth: (60, [100, 50, 0]), term: (20, 100, 20))
        try talks.hold("north", alternative: 40)
        try talks.hold("harbour", alternative: 45)
        if neutral { for party in secrets { try talks.allow(party, others) } }
        return talks
    }

    mutating func prefer(
        _ party: RecordID<Party>, fee: (Int64, [(Int64, Int64)]), berth: (Int64, [Int64]), term: (Int64, Int64, Int64)
    ) throws {
        func point(_ at: Int64, _ value: Int64) -> Value { .record(["at": .integer(at), "value": .integer(value)]) }
        try add(
            IssuePreference.register, "fee", for: .party(party),
            ["issue": "fee", "weight": .integer(fee.0), "points": .list(fee.1.map(point))])
        try add(
            IssuePreference.register, "berth", for: .party(party),
            [
                "issue": "berth", "weight": .integer(berth.0),
                "values": .list(
                    zip(["own", "arrival", "lot"], berth.1).map {
                        .record(["option": .text($0), "value": .integer($1)])
                    }),
            ])
        try add(
            IssuePreference.register, "term", for: .party(party),
            [
                "issue": "term", "weight": .integer(term.0),
                "points": .list([point(1, term.1), point(10, term.2)]),
            ])
    }

    mutating func hold(_ party: RecordID<Party>, alternative: Int64) throws {
        try add(
            Alternative.register, "alternative", for: .party(party),
            ["title": "Stay apart", "value": .integer(alternative)])
    }

    mutating func allow(_ party: RecordID<Party>, _ others: [String] = []) throws {
        try add(
            Disclosure.register, "disclosure", for: .party(party),
            ["neutralMayUse": "yes", "others": .list(others.map { .text($0) })])
    }

    mutating func ask(
        _ kind: NeutralRequest.Kind, on offer: RecordID<Offer>? = nil, by party: RecordID<Party> = "north"
    ) throws {
        var ask = Terms.Ask()
        ask.request = RecordID("ask-\(view.terms.requests.count + 1)")
        ask.kind = kind
        ask.offer = offer
        try apply(.ask(ask), by: Self.lead(party))
    }

    /// Lets the neutral do what it has to do, and says what that was.
    @discardableResult mutating func mediate() throws -> [Change] {
        let changes = alliance.neutralChanges(on: Self.day)
        for change in changes { try alliance.apply(change, by: .neutral, at: Moment(Self.day)) }
        return changes
    }

    mutating func answer(
        _ offer: RecordID<Offer>, _ answer: Offer.Answer, by party: RecordID<Party>,
        wanted: [RecordID<AllianceModel.Issue>] = []
    ) throws {
        var details = Terms.AnswerOffer()
        details.offer = offer
        details.answer = answer
        details.secretOf = party
        details.wanted = wanted
        try apply(.answer(details), by: Self.lead(party))
    }

    var offers: [Registered<Offer>] { Array(view.terms.offers) }

    func value(_ package: [Settlement], to party: RecordID<Party>) throws -> DecimalNumber {
        try #require(alliance.view(for: .party(party)).value(of: package)).low
    }
}

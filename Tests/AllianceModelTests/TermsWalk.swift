import SeededRandom

@testable import AllianceModel

/// What two parties do with the terms at random, with every verb that a party has; the same in every world of a seed but for secrets.
struct TermsWalk {
    static let ofParties = [
        "answer", "ask", "keepVersion", "amend", "reopen", "holdReview", "reject", "approve", "initial", "sign",
        "ratify",
        "bringIntoForce", "empower", "revoke",
    ]
    static let ofNeutral = ["conclude", "propose", "tell", "endClosing"]

    /// What Harbour League answers in secret.
    var wanted = Offer.Answer.reject
    /// What was done, and what was refused with which words.
    private(set) var log: [String] = []
    private(set) var done: Set<String> = []
    private var generator: SplitMix64
    private var count = 0

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    static func name(of change: Change) -> String? {
        guard case .terms(let change) = change else { return nil }
        return Terms.Change.verbs.first { $0.write(change) != nil }?.name
    }

    /// A way by which each verb comes about, then forty steps at random, also such as are refused.
    mutating func go(_ talks: inout Talks) throws {
        try talks.add(
            TermReview.register, "yearly",
            ["title": "Yearly", "kind": "review", "instrument": "pact", "everyMonths": .integer(12)])
        let way: [(String, RecordID<Party>)] = [
            ("empower", "north"), ("empower", "harbour"), ("keepVersion", "north"), ("approve", "harbour"),
            ("reject", "harbour"), ("initial", "north"), ("sign", "north"), ("sign", "harbour"), ("ratify", "north"),
            ("answer", "harbour"), ("bringIntoForce", "north"), ("holdReview", "harbour"), ("amend", "north"),
            ("reopen", "harbour"), ("ask", "harbour"),
        ]
        for (verb, party) in way { step(verb, by: party, on: "pact", &talks) }
        for _ in 0..<40 {
            let texts = ["pact"] + talks.view.terms.instruments.map(\.id).filter { $0 != "pact" }
            let verb = (Self.ofParties + Self.ofNeutral).randomElement(using: &generator) ?? "ask"
            let party: RecordID<Party> = Bool.random(using: &generator) ? "north" : "harbour"
            step(verb, by: party, on: texts.randomElement(using: &generator) ?? "pact", &talks)
        }
        step("revoke", by: "north", on: "pact", &talks)
    }

    private mutating func step(
        _ verb: String, by party: RecordID<Party>, on text: RecordID<Instrument>, _ talks: inout Talks
    ) {
        count += 1
        let change = change(verb, by: party, on: text, talks)
        do {
            try talks.apply(change, by: Talks.lead(party), days: count)
            done.insert(verb)
            // What a party is told of its own secret answer, it alone is told.
            log.append("\(count) \(verb) by \(party) on \(text)")
        } catch {
            log.append("\(count) \(verb) by \(party) on \(text): \(error)")
        }
    }

    private mutating func change(
        _ verb: String, by party: RecordID<Party>, on text: RecordID<Instrument>, _ talks: Talks
    ) -> Terms.Change {
        switch verb {
        case "answer":
            var details = Terms.AnswerOffer()
            // Northwind never accepts, so that no agreement comes of a secret.
            (details.offer, details.secretOf) = ("deal", party)
            details.answer = party == "north" ? .reject : wanted
            return .answer(details)
        case "ask":
            var details = Terms.Ask()
            details.request = RecordID("walk-\(count)")
            details.kind = [.singleText, .agreementZone, .trade].randomElement(using: &generator) ?? .agreementZone
            if details.kind == .trade { details.offer = "deal" }
            return .ask(details)
        case "keepVersion":
            var details = Terms.KeepVersion()
            (details.version, details.instrument) = (RecordID("kept-\(count)"), text)
            return .keepVersion(details)
        case "amend":
            var details = Terms.Amend()
            (details.amendment, details.instrument) = (RecordID("amendment-\(count)"), text)
            (details.clauses, details.reviews) = (["fees"], Bool.random(using: &generator) ? ["traffic"] : [])
            return .amend(details)
        case "reopen":
            var details = Terms.Reopen()
            (details.review, details.reason) = ("traffic", "Fewer ships")
            return .reopen(details)
        case "holdReview":
            var details = Terms.HoldReview()
            (details.review, details.outcome) = ("yearly", "It stays.")
            return .holdReview(details)
        case "reject":
            var details = Terms.Reject()
            (details.instrument, details.reason) = (text, "Not yet")
            return .reject(details)
        case "approve":
            var details = Terms.Approve()
            details.instrument = text
            return .approve(details)
        case "initial": return .initial(talks.sign(text))
        case "sign": return .sign(talks.sign(text))
        case "ratify": return .ratify(talks.sign(text))
        case "bringIntoForce":
            var details = Terms.BringIntoForce()
            details.instrument = text
            return .bringIntoForce(details)
        case "empower":
            var details = Terms.Empower()
            details.mandate = RecordID("m-\(party)-\(count)")
            details.person = RecordID("lead-\(party)")
            return .empower(details)
        case "revoke":
            var details = Terms.Revoke()
            let own = talks.view.terms.mandates.filter { $0.party == party }.map(\.id)
            details.mandate = own.randomElement(using: &generator) ?? "none"
            return .revoke(details)
        case "conclude":
            var details = Terms.Conclude()
            details.offer = "deal"
            return .conclude(details)
        case "propose":
            var details = Terms.Propose()
            (details.offer, details.title) = (RecordID("walk-offer-\(count)"), "Mine")
            return .propose(details)
        case "tell":
            var details = Terms.Tell()
            details.notice = RecordID("walk-notice-\(count)")
            return .tell(details)
        default:
            var details = Terms.EndClosing()
            details.closing = "gap"
            return .endClosing(details)
        }
    }
}

import Bargaining

/// The neutral: what it does with secrets that parties allowed it to use.
///
/// It reads the whole alliance and answers with changes for everyone, so that all parties see the same, know whose secrets were used
/// (`used`), and can replay what was made of them. It never says why it has nothing to propose. Deterministic: the same
/// alliance gives the same changes.
struct Neutral {
    let alliance: Alliance
    let day: Day

    /// The steps after which a search for a fair package ends with the best one so far: beyond them more parties and issues meet
    /// than people settle in one package.
    ///
    /// A step looks at each choice once for each party, so that larger problems get fewer: the answer comes within about two
    /// seconds, and the same alliance gets the same answer on every machine.
    static func searchLimit(parties: Int, choices: Int) -> Int {
        min(200_000, max(5_000, 150_000_000 / max(parties * choices, 1)))
    }

    /// The next thing to do; nil where everything is done.
    var next: Terms.Change? {
        conclusion ?? closing ?? improvedText ?? answer ?? disclosure
    }

    var terms: Terms { alliance.terms }

    /// An offer that all have accepted, some in secret.
    private var conclusion: Terms.Change? {
        terms.offers.first { alliance.isAcceptedByAll($0.id) }.map { offer in
            var details = Terms.Conclude()
            details.offer = offer.id
            return .conclude(details)
        }
    }

    /// What the oldest open request is answered with.
    private var answer: Terms.Change? {
        guard let request = terms.requests.first(where: { $0.answeredOn == nil }) else { return nil }
        let change: Terms.Change? =
            switch request.kind {
            case .firstPackage: fairPackage(.firstPackage, request)
            case .singleText: fairPackage(.singleText, request)
            case .improvement: improvement(request)
            case .trade: trade(request)
            case .agreementZone: agreementZone(request)
            case .efficientPackages: efficientPackages(request)
            }
        return change ?? nothing(on: request.offer, request.id)
    }

    /// That there is nothing to propose: the same words whatever the reason.
    func nothing(on offer: RecordID<Offer>?, _ request: RecordID<NeutralRequest>?) -> Terms.Change {
        var details = Terms.Tell()
        details.notice = free("notice", in: terms.notices)
        details.offer = offer
        details.request = request
        return .tell(details)
    }

    /// An id that nothing shared has yet, so that it tells nothing of private records.
    func free<R>(_ stem: String, in register: Register<R>) -> RecordID<R> {
        var number = register.count { $0.audience == .everyone } + 1
        while register[RecordID("\(stem)-\(number)")] != nil { number += 1 }
        return RecordID("\(stem)-\(number)")
    }

    func disclosure(of party: RecordID<Party>) -> Disclosure? { terms.disclosure.of(party).first?.record }

    /// The problem of the parties, where every one of them lets the neutral use what it wants; nil otherwise.
    func problem(among parties: [RecordID<Party>]) -> NegotiatedProblem? {
        guard parties.allSatisfy({ disclosure(of: $0)?.neutralMayUse == true }) else { return nil }
        return try? alliance.negotiatedProblem(among: parties)
    }

    /// Analyses a problem above given floors.
    func analysis(_ problem: NegotiatedProblem, floors: [Fraction?]? = nil) -> Analysis? {
        var raised = problem.problem
        if let floors {
            for (index, floor) in floors.enumerated() {
                guard let floor else { continue }
                raised.parties[index].reservation = raised.parties[index].reservation.map { max($0, floor) } ?? floor
            }
        }
        var options = AnalysisOptions()
        options.countsZone = false
        let limit = Self.searchLimit(
            parties: raised.parties.count, choices: raised.issues.reduce(0) { $0 + ($1.optionCount ?? 1) })
        return try? PreparedProblem(raised).analyse(options, control: Control { $0.steps > limit })
    }

    func title(_ origin: Offer.Origin) -> String {
        let number = terms.offers.count { $0.origin == origin } + 1
        return switch origin {
        case .firstPackage: "Neutral's first package\(number > 1 ? " (\(number))" : "")"
        case .improvement: "Neutral's improvement \(number)"
        case .trade: "Neutral's trade \(number)"
        case .singleText: "Single text, draft \(number)"
        case .closing: "Middle of hidden numbers\(number > 1 ? " (\(number))" : "")"
        }
    }

    func proposal(
        _ origin: Offer.Origin, _ package: [Settlement], among parties: [RecordID<Party>], comment: String
    ) -> Terms.Propose {
        var details = Terms.Propose()
        details.offer = free("neutral", in: terms.offers)
        details.title = title(origin)
        details.origin = origin
        details.package = package
        details.to = parties == alliance.charter.members.map(\.id) ? [] : parties
        details.comment = comment
        details.used = parties
        return details
    }
}

extension Alliance {
    /// What the neutral does now, in order: to be made by ``Author/neutral`` and shown to all. Empty where it has nothing to do, which
    /// costs next to nothing to find out.
    ///
    /// Whoever holds the whole alliance calls it after every change.
    public func neutralChanges(on day: Day) -> [Change] {
        var alliance = self
        var changes: [Change] = []
        while changes.count < 64, let next = Neutral(alliance: alliance, day: day).next {
            let change = Change.terms(next)
            guard (try? alliance.apply(change, by: .neutral, at: Moment(day))) != nil else { return changes }
            changes.append(change)
        }
        return changes
    }
}

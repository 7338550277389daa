import Bargaining

extension Neutral {
    /// A package that is fair to all: the greatest product of gains over the alternatives (Nash 1950).
    func fairPackage(_ origin: Offer.Origin, _ request: Registered<NeutralRequest>) -> Terms.Change? {
        let parties = alliance.charter.members.map(\.id)
        guard let problem = problem(among: parties), let nash = analysis(problem)?.solutions?.nash else { return nil }
        var details = proposal(
            origin, problem.settlements(of: nash.package), among: parties,
            comment: origin == .singleText
                ? "Would this text do for you? Answer in secret, and say which issues should become better."
                : "Would this do to begin with? It shares what can be gained over having no agreement.")
        details.request = request.id
        if origin == .singleText {
            details.answersTo = Array(terms.offers).last { $0.origin == .singleText && $0.isOpen }?.id
        }
        return .propose(details)
    }

    /// A package at which nobody is worse off than at an offer and somebody is better off; the most even one first.
    func improvement(_ request: Registered<NeutralRequest>) -> Terms.Change? {
        guard let offer = terms.offers[request.offer] else { return nil }
        let parties = alliance.parties(concernedBy: offer.record)
        guard let problem = problem(among: parties), let now = problem.utilities(of: offer.package, in: terms) else {
            return nil
        }
        guard let solutions = analysis(problem, floors: now)?.solutions else { return nil }
        let known = Set(terms.offers.map { Set($0.package) })
        for point in [solutions.egalitarian, solutions.nash, solutions.kalaiSmorodinsky, solutions.utilitarian] {
            guard let point else { continue }
            let package = problem.settlements(of: point.package)
            guard let then = problem.utilities(of: package, in: terms), !known.contains(Set(package)) else { continue }
            guard zip(then, now).allSatisfy({ !($0 < $1) }), zip(then, now).contains(where: { $1 < $0 }) else {
                continue
            }
            var details = proposal(
                .improvement, package, among: parties,
                comment:
                    "Would you take this in place of “\(offer.title)”? By what was told to the neutral nobody loses by it. \(changes(from: offer.package, to: package)) If it is worse for you, something is missing from your preferences."
            )
            details.answersTo = offer.id
            details.request = request.id
            return .propose(details)
        }
        return nil
    }

    /// A trade on two issues of an offer from which all gain. On an issue with any number it looks at the ends, at the numbers where
    /// somebody's value bends, and at even steps between; the values there are exact.
    func trade(_ request: Registered<NeutralRequest>) -> Terms.Change? {
        guard let offer = terms.offers[request.offer] else { return nil }
        let parties = alliance.parties(concernedBy: offer.record)
        guard let whole = problem(among: parties), whole.package(of: offer.package, in: terms) != nil else {
            return nil
        }
        let settled = terms.byIssue(offer.package)
        var choices: [Int: [Settlement]] = [:]
        for (index, issue) in whole.issues.enumerated() where issue.kind == .continuous {
            guard let now = settled[issue.id] else { return nil }
            choices[index] = [now] + whole.numbers(of: index).filter { $0 != now }
        }
        let problem = whole.limited(to: choices)
        guard let start = problem.package(of: offer.package, in: terms) else { return nil }
        let known = Set(terms.offers.map { Set($0.package) })
        for suggestion in problem.problem.logrolling(from: start) {
            let package = problem.settlements(of: suggestion.package)
            if known.contains(Set(package)) { continue }
            var details = proposal(
                .trade, package, among: parties,
                comment:
                    "Would you trade? \(changes(from: offer.package, to: package)) Each of you gives on what matters less to you and gets on what matters more."
            )
            details.answersTo = offer.id
            details.request = request.id
            return .propose(details)
        }
        return nil
    }

    /// What differs between two packages, in words, in the order of the issues.
    func changes(from old: [Settlement], to new: [Settlement]) -> String {
        let before = terms.byIssue(old)
        let changes = new.compactMap { settlement -> String? in
            guard let issue = terms.issue(of: settlement), before[issue] != settlement else { return nil }
            let was = before[issue].map { terms.sentence(for: $0) } ?? "open"
            return "\(was) → \(terms.choice(of: settlement))"
        }
        return changes.isEmpty ? "" : "It changes " + changes.joined(separator: "; ") + "."
    }

    /// Whether any package is better for all than having no agreement, where all let it be said.
    func agreementZone(_ request: Registered<NeutralRequest>) -> Terms.Change? {
        let parties = alliance.charter.members.map(\.id)
        guard parties.allSatisfy({ disclosure(of: $0)?.others.contains(.agreementZone) == true }),
            let problem = problem(among: parties), let exists = analysis(problem)?.agreementZone.exists
        else { return nil }
        var details = Terms.Tell()
        details.notice = free("notice", in: terms.notices)
        details.kind = .agreementZone
        details.exists = exists
        details.request = request.id
        details.used = parties
        return .tell(details)
    }

    /// At most twelve packages that cannot be bettered for all, in an order that says nothing: spread over the efficient set where it
    /// is known exactly, else the fair packages that are proven to belong to it.
    func efficientPackages(_ request: Registered<NeutralRequest>) -> Terms.Change? {
        let parties = alliance.charter.members.map(\.id)
        guard parties.allSatisfy({ disclosure(of: $0)?.others.contains(.efficientPackages) == true }),
            let problem = problem(among: parties), let analysis = analysis(problem)
        else { return nil }
        let packages = efficient(analysis, problem)
        guard !packages.isEmpty else { return nil }
        var details = Terms.Tell()
        details.notice = free("notice", in: terms.notices)
        details.kind = .efficientPackages
        details.packages = packages.map { package in
            var shown = ShownPackage()
            shown.package = package
            return shown
        }.sorted { terms.words(for: $0.package) < terms.words(for: $1.package) }
        details.request = request.id
        details.used = parties
        return .tell(details)
    }

    private func efficient(_ analysis: Analysis, _ problem: NegotiatedProblem) -> [[Settlement]] {
        if let frontier = analysis.frontier, frontier.isExact {
            let rational = frontier.rationalIndices
            let count = min(12, rational.count)
            return (0..<count).map { place in
                let index = rational[count == 1 ? 0 : place * (rational.count - 1) / (count - 1)]
                return problem.settlements(of: frontier.package(at: index))
            }
        }
        guard let solutions = analysis.solutions else { return [] }
        // The greatest least gain, or ratio, of numbers may leave somebody else something to gain; the greatest product and sum
        // never do.
        let isExact = solutions.nash?.exactUtilities != nil
        let fair =
            [solutions.nash, solutions.utilitarian]
            + (isExact ? [solutions.egalitarian, solutions.kalaiSmorodinsky] : [])
        let proven = fair.compactMap(\.self).filter(\.proven).map { problem.settlements(of: $0.package) }
        // Nor does the greatest sum with any weights above zero: of all alike, of one party more, or by what each gains where it is fair.
        let parties = problem.problem.parties.indices
        let alike = parties.map { _ in 1.0 }
        let gains = solutions.nash.map { zip($0.utilities, analysis.disagreement).map { $0 - $1 } } ?? alike
        var weights: [[Double]] = [alike, gains.map { 1 / max($0, 0.01) }]
        for one in parties {
            for more in [2.0, 4.0] { weights.append(parties.map { $0 == one ? more : 1 }) }
        }
        let supported = weights.map { problem.settlements(of: problem.supported(by: $0)) }.filter { package in
            guard let utilities = problem.utilities(of: package, in: terms) else { return false }
            return parties.allSatisfy { party in
                problem.problem.parties[party].reservation.map { !(utilities[party] < $0) } ?? true
            }
        }
        let all = (proven + supported).reduce(into: [[Settlement]]()) { packages, package in
            if !packages.contains(package) { packages.append(package) }
        }
        return Array(all.prefix(12))
    }

    /// What a party allows others to be shown of it and has not been shown, or not as it stands now.
    var disclosure: Terms.Change? {
        for party in alliance.charter.members.map(\.id) {
            guard let disclosure = disclosure(of: party), disclosure.neutralMayUse else { continue }
            let preferences = alliance.view(for: .party(party)).ownPreferences.map(\.record)
            guard !preferences.isEmpty else { continue }
            var details = Terms.Tell()
            details.notice = free("notice", in: terms.notices)
            details.about = party
            details.used = [party]
            if disclosure.others.contains(.issueOrder) {
                let order = preferences.enumerated().sorted {
                    ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
                }.map(\.element.issue)
                if terms.latestNotice(.issueOrder, about: party)?.order != order {
                    details.kind = .issueOrder
                    details.order = order
                    return .tell(details)
                }
            }
            if disclosure.others.contains(.preferences) {
                let shown = preferences.map { ShownPreference($0) }
                if terms.latestNotice(.preferences, about: party)?.preferences != shown {
                    details.kind = .preferences
                    details.preferences = shown
                    return .tell(details)
                }
            }
        }
        return nil
    }
}

extension Terms {
    /// The last notice of a kind about a party.
    public func latestNotice(_ kind: Notice.Kind, about party: RecordID<Party>? = nil) -> Registered<Notice>? {
        Array(notices).last { $0.kind == kind && $0.about == party }
    }

    /// How a settlement settles its issue, without the name of the issue: "12 EUR".
    public func choice(of settlement: Settlement) -> String {
        if let option = settlement.option { return options[option]?.title ?? option.text }
        let unit = settlement.issue.flatMap { issues[$0]?.unit }
        return settlement.value.map { quantity($0.description, unit) } ?? ""
    }

    /// A package in words, issue by issue.
    public func words(for package: [Settlement]) -> String {
        package.map { sentence(for: $0) }.joined(separator: "; ")
    }
}

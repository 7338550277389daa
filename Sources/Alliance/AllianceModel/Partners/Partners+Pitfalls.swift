extension Pitfall {
    static let partners: [Pitfall] = selection + dependence

    private static let selection: [Pitfall] = [
        Pitfall(
            "P09", .partners, .high, "Partner chosen without a comparison",
            condition:
                "A candidate was chosen without another that it was compared with, or no criterion has a weight.",
            reason:
                "A choice without alternatives and weights cannot be repeated or defended; auditors meet it more than "
                + "any other fault.",
            source: "ISO 44001 internal audit practice: certbie.com, collaborative business relationships",
            remedy: "Score at least one other candidate by the same weighted criteria, and name it in the decision."
        ) { view, _ in
            let chosen = view.partners.decisions.filter { $0.outcome == .chosen }
            let hasWeights = view.partners.criteria.contains { $0.weight != nil }
            return chosen.compactMap { decision in
                let name =
                    view.partners.candidates.find(decision.candidate, for: view.viewer.audience)?.title
                    ?? decision.candidate.text
                if decision.alternatives.isEmpty {
                    return Case(
                        "\(name) was chosen, and no other candidate is named that it was compared with.", decision)
                }
                return hasWeights ? nil : Case("\(name) was chosen, but no criterion has a weight.", decision)
            }
        },
        Pitfall(
            "P10", .partners, .medium, "Too few raters, or culture left out",
            condition:
                "Fewer than two of a party's people score a candidate, or none of the criteria by which it scores is "
                + "cultural.",
            reason: "One rater's view cannot be told from a fact, and partners who fit on paper fail over culture.",
            source: "ASAP, alliance life cycle: strategic, operational and cultural fit",
            remedy: "Have a second person score on their own, and add a criterion of cultural fit.", reads: .ownParty
        ) { view, _ in
            let scores = Array(view.partners.scores)
            if scores.isEmpty { return [] }
            var raters: [RecordID<Candidate>: Set<RecordID<Person>>] = [:]
            for score in scores { raters[score.candidate, default: []].insert(score.rater) }
            var cases = view.partners.candidates.filter { raters[$0.id]?.count == 1 }.map {
                Case("Only one of you has scored \($0.title).", $0)
            }
            if !view.partners.criteria.contains(where: { $0.category == .cultural }) {
                cases.append(Case("You score candidates, but no criterion is about culture."))
            }
            return cases
        },
        Pitfall(
            "P11", .partners, .medium, "Score without evidence, or outdated check",
            condition: "A score names nothing that it rests on, or a due-diligence item has expired.",
            reason: "What nobody can look up is an impression, and a check of last year says little about today.",
            source: "ISO 44001 internal audit practice: certbie.com, collaborative business relationships",
            remedy: "Say what the score rests on, or link it; check again what has expired.", reads: .ownParty
        ) { view, day in
            let bare = view.partners.scores.filter { $0.evidence.isEmpty && $0.basis == nil }
            let counts = bare.reduce(into: [RecordID<Candidate>: Int]()) { $0[$1.candidate, default: 0] += 1 }
            let ofScores = view.partners.candidates.compactMap { candidate in
                counts[candidate.id].map {
                    Case(
                        "\(counted($0, "score")) of \(candidate.title) \($0 == 1 ? "rests" : "rest") on nothing that is named.",
                        candidate)
                }
            }
            return ofScores
                + view.partners.dueDiligence.filter { $0.party == view.viewer.party && $0.expiresOn ?? day < day }.map {
                    Case("“\($0.title)” was to be checked again by \($0.expiresOn?.words ?? "").", $0)
                }
        },
        Pitfall(
            "P12", .partners, .medium, "First place hangs on one weight",
            condition: "The first two of the ranking change places when the weight of one criterion moves by 20 %.",
            reason: "Weights are rough. A first place that turns with one of them is not yet a decision.",
            source: "Own rule, after the usual practice of sensitivity analysis",
            remedy: "Look closer at these two by the criteria named, or agree on the weight before you decide.",
            reads: .ownParty
        ) { view, _ in
            if view.partners.scores.isEmpty { return [] }
            let ranking = view.ranking
            let decisive = ranking.decisiveCriteria(movedBy: 0.2)
            guard !decisive.isEmpty, ranking.rows.count > 1 else { return [] }
            let names = decisive.map { "“\($0.title)”" }.enumerated(with: "or")
            return [
                Case(
                    "\(ranking.rows[0].candidate.title) leads \(ranking.rows[1].candidate.title) only until the weight of "
                        + "\(names) moves by 20 %.",
                    decisive.map(RecordReference.init))
            ]
        },
    ]

    private static let dependence: [Pitfall] = [
        Pitfall(
            "P13", .partners, .high, "Party rests on one person",
            condition: "A member has one named person only, or its one lead has no permanent post and no deputy.",
            reason: "When that person leaves, the party is out: a site with one employee ended when he went.",
            source: "OpenDreamKit: reports of partner terminations, 2017–18",
            remedy: "Name a second person, and a deputy for whoever leads."
        ) { view, _ in
            let people = Dictionary(grouping: view.charter.people, by: \.party)
            return view.charter.members.compactMap { party in
                let own = people[party.id] ?? []
                let passing = [Person.Post.fixedTerm, .volunteer]
                if own.count == 1, let only = own.first {
                    let post = passing.contains(only.post) ? ", who has no permanent post" : ""
                    return Case("\(party.title) rests on \(only.title) alone\(post).", party)
                }
                let leads = own.filter { $0.role == .lead }
                guard leads.count == 1, let lead = leads.first, passing.contains(lead.post),
                    !view.charter.hasDeputy(lead)
                else { return nil }
                return Case(
                    "\(party.title) is led by \(lead.title) alone, who has no permanent post and no deputy.", lead)
            }
        },
        Pitfall(
            "P14", .partners, .high, "Rivals without a rule on who sees what",
            condition: "Two parties that compete are in the alliance, and no rule says what each does not get to see.",
            reason: "Rivals in one programme hold back, or leak; partners asked for visibility control first of all.",
            source: "WorkSpan, product notes on visibility between competing partners",
            remedy: "Agree what each keeps from the other, who makes sure of it, and write it into the rivalry."
        ) { view, _ in
            view.partners.rivalries.compactMap { rivalry in
                guard rivalry.visibilityRule == nil else { return nil }
                let candidates = rivalry.candidates.compactMap { view.partners.candidates[$0]?.party }
                var seen: Set<RecordID<Party>> = []
                let members = (rivalry.parties + candidates).filter {
                    view.charter.parties[$0]?.standing == .member && seen.insert($0).inserted
                }
                guard members.count > 1 else { return nil }
                let names = members.map { view.charter.name(of: $0) }.enumerated(with: "and")
                return Case(
                    "\(names) compete over \(rivalry.over), and no rule says what they keep from each other.", rivalry)
            }
        },
        Pitfall(
            "P15", .partners, .high, "Critical capability hangs on one party",
            condition:
                "One party brings more than half of a critical capability, and nobody else offers the level needed.",
            reason:
                "If it leaves, stalls or asks for more, the alliance stops: one source of income ended a coalition.",
            source: "Water Street Partners, why alliances underperform; PAPI coalition, EVE Online 2020–21",
            remedy: "Keep a second source alive, or lay down how the alliance goes on without this one."
        ) { view, _ in
            let critical = view.partners.capabilities.filter(\.isCritical)
            if critical.isEmpty { return [] }
            let coverage = view.capabilityCoverage
            return critical.compactMap { capability in
                let offers = coverage.offers[capability.id] ?? []
                let members = offers.filter(\.provider.isMember)
                let isCounted = members.allSatisfy { $0.amount != nil }
                let shares = members.map { isCounted ? $0.amount?.approximate ?? 0 : Double($0.level) }
                guard let most = shares.max(), most * 2 > shares.reduce(0, +), let top = shares.firstIndex(of: most)
                else { return nil }
                let provider = members[top].provider
                let needed = capability.level ?? 1
                if offers.contains(where: { $0.provider != provider && $0.level >= needed }) { return nil }
                let how =
                    members.count == 1
                    ? "only \(provider.title) brings it" : "\(provider.title) brings more than half of it"
                return Case(
                    "“\(capability.title)” is critical, \(how), and nobody else offers the level needed.", capability)
            }
        },
    ]
}

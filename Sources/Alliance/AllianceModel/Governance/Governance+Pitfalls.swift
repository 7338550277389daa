extension Pitfall {
    static let governance: [Pitfall] = [
        Pitfall(
            "P29", .governance, .high, "Deadlock without a way out",
            condition:
                "There is no deadlock ladder and no clause on deadlock, the ladder never comes to a result, or it ends in termination.",
            reason: "Where nothing breaks a deadlock, the alliance ends by it, though nobody wanted that.",
            source:
                "Water Street Partners, dispute resolution in joint ventures: in 60 % of them a deadlock leads to the end",
            remedy:
                "Write a ladder with time limits whose last step gives a result: an expert, an arbitrator, a casting vote."
        ) { view, _ in
            guard !view.charter.members.isEmpty else { return [] }
            let steps = Array(view.governance.deadlockSteps)
            guard let last = steps.last else {
                let isWritten = view.terms.clauses.contains {
                    $0.topic == .deadlock && ($0.state == .full || $0.state == .notRelevant)
                }
                return isWritten ? [] : [Case("Nothing says what happens when the parties cannot decide.")]
            }
            if last.mechanism == .termination {
                return [Case("The deadlock ladder ends in termination: “\(last.title)”.", last)]
            }
            return steps.contains(where: \.mechanism.isFinal)
                ? [] : [Case("The deadlock ladder ends with “\(last.title)”, which gives no result by itself.", last)]
        },
        Pitfall(
            "P35", .governance, .medium, "Long bond with a short way out, or a burden on one side",
            condition:
                "A term of five years or more can be left by one party alone at a notice shorter than a tenth of it, or an indemnity binds some parties only.",
            reason: "Others invest for the whole term, while what protects them can be gone within a fraction of it.",
            source:
                "AUKUS naval propulsion agreement 2024: Joint Standing Committee on Treaties, Parliament of Australia",
            remedy:
                "Lengthen the notice, tie leaving to a trigger, or say who pays for what was invested; balance the indemnity."
        ) { view, _ in
            let terms = view.terms.instruments.compactMap { instrument -> (Registered<Instrument>, Int)? in
                guard let startsOn = instrument.startsOn, let endsOn = instrument.endsOn else { return nil }
                return endsOn - startsOn >= 5 * 365 ? (instrument, endsOn - startsOn) : nil
            }
            let short = view.governance.membershipRules.filter { $0.event == .withdrawal && $0.isUnilateral }.flatMap {
                rule in
                terms.compactMap { instrument, days -> Case? in
                    guard rule.instrument == nil || rule.instrument == instrument.id, let notice = rule.noticeDays,
                        notice * 10 < days
                    else { return nil }
                    return Case(
                        "“\(instrument.title)” holds for \(counted(days / 365, "year")), and a party can leave within \(counted(notice, "day")).",
                        [RecordReference(instrument), RecordReference(rule)])
                }
            }
            let members = Set(view.charter.members.map(\.id))
            return short
                + view.terms.clauses.compactMap { clause in
                    guard clause.topic == .indemnity, clause.isWritten, !clause.obliged.isEmpty,
                        !members.isSubset(of: clause.obliged)
                    else { return nil }
                    let names = clause.obliged.map { view.charter.name(of: $0) }.enumerated(with: "and")
                    return Case("The indemnity in “\(clause.title)” binds \(names) only.", clause)
                }
        },
        Pitfall(
            "P38", .governance, .high, "Quorum that one absence breaks",
            condition:
                "A quorum needs every member of a body of more than three, or nothing says how a decision comes about without quorum.",
            reason: "One empty chair then stops every decision.",
            source:
                "DESCA model consortium agreement (quorum of two thirds, and a way on); OpenDreamKit proposal, 2015",
            remedy: "Ask for two thirds, and let the next meeting decide with those who come."
        ) { view, _ in
            var told: Set<RecordID<DecisionRule>> = []
            return view.ruleUses.compactMap { use in
                guard let rule = view.governance.rules[use.rule], let quorum = rule.quorum else { return nil }
                let count = view.electorate(rule: use.rule, body: use.body).voters.count
                if count > 3, quorum.least(of: count) >= count {
                    let body = view.governance.bodies[use.body].map { "of “\($0.title)”" } ?? "of the alliance"
                    return Case("“\(rule.title)” needs all \(count) members \(body) to take part.", rule)
                }
                guard rule.whenQuorumFails == nil, told.insert(rule.id).inserted else { return nil }
                return Case("“\(rule.title)” does not say what happens when the quorum is missed.", rule)
            }
        },
        Pitfall(
            "P39", .governance, .high, "Unanimity on many matters",
            condition: "More than five matters are decided by a rule under which every party must agree.",
            reason: "Each such matter is a veto for everybody, and a lever in every quarrel.",
            source:
                "Water Street Partners, dispute resolution in joint ventures: a typical contract lists 14 such matters",
            remedy: "Keep unanimity for what touches a party's existence, and decide the rest by majority."
        ) { view, _ in
            var known: [RuleUse: Bool] = [:]
            let unanimous = view.governance.matters.filter { matter in
                let body = matter.bodies.first
                guard let rule = matter.rule ?? view.governance.bodies[body]?.rule else { return false }
                let use = RuleUse(rule: rule, body: body)
                if let answer = known[use] { return answer }
                let electorate = view.electorate(rule: rule, body: body)
                let answer = electorate.voters.count > 1 && electorate.alone().block.count == electorate.voters.count
                known[use] = answer
                return answer
            }
            guard unanimous.count > 5 else { return [] }
            return [
                Case(
                    "\(unanimous.count) matters need the consent of every party: "
                        + "\(unanimous.map { "“\($0.title)”" }.enumerated(with: "and")).",
                    unanimous.map { RecordReference($0) })
            ]
        },
        Pitfall(
            "P40", .governance, .high, "One party decides, or one party blocks everything",
            condition:
                "Under a rule one party can pass a decision alone, or a party can block alone under every rule there is.",
            reason: "Control by one party, or a standstill by any, is how alliances of unequal partners break.",
            source: "Renault-Nissan alliance 1999–2023; Water Street Partners on joint ventures",
            remedy: "Change weights or majority, so that every decision needs two parties and none can stop them all."
        ) { view, _ in
            let uses = view.ruleUses.map { ($0, view.electorate(rule: $0.rule, body: $0.body)) }
                .filter { $0.1.voters.count > 1 }
            guard !uses.isEmpty else { return [] }
            var cases: [Case] = []
            var blockers: Set<RecordID<Party>>?
            for (use, electorate) in uses {
                let alone = electorate.alone()
                blockers = blockers?.intersection(alone.block) ?? Set(alone.block)
                guard let party = alone.pass.first, let rule = view.governance.rules[use.rule] else { continue }
                cases.append(
                    Case("\(view.charter.name(of: party)) alone can pass decisions under “\(rule.title)”.", rule))
            }
            guard let blockers, !blockers.isEmpty else { return cases }
            let voters = Set(uses.flatMap { $0.1.voters.map(\.party) })
            let rules = Set(uses.map(\.0.rule)).compactMap { view.governance.rules[$0] }.sorted { $0.id < $1.id }
            let names = blockers.sorted().map { view.charter.name(of: $0) }.enumerated(with: "and")
            cases.append(
                Case(
                    blockers == voters
                        ? "Every party alone can block every decision."
                        : "\(names) \(blockers.count == 1 ? "" : "each ")alone can block every decision.",
                    rules.map { RecordReference($0) }))
            return cases
        },
        Pitfall(
            "P43", .governance, .high, "Matter with no body, or two",
            condition:
                "A matter is decided by no body or by several, or the same matter stands twice with different bodies.",
            reason: "What nobody is to decide stays open, and what two may decide is decided twice.",
            source: "DESCA model consortium agreement, section 6.3.1.2: a list of decisions for each body",
            remedy: "Name exactly one body for it; let the other be consulted."
        ) { view, _ in
            let cases = view.governance.matters.compactMap { matter -> Case? in
                switch Set(matter.bodies).count {
                case 0: Case("No body decides “\(matter.title)”.", matter)
                case 1: nil
                default:
                    Case(
                        "“\(matter.title)” is decided by "
                            + "\(matter.bodies.compactMap { view.governance.bodies[$0]?.title }.enumerated(with: "and")).",
                        matter)
                }
            }
            let same = Dictionary(grouping: view.governance.matters) { $0.title.lowercased() }
            let twice = view.governance.matters.compactMap { matter -> Case? in
                guard let all = same[matter.title.lowercased()], all.count > 1, all.first?.id == matter.id,
                    Set(all.map(\.bodies)).count > 1
                else { return nil }
                return Case(
                    "“\(matter.title)” stands \(all.count) times, with different bodies.",
                    all.map { RecordReference($0) })
            }
            return cases + twice
        },
        Pitfall(
            "P44", .governance, .high, "Party without an executive sponsor",
            condition: "Nobody answers for the alliance at the top of a member.",
            reason:
                "Without a sponsor, resources go elsewhere at the first shortage; weak sponsorship recurs in every list of causes of failure.",
            source: "P. Simoons, the 80 percent rule; Collab to Grow, why strategic alliances fail",
            remedy: "Ask the party to name somebody who decides about its people and money."
        ) { view, _ in
            let sponsored = Set(view.charter.people.filter(\.isExecutiveSponsor).map(\.party))
            return view.charter.members.filter { !sponsored.contains($0.id) }.map {
                Case("\($0.title) has no executive sponsor.", $0)
            }
        },
    ]
}

extension Pitfall {
    static let vision: [Pitfall] = [
        Pitfall(
            "P01", .vision, .high, "Objective without a complete measure",
            condition: "An objective has no measure, or the measure lacks its unit, target or date.",
            reason:
                "Without a measure nobody can tell whether it was reached, and parties will disagree when it matters.",
            source: "Evaluators of Horizon Europe proposals: criteri.ai; Atlantis Innovation, 2024",
            remedy: "Say what is counted, in which unit, the number to reach and by when."
        ) { view, _ in
            view.vision.objectives.compactMap { objective in
                if objective.measure == nil { return Case("“\(objective.title)” has no measure.", objective) }
                let missing = [
                    objective.unit == nil ? "unit" : nil, objective.target == nil ? "target" : nil,
                    objective.due == nil ? "date" : nil,
                ].compactMap { $0 }
                return missing.isEmpty
                    ? nil
                    : Case(
                        "The measure of “\(objective.title)” has no \(missing.enumerated(with: "and no")).", objective)
            }
        },
        Pitfall(
            "P02", .vision, .medium, "Target without a baseline",
            condition: "A measure has a target but no baseline.",
            reason: "Progress cannot be seen without knowing where one began.",
            source: "Evaluators of Horizon Europe proposals: Atlantis Innovation, 2024",
            remedy: "Measure today's value and enter it as the baseline."
        ) { view, _ in
            view.vision.objectives.filter { $0.target != nil && $0.baseline == nil }.map {
                Case("“\($0.title)” has a target but no baseline.", $0)
            }
        },
        Pitfall(
            "P03", .vision, .high, "Opposed targets on the same measure",
            condition: "Parties' own objectives would move the same measure in opposite directions.",
            reason: "Disagreement on central objectives is among the first reasons why partnerships fail.",
            source: "McKinsey, Improving the management of complex business partnerships (survey of 2015)",
            remedy: "Speak about it now: trade it against something else, or take it out of the scope."
        ) { view, _ in
            let moving = view.vision.partyObjectives.filter { $0.direction == .increase || $0.direction == .decrease }
            let byMeasure = Dictionary(grouping: moving) { $0.measure?.lowercased() }
            return moving.compactMap { first in
                guard let measure = first.measure, let all = byMeasure[measure.lowercased()],
                    all.first?.id == first.id, all.first?.audience == first.audience
                else { return nil }
                let same = all.filter { $0.direction == first.direction }
                let opposed = all.filter { $0.direction != first.direction }
                guard !opposed.isEmpty, Set(all.map(\.party)).count > 1 else { return nil }
                let sides = [same, opposed].map { side in
                    var seen: Set<RecordID<Party>> = []
                    let names = side.map(\.party).filter { seen.insert($0).inserted }.map { view.charter.name(of: $0) }
                    let verb = names.count == 1 ? "wants" : "want"
                    return "\(names.enumerated(with: "and")) \(verb) to \(side[0].direction?.label ?? "") it"
                }
                return Case(
                    "On “\(measure)”: \(sides.enumerated(with: "but")).", (same + opposed).map { RecordReference($0) })
            }
        },
        Pitfall(
            "P04", .vision, .high, "Party without an objective of its own",
            condition: "A member has recorded neither an objective of its own nor an expected benefit.",
            reason: "A party that cannot say why it is here leaves when something better comes along.",
            source: "TPI and ZBiDF, partnering agreement scorecard",
            remedy: "Each party notes what it wants and gains; it may keep that to itself.",
            reads: .ownParty
        ) { view, _ in
            guard let party = view.viewer.party, let record = view.charter.parties[party], record.standing == .member,
                !view.vision.partyObjectives.contains(where: { $0.party == party }),
                !view.vision.benefits.contains(where: { $0.party == party })
            else { return [] }
            return [
                Case("\(record.title) has recorded neither an objective of its own nor an expected benefit.", record)
            ]
        },
        Pitfall(
            "P05", .vision, .high, "Objective not accepted by every party",
            condition: "A member has not accepted a shared objective.",
            reason: "What only some have agreed to is not shared; joint agreement is what mature alliances have.",
            source: "Alliance Best Practice, success factors Co1 and S30; McKinsey 2015",
            remedy: "Ask the parties named to accept it, or change it until they can."
        ) { view, _ in
            view.vision.objectives.compactMap { objective in
                let known = objective.acceptances.parties.union(objective.acceptances.lapsedParties)
                let missing = view.charter.members.filter { !known.contains($0.id) }
                guard !missing.isEmpty else { return nil }
                return Case(
                    "“\(objective.title)” is not accepted by \(missing.map(\.title).enumerated(with: "and")).",
                    objective)
            }
        },
        Pitfall(
            "P07", .vision, .medium, "Scope without a border",
            condition:
                "Nothing is named as out of scope, or scope was added after the vision was endorsed without a reason.",
            reason: "Scope grows silently where nobody has said what does not belong.",
            source: "L. Nirell, partnering pitfalls to avoid, 2016",
            remedy: "Name what does not belong, and give the reason for what came later."
        ) { view, _ in
            if view.vision.objectives.isEmpty { return [] }
            var cases: [Case] = []
            if !view.vision.scope.contains(where: { $0.belongs == .outOfScope }) {
                cases.append(Case("Nothing is named as out of scope."))
            }
            if let endorsed = view.vision.statement?.endorsements.compactMap(\.on).max() {
                let later = view.vision.scope.filter {
                    $0.belongs == .inScope && ($0.agreedOn ?? endorsed) > endorsed && $0.reason == nil
                }
                cases += later.map {
                    Case("“\($0.title)” came into the scope after the vision was endorsed, without a reason.", $0)
                }
            }
            return cases
        },
        Pitfall(
            "P08", .vision, .high, "Objective changed without new consent",
            condition:
                "An objective was changed after parties accepted it, and not all of them have accepted it again.",
            reason: "Goals drift: people go on for what they agreed to, while the aim has moved.",
            source: "PAPI coalition, EVE Online 2020–21: imperium.news, Glory, gold and goalposts",
            remedy: "Ask the parties named to accept the objective as it now stands."
        ) { view, _ in
            view.vision.objectives.compactMap { objective in
                // A party that has left accepts nothing any more.
                let lapsed = objective.acceptances.lapsedParties.filter {
                    view.charter.parties[$0]?.standing != .left
                }
                guard !lapsed.isEmpty else { return nil }
                let names = lapsed.map { view.charter.name(of: $0) }.enumerated(with: "and")
                return Case("“\(objective.title)” was changed after \(names) had accepted it.", objective)
            }
        },
    ]
}

extension Pitfall {
    static let culture: [Pitfall] = surveys + relationship

    /// The distance of means, on the scale from 1 to 5, from which two parties live in different alliances.
    private static let widestHealthGap = 1.0
    /// The distance on a dimension from 1 to 5 from which ways of working rub.
    private static let widestCultureGap = 3
    /// The share of promises to keep, and the number from which a share says something.
    private static let promisesToKeep = 0.8
    private static let fewestPromises = 3

    private static let surveys: [Pitfall] = [
        Pitfall(
            "P52", .culture, .high, "Two parties live in different alliances",
            condition:
                "In the last round of a survey the means of two parties differ by 1 or more, on a scale from 1 to 5.",
            reason: "It is a known way to fail that one party finds all excellent while the other pays to leave.",
            source: "P. Simoons, the benefit of a health check",
            remedy: "Speak about the statements that differ most, and agree on one thing to change."
        ) { view, _ in
            view.lastSurveySummaries.compactMap { summary in
                let means = summary.means.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
                guard let low = means.first, let high = means.last, high.value - low.value >= widestHealthGap - 1e-9
                else { return nil }
                return Case(
                    "\(view.charter.name(of: high.key)) rates the relationship \(oneDecimal(high.value)), "
                        + "\(view.charter.name(of: low.key)) \(oneDecimal(low.value)) (\(summary.round.title)).",
                    summary.round)
            }
        },
        Pitfall(
            "P53", .culture, .medium, "No health check, or a one-sided one",
            condition:
                "No pulse survey with questions and a rhythm is planned, or a member gave no answer in the last round.",
            reason: "Only both sides together show how it goes; each needs to be asked.",
            source: "allianceboard, on McKinsey's alliance health check",
            remedy: "Plan a short survey of a few statements that everybody answers, and ask those who did not."
        ) { view, _ in
            if view.charter.members.count < 2 { return [] }
            let asked = Set(view.culture.questions.map(\.survey))
            let planned = view.culture.surveys.filter {
                asked.contains($0.id) && ($0.cadence != nil || $0.startsOn != nil)
            }
            if planned.isEmpty { return [Case("No health check of the relationship is planned.")] }
            return view.lastSurveySummaries.compactMap { summary in
                // Where only sums of all parties together are known, nobody can say who was silent.
                if summary.answers.isEmpty { return nil }
                let silent = view.charter.members.filter { summary.answers[$0.id] ?? 0 == 0 }
                guard !silent.isEmpty else { return nil }
                let names =
                    silent.count < view.charter.members.count
                    ? " of \(silent.map(\.title).enumerated(with: "or"))" : ""
                return Case("Nobody\(names) answered (\(summary.round.title)).", summary.round)
            }
        },
    ]

    private static let relationship: [Pitfall] = [
        Pitfall(
            "P54", .culture, .medium, "Ways of working far apart, nothing agreed",
            condition:
                "Two parties differ by 3 or more on a culture dimension, and no norm that both agreed to bridges it.",
            reason: "Culture is among the first reasons why alliances fail, and it shows too late by itself.",
            source: "ASAP, alliance life cycle; P. Simoons, the 80 percent rule",
            remedy: "Agree on a working norm for this dimension, in a sentence that people can follow."
        ) { view, _ in
            let norms = view.culture.norms.map { (dimensions: $0.dimensions, parties: $0.agreements.parties) }
            return view.cultureGaps { dimension, one, other in
                norms.contains { $0.dimensions.contains(dimension) && $0.parties.isSuperset(of: [one, other]) }
            }.filter { $0.distance >= widestCultureGap }.map { gap in
                Case(
                    "On “\(gap.dimension.title)”, \(view.charter.name(of: gap.low.party)) stands at \(gap.low.position) and "
                        + "\(view.charter.name(of: gap.high.party)) at \(gap.high.position), and no norm that both agreed "
                        + "to bridges it.", gap.dimension)
            }
        },
        Pitfall(
            "P55", .culture, .high, "Promises are not kept",
            condition:
                "Of at least three promises of a party that fell due in the last year, fewer than 80 % were kept in time.",
            reason: "Trust is made of kept promises; broken ones tell early where it is going.",
            source: "Own rule",
            remedy: "Ask what stands in the way, and promise less, or later."
        ) { view, day in
            view.promiseRecords(on: day).compactMap { record in
                guard record.due >= fewestPromises, let rate = record.rate, rate < promisesToKeep else { return nil }
                let parts = [
                    record.late.isEmpty ? nil : "\(record.late.count) late",
                    record.overdue.isEmpty ? nil : "\(record.overdue.count) not yet",
                ].compactMap { $0 }
                return Case(
                    "\(view.charter.name(of: record.party)) kept \(record.kept.count) of \(record.due) promises in time "
                        + "(\(parts.enumerated(with: "and"))).",
                    (record.overdue + record.late).map(RecordReference.init))
            }
        },
        Pitfall(
            "P56", .culture, .medium, "Isolated in the contact network",
            condition:
                "Some members speak with each other and one has no contact link, or somebody has none and sits in no "
                + "meeting.",
            reason: "Who hears things last, or through one other, loses trust first.",
            source: "Own rule",
            remedy: "Link the party or the people named to those they work with."
        ) { view, _ in
            let map = view.contactMap
            if map.links.isEmpty { return [] }
            let meeting = Set(view.communication.meetings.flatMap { $0.participants + ($0.chair.map { [$0] } ?? []) })
            let people = Dictionary(
                grouping: view.charter.people.filter {
                    $0.role != .observer && !map.linkedPeople.contains($0.id) && !meeting.contains($0.id)
                }, by: \.party)
            return zip(map.parties, map.linkCounts).compactMap { party, count in
                if count == 0 { return Case("\(party.title) has no contact link to any other member.", party) }
                return people[party.id].map { people in
                    let names = people.map(\.title).enumerated(with: "and")
                    return Case(
                        "\(names) of \(party.title) \(people.count == 1 ? "has" : "have") no contact in other parties and "
                            + "\(people.count == 1 ? "sits" : "sit") in no meeting.", people.map(RecordReference.init))
                }
            }
        },
        Pitfall(
            "P57", .culture, .high, "One person heads several parties",
            condition: "The same person holds the top position in more than one party.",
            reason:
                "It hides conflicts of interest, and when that person goes the parties stand there without each other: "
                + "Renault and Nissan in 2018.",
            source: "TellerReport, Renault and Nissan confirm the overhaul of their alliance, 30 January 2023",
            remedy: "Split the positions, or lay down who decides for each party where their interests differ."
        ) { view, _ in
            Dictionary(grouping: view.charter.people.filter { !$0.heads.isEmpty }) { $0.name.lowercased() }.values
                .compactMap {
                    people -> Case? in
                    let headed = Set(people.flatMap(\.heads)).sorted()
                    guard headed.count > 1, let person = people.first else { return nil }
                    let names = headed.map { view.charter.name(of: $0) }.enumerated(with: "and")
                    return Case("\(person.title) heads \(names).", people.map(RecordReference.init))
                }.sorted { $0.sentence < $1.sentence }
        },
    ]

    /// A mean to one decimal: 4.25 is "4.3".
    private static func oneDecimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension View {
    /// The last round of each survey whose results are known.
    fileprivate var lastSurveySummaries: [SurveySummary] {
        var last: [RecordID<PulseSurvey>: SurveySummary] = [:]
        for summary in surveySummaries { last[summary.round.survey] = summary }
        return self.culture.surveys.compactMap { last[$0.id] }
    }
}

extension Pitfall {
    static let plan: [Pitfall] =
        [
            Pitfall(
                "P06", .vision, .medium, "Objective that little work serves",
                condition: "An objective is served by no work package, or by one only while there are several.",
                reason:
                    "What no work serves is not reached, and what hangs on one part of the work goes when that part is cut.",
                source:
                    "Evaluation form of Horizon Europe, excellence criteria; OpenDreamKit (Horizon 2020, 676541), "
                    + "whose objective with a single work package was cancelled with it after 18 months",
                remedy: "Name the objective in the work packages that serve it, or take it out."
            ) { view, _ in
                if view.plan.workPackages.isEmpty { return [] }
                var serving: [RecordID<Objective>: [Registered<WorkPackage>]] = [:]
                for package in view.plan.workPackages {
                    for objective in Set(package.objectives) { serving[objective, default: []].append(package) }
                }
                return view.vision.objectives.compactMap { objective in
                    let packages = serving[objective.id] ?? []
                    switch packages.count {
                    case 0: return Case("No work package serves “\(objective.title)”.", objective)
                    case 1 where view.plan.workPackages.count > 1:
                        return Case(
                            "“\(objective.title)” is served by one work package only: “\(packages[0].title)”.",
                            [RecordReference(objective), RecordReference(packages[0])])
                    default: return nil
                    }
                }
            },
            Pitfall(
                "P16", .partners, .high, "Commitment and benefit far apart",
                condition:
                    "A member's share of what is put in and its share of the benefits differ by more than a factor of two.",
                reason:
                    "Who gives much and gains little loses interest; who gains without giving loses the others' trust.",
                source: "L. Nirell, partnering pitfalls to avoid, 2016",
                remedy: "Adjust the shares, or write down why the difference is fair."
            ) { view, _ in
                view.partyShares.compactMap { share in
                    guard let commitment = share.commitment, let benefit = share.benefit,
                        max(commitment, benefit) >= 0.02, max(commitment, benefit) > 2 * min(commitment, benefit),
                        let party = view.charter.parties[share.party]
                    else { return nil }
                    return Case(
                        "\(party.title) puts in \(percent(commitment)) of all and gains \(percent(benefit)).", party)
                }
            },
            Pitfall(
                "P36", .plan, .high, "Nobody, or more than one, accountable",
                condition:
                    "A task has no accountable person, owner or party, or more than one person is accountable for a task or "
                    + "deliverable.",
                reason: "What nobody answers for is not done, and where two answer each waits for the other.",
                source:
                    "Alliance Best Practice, benchmark of alliance success factors; PMI, responsibility assignment matrix",
                remedy: "Name exactly one who is accountable; the others are responsible, consulted or informed."
            ) { view, _ in
                let accountable = view.plan.accountable
                let tasks = view.plan.tasks.compactMap { task -> Case? in
                    let people = (accountable.ofTask[task.id] ?? []).union([task.owner].compactMap { $0 })
                    if people.isEmpty, task.party == nil { return Case("Nobody answers for “\(task.title)”.", task) }
                    return several(people, task, view)
                }
                let deliverables = view.plan.deliverables.compactMap { deliverable in
                    let people = accountable.ofDeliverable[deliverable.id] ?? []
                    return several(people.union([deliverable.owner].compactMap { $0 }), deliverable, view)
                }
                return tasks + deliverables
            },
            Pitfall(
                "P37", .plan, .medium, "Lead with little part in the work",
                condition: "The party that leads a work package holds less than 10 % of its effort.",
                reason: "Who leads without doing hears of trouble late and cannot make up for it.",
                source: "OpenDreamKit (Horizon 2020, 676541): proposal of January 2015 and its later changes of leads",
                remedy: "Let a party lead that does more of the work, or give the lead more effort."
            ) { view, _ in
                let matrix = view.effortMatrix
                let columnOf = Dictionary(uniqueKeysWithValues: matrix.parties.enumerated().map { ($1, $0) })
                return zip(view.plan.workPackages, zip(matrix.cells, matrix.rowSums)).compactMap { package, row in
                    let (cells, sum) = row
                    guard let lead = package.lead, sum != .zero else { return nil }
                    let own = columnOf[lead].map { cells[$0] } ?? .zero
                    guard own.share(of: sum) < 0.1 else { return nil }
                    return Case(
                        "\(view.charter.name(of: lead)) leads “\(package.title)” with \(own) of its \(sum) person-months.",
                        package)
                }
            },
        ] + verification + figures

    private static func several<R>(
        _ people: Set<RecordID<Person>>, _ record: Registered<R>, _ view: View
    ) -> Case? {
        guard people.count > 1 else { return nil }
        let names = people.sorted().map { view.charter.people[$0]?.title ?? $0.text }
        return Case("\(names.enumerated(with: "and")) are each accountable for “\(record.title)”.", record)
    }
}

extension Plan {
    /// Who is marked as accountable for each task and deliverable.
    var accountable:
        (
            ofTask: [RecordID<PlannedTask>: Set<RecordID<Person>>],
            ofDeliverable: [RecordID<Deliverable>: Set<RecordID<Person>>]
        )
    {
        var ofTask: [RecordID<PlannedTask>: Set<RecordID<Person>>] = [:]
        var ofDeliverable: [RecordID<Deliverable>: Set<RecordID<Person>>] = [:]
        for responsibility in responsibilities where responsibility.role == .accountable {
            guard let person = responsibility.person else { continue }
            if let task = responsibility.task { ofTask[task, default: []].insert(person) }
            if let deliverable = responsibility.deliverable { ofDeliverable[deliverable, default: []].insert(person) }
        }
        return (ofTask, ofDeliverable)
    }
}

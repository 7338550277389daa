extension GateCriterion {
    static let charter: [GateCriterion] = [
        GateCriterion(.charter, "profile", "Name, purpose and start are known") { view, _ in
            guard let profile = view.charter.profile.first(where: { _ in true }) else {
                return Gap("The alliance has no name and purpose yet.", .register(Profile.register))
            }
            let open = [
                profile.purpose.isEmpty ? "what the alliance is for" : nil,
                profile.startsOn == nil ? "when the alliance starts" : nil,
            ].compactMap { $0 }
            guard !open.isEmpty else { return nil }
            return Gap(
                "Nobody has said \(open.joined(separator: ", or ")).",
                .records(Profile.register, ids: [profile.id.text], fields: ["purpose", "startsOn"]))
        },
        GateCriterion(.charter, "members", "Two parties or more are members") { view, _ in
            let count = view.charter.members.count
            return count >= 2
                ? nil
                : Gap(
                    "Only \(counted(count, "party is a member", "parties are members")) so far.",
                    .register(Party.register))
        },
        GateCriterion(.charter, "leads", "Each member has a lead who acts for it") { view, _ in
            let led = Set(view.charter.people.filter { $0.role == .lead && $0.leftOn == nil }.map(\.party))
            let missing = Gap(view.charter.members.filter { !led.contains($0.id) }, "has no lead", "have no lead")
            return missing.map { Gap($0.sentence, .register(Person.register)) }
        },
    ]

    static let vision: [GateCriterion] = [
        GateCriterion(.vision, "statement", "Every member has endorsed the vision") { view, _ in
            guard let statement = view.vision.statement else {
                return Gap("There is no vision statement yet.", .register(VisionStatement.register))
            }
            let endorsing = statement.endorsements.parties
            let missing = view.charter.members.filter { !endorsing.contains($0.id) }.map(\.title)
            return missing.isEmpty
                ? nil
                : Gap(
                    "The vision is not endorsed by \(missing.enumerated(with: "and")).",
                    .consent(.vision, verb: "endorse"))
        },
        GateCriterion(.vision, "measures", "Each objective has a complete measure") { view, _ in
            if view.vision.objectives.isEmpty { return noObjective }
            return Gap(
                view.vision.objectives.filter {
                    $0.measure == nil || $0.unit == nil || $0.target == nil || $0.due == nil
                }, "has no complete measure", "have no complete measure", in: "measure", "unit", "target", "due")
        },
        GateCriterion(.vision, "acceptance", "Every member has accepted every objective") { view, _ in
            let members = Set(view.charter.members.map(\.id))
            let open = Gap(
                view.vision.objectives.filter { !members.isSubset(of: $0.acceptances.parties) },
                "is not accepted by every member", "are not accepted by every member")
            return open?.mended(by: "accept", of: .vision)
        },
        GateCriterion(.vision, "owners", "Somebody answers for each objective") { view, _ in
            Gap(view.vision.objectives.filter { $0.owner == nil }, "has no owner", "have no owner", in: "owner")
        },
        GateCriterion(.vision, "border", "It is said what does not belong") { view, _ in
            view.vision.scope.contains { $0.belongs == .outOfScope }
                ? nil : Gap("Nothing is named as out of scope.", .register(ScopeItem.register))
        },
    ]

    static let partners: [GateCriterion] = [
        GateCriterion(.partners, "capabilities", "Each objective names the capabilities that it needs") { view, _ in
            if view.vision.objectives.isEmpty { return noObjective }
            return Gap(
                view.vision.objectives.filter(\.capabilities.isEmpty), "names no capability", "name no capability",
                in: "capabilities")
        }
    ]

    private static let noObjective = Gap("There is no objective yet.", .register(Objective.register))
}

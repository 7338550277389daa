extension GateCriterion {
    static let charter: [GateCriterion] = [
        GateCriterion(.charter, "profile", "Name, purpose and start are known") { view, _ in
            guard let profile = view.charter.profile.first(where: { _ in true }) else {
                return "The alliance has no name and purpose yet."
            }
            return profile.startsOn == nil ? "Nobody has said when the alliance starts." : nil
        },
        GateCriterion(.charter, "members", "Two parties or more are members") { view, _ in
            let count = view.charter.members.count
            return count >= 2 ? nil : "Only \(counted(count, "party is a member", "parties are members")) so far."
        },
        GateCriterion(.charter, "leads", "Each member has a lead who acts for it") { view, _ in
            let led = Set(view.charter.people.filter { $0.role == .lead }.map(\.party))
            return lacking(view.charter.members.filter { !led.contains($0.id) }, "has no lead", "have no lead")
        },
    ]

    static let vision: [GateCriterion] = [
        GateCriterion(.vision, "statement", "Every member has endorsed the vision") { view, _ in
            guard let statement = view.vision.statement else { return "There is no vision statement yet." }
            let endorsing = statement.endorsements.parties
            let missing = view.charter.members.filter { !endorsing.contains($0.id) }.map(\.title)
            return missing.isEmpty ? nil : "The vision is not endorsed by \(missing.enumerated(with: "and"))."
        },
        GateCriterion(.vision, "measures", "Each objective has a complete measure") { view, _ in
            if view.vision.objectives.isEmpty { return "There is no objective yet." }
            return lacking(
                view.vision.objectives.filter {
                    $0.measure == nil || $0.unit == nil || $0.target == nil || $0.due == nil
                }, "has no complete measure", "have no complete measure")
        },
        GateCriterion(.vision, "acceptance", "Every member has accepted every objective") { view, _ in
            let members = Set(view.charter.members.map(\.id))
            return lacking(
                view.vision.objectives.filter { !members.isSubset(of: $0.acceptances.parties) },
                "is not accepted by every member", "are not accepted by every member")
        },
        GateCriterion(.vision, "owners", "Somebody answers for each objective") { view, _ in
            lacking(view.vision.objectives.filter { $0.owner == nil }, "has no owner", "have no owner")
        },
        GateCriterion(.vision, "border", "It is said what does not belong") { view, _ in
            view.vision.scope.contains { $0.belongs == .outOfScope } ? nil : "Nothing is named as out of scope."
        },
    ]

    static let partners: [GateCriterion] = [
        GateCriterion(.partners, "capabilities", "Each objective names the capabilities that it needs") { view, _ in
            if view.vision.objectives.isEmpty { return "There is no objective yet." }
            return lacking(
                view.vision.objectives.filter(\.capabilities.isEmpty), "names no capability", "name no capability")
        }
    ]
}

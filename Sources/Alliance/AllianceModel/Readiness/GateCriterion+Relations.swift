// What the steps ask for that say how the parties speak, agree, decide and get on with each other.
extension GateCriterion {
    static let communication: [GateCriterion] = [
        GateCriterion(.communication, "contacts", "Each member has somebody who speaks with another member") {
            view, _ in
            let map = view.contactMap
            let lonely = Gap(
                zip(map.parties, map.linkCounts).filter { $0.1 == 0 }.map(\.0), "has no contact link to another member",
                "have no contact link to another member")
            return lonely.map { Gap($0.sentence, .register(ContactLink.register)) }
        },
        GateCriterion(.communication, "channels", "Each channel has somebody who looks after it") { view, _ in
            if view.communication.channels.isEmpty {
                return Gap("There is no channel yet.", .register(Channel.register))
            }
            return Gap(
                view.communication.channels.filter { $0.owner == nil }, "has no owner", "have no owner", in: "owner")
        },
        GateCriterion(.communication, "meetings", "People meet at a known rhythm") { view, _ in
            view.communication.meetings.contains { $0.cadence != nil }
                ? nil : Gap("No meeting has a rhythm yet.", .register(MeetingSeries.register))
        },
        GateCriterion(.communication, "escalation", "It is agreed who settles what people cannot settle themselves") {
            view, _ in
            view.communication.escalation.isEmpty
                ? Gap("There is no escalation ladder yet.", .register(EscalationStep.register)) : nil
        },
    ]

    static let terms: [GateCriterion] = [
        GateCriterion(.terms, "signed", "All who are to sign a text have, and ratified it where it needs that") {
            view, _ in
            if view.terms.instruments.isEmpty { return Gap("There is no text yet.", .register(Instrument.register)) }
            return Gap(
                view.terms.instruments.filter { text in
                    text.inForceOn == nil
                        && (text.signatories.isEmpty ? view.charter.members.map(\.id) : text.signatories)
                            .contains { !text.record.binds($0) }
                }, "is not signed by all", "are not signed by all")
        },
        GateCriterion(.terms, "obligations", "Each obligation names who owes it, and when it is due or upon what") {
            view, _ in
            Gap(
                view.terms.obligations.filter {
                    $0.obligor == nil || ($0.due == nil && $0.daysAfterEntry == nil && $0.event == nil)
                }, "does not say who owes it when", "do not say who owes them when", in: "obligor", "due",
                "daysAfterEntry", "event")
        },
    ]

    static let governance: [GateCriterion] = [
        GateCriterion(.governance, "bodies", "Each body has a chair and seats") { view, _ in
            if view.governance.bodies.isEmpty {
                return Gap("There is no body that decides yet.", .register(Body.register))
            }
            return Gap(
                view.governance.bodies.filter { $0.chair == nil || $0.seats.isEmpty }, "has no chair or no seats",
                "have no chair or no seats", in: "chair", "seats")
        },
        GateCriterion(.governance, "matters", "It is agreed which body decides what, and by which rule") { view, _ in
            if view.governance.matters.isEmpty {
                return Gap("Nobody has said which matters are decided, and by whom.", .register(Matter.register))
            }
            return Gap(
                view.governance.matters.filter { matter in
                    matter.bodies.isEmpty
                        || (matter.rule == nil && matter.bodies.contains { view.governance.bodies[$0]?.rule == nil })
                }, "has no body or no rule", "have no body or no rule", in: "bodies", "rule")
        },
        GateCriterion(.governance, "deadlock", "It is agreed what follows when no decision comes about") { view, _ in
            view.governance.deadlockSteps.isEmpty
                ? Gap("Nobody has said what follows when no decision comes about.", .register(DeadlockStep.register))
                : nil
        },
        GateCriterion(.governance, "leaving", "It is agreed how a member leaves") { view, _ in
            view.governance.membershipRules.contains { $0.event.isExit }
                ? nil : Gap("No rule says how a member leaves.", .register(MembershipRule.register))
        },
    ]

    static let culture: [GateCriterion] = [
        GateCriterion(.culture, "norms", "Every member has agreed to each working norm") { view, _ in
            if view.culture.norms.isEmpty {
                return Gap("There is no working norm yet.", .register(WorkingNorm.register))
            }
            let members = Set(view.charter.members.map(\.id))
            let open = Gap(
                view.culture.norms.filter { !members.isSubset(of: $0.agreements.parties) },
                "is not agreed by every member", "are not agreed by every member")
            return open?.mended(by: "agree", of: .culture)
        },
        GateCriterion(.culture, "listening", "It is agreed how people are asked how it goes") { view, _ in
            view.culture.surveys.isEmpty
                ? Gap("No survey of the relationship is planned.", .register(PulseSurvey.register)) : nil
        },
    ]
}

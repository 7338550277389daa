import AllianceModel

// With what people begin a step: the first record, and what to write down.
extension AllianceSite {
    /// What a step begins with, as long as nothing of it is there and the reader may add it.
    func firstRecord(of step: StepName) -> NextAction? {
        guard let beginning = beginning(of: step), let register = Alliance.register(beginning.register),
            view.count(of: register) == 0, reader.mayEdit(register, for: .everyone)
        else { return nil }
        let isAlone = view.charter.members.count < 2
        // Partners who have found each other may go on without those that they still lack.
        if beginning.register == Candidate.register, !isAlone { return nil }
        if step == .communication, isAlone {
            guard mayInvite else { return nil }
            return NextAction(
                sentence: "Contacts, channels and meetings join two organisations. Invite the other one by link.",
                button: "Invite somebody", link: .invite)
        }
        return NextAction(
            sentence: beginning.sentence, button: "Add \(register.noun.withArticle)", link: .add(register.name))
    }

    private func beginning(of step: StepName) -> (register: RegisterName, sentence: String)? {
        switch step {
        case .charter: nil
        case .vision: (Objective.register, "Write down one thing that you want to reach together.")
        case .partners: beginningOfPartners
        case .communication:
            (ContactLink.register, "Name two people, one of each organisation, who speak with each other.")
        case .terms: (Issue.register, "Name one issue: something on which you have to agree.")
        case .plan: (WorkPackage.register, "Name one piece of the work, and who leads it.")
        case .governance: (Body.register, "Name one body that decides, and who sits in it.")
        case .risk: (IdentifiedRisk.register, "Write down one thing that could go wrong.")
        case .culture: (WorkingNorm.register, "Write down one rule of how you want to work together.")
        case .readiness:
            (
                LaunchAction.register,
                "Write down one thing that must happen right after the start, and who sees to it."
            )
        }
    }

    /// First what is needed, then who brings it, then who else could.
    private var beginningOfPartners: (register: RegisterName, sentence: String)? {
        let coverage = view.capabilityCoverage
        guard !coverage.capabilities.isEmpty else {
            return (Capability.register, "Name one thing that somebody must be able to do or bring.")
        }
        if view.partners.offers.isEmpty {
            let count = coverage.capabilities.count
            let which =
                count == 1
                ? "whether \(ownName) brings the one capability"
                : "which of the \(count) capabilities \(ownName) brings"
            return (CapabilityOffer.register, "Say \(which), and how well.")
        }
        return coverage.gaps.first.map {
            (Candidate.register, "No member brings “\($0.capability.title)” as needed. Name somebody who could.")
        }
    }
}

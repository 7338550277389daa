import AllianceModel

/// With what people begin a step: the first record, and what to write down.
struct StepBeginning {
    let register: RegisterName
    let sentence: String

    init(_ register: RegisterName, _ sentence: String) {
        self.register = register
        self.sentence = sentence
    }
}

extension AllianceSite {
    /// With what people begin a step; nil where it has begun.
    func beginning(of step: StepName) -> StepBeginning? {
        switch step {
        case .charter: nil
        case .vision: StepBeginning(Objective.register, "Write down one thing that you want to reach together.")
        case .partners: beginningOfPartners
        case .communication:
            StepBeginning(ContactLink.register, "Name two people, one of each organisation, who speak with each other.")
        case .terms: StepBeginning(Issue.register, "Name one question on which you have to agree.")
        case .plan: StepBeginning(WorkPackage.register, "Name one piece of the work, and who leads it.")
        case .governance: StepBeginning(Body.register, "Name one body that decides, and who sits in it.")
        case .risk: StepBeginning(IdentifiedRisk.register, "Write down one thing that could go wrong.")
        case .culture: StepBeginning(WorkingNorm.register, "Write down one rule of how you want to work together.")
        case .readiness:
            StepBeginning(
                LaunchAction.register,
                "Write down one thing that must happen right after the start, and who sees to it.")
        }
    }

    /// First what is needed, then who brings it, then who else could.
    private var beginningOfPartners: StepBeginning? {
        let coverage = view.capabilityCoverage
        guard !coverage.capabilities.isEmpty else {
            return StepBeginning(Capability.register, "Name one thing that somebody must be able to do or bring.")
        }
        if view.partners.offers.isEmpty {
            return StepBeginning(
                CapabilityOffer.register,
                "Say which of the \(numbered(coverage.capabilities.count, "capability", "capabilities")) \(ownName) brings, and how well."
            )
        }
        return coverage.gaps.first.map {
            StepBeginning(
                Candidate.register, "No member brings “\($0.capability.title)” as needed. Name somebody who could.")
        }
    }
}

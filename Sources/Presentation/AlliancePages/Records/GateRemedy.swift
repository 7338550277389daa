import AllianceModel
import Markup

/// Where to mend what keeps a gate shut.
struct GateRemedy {
    let sentence: String
    let button: String
    let link: AllianceLink
}

extension AllianceSite {
    /// The first thing that a gate lacks and that the reader may mend; nil where others have to.
    func remedy(of gate: Gate) -> GateRemedy? {
        for check in gate.checks {
            guard case .missing(let lack) = check.outcome else { continue }
            if let remedy = remedy(of: check.key, lack) { return remedy }
        }
        return nil
    }

    /// The way to mend what a criterion lacks: the first record of its register, or what there is already.
    func remedy(of criterion: String, _ lack: String) -> GateRemedy? {
        // What keeps a party from being a member, or without a lead, is that nobody has come.
        if ["charter.members", "charter.leads"].contains(criterion) {
            guard reader.may(.edit(Edit(Person.register, "", .remove))) else { return nil }
            return GateRemedy(sentence: lack.asSentence, button: "Invite somebody", link: .invite)
        }
        guard let name = Self.registersOfCriteria[criterion], let register = Alliance.register(name),
            reader.mayEdit(register, for: .everyone)
        else { return nil }
        if register.isSingle, let record = view.records(of: register).first {
            return GateRemedy(
                sentence: lack.asSentence, button: "Complete the \(register.noun)", link: .edit(RecordAddress(record)))
        }
        let isEmpty = view.count(of: register) == 0
        if !isEmpty, Self.asksForWords.contains(criterion) { return nil }
        if isEmpty || Self.asksForOneMore.contains(criterion) {
            return GateRemedy(
                sentence: lack.asSentence, button: "Add \(register.noun.withArticle)", link: .add(name))
        }
        return GateRemedy(sentence: lack.asSentence, button: "Open “\(register.title)”", link: .register(name))
    }

    /// The register in which each standard criterion is met.
    private static let registersOfCriteria: [String: RegisterName] = [
        "charter.profile": Profile.register,
        "vision.statement": VisionStatement.register, "vision.measures": Objective.register,
        "vision.acceptance": Objective.register, "vision.owners": Objective.register,
        "vision.border": ScopeItem.register, "partners.capabilities": Objective.register,
        "communication.contacts": ContactLink.register, "communication.channels": Channel.register,
        "communication.meetings": MeetingSeries.register, "communication.escalation": EscalationStep.register,
        "terms.signed": Instrument.register, "terms.obligations": Obligation.register,
        "plan.coverage": WorkPackage.register, "plan.leads": WorkPackage.register, "plan.tasks": PlannedTask.register,
        "plan.dates": PlannedTask.register, "plan.milestones": Milestone.register,
        "plan.totals": DeclaredTotal.register,
        "governance.bodies": Body.register, "governance.matters": Matter.register,
        "governance.deadlock": DeadlockStep.register, "governance.leaving": MembershipRule.register,
        "risk.categories": IdentifiedRisk.register, "risk.prepared": IdentifiedRisk.register,
        "risk.appetite": RiskAppetite.register, "risk.exit": ExitPlan.register, "risk.assumptions": Assumption.register,
        "culture.norms": WorkingNorm.register, "culture.listening": PulseSurvey.register,
        "readiness.launch": LaunchAction.register,
    ]

    /// Criteria that ask for a record of a certain kind: those that are there do not help.
    private static let asksForOneMore: Set<String> = [
        "vision.border", "communication.contacts", "governance.leaving", "risk.categories",
    ]

    /// Criteria that ask for the word of each member: a party's own is asked for by name, and nobody gives that of another.
    private static let asksForWords: Set<String> = [
        "vision.statement", "vision.acceptance", "terms.signed", "culture.norms",
    ]
}

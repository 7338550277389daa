public import AllianceModel
public import Markup

/// The page of a step: the question its user has, the sentence and pictures that answer it, then everything that is recorded.
public struct StepPage: Sendable {
    /// The question of the step, as people ask it.
    public let question: String
    /// The sentence that says how things stand.
    public let claim: String
    public let pictures: [Figure]

    init(question: String, claim: String, pictures: [Figure?] = []) {
        self.question = question
        self.claim = claim
        self.pictures = pictures.compactMap { $0 }
    }

    /// The picture that says all that a register holds, better than its list does; nil for most registers.
    func picture(of register: RegisterName) -> Figure? {
        register == EffortAllocation.register ? pictures.first { $0.id == "effort" } : nil
    }
}

extension PageContext {
    /// The page of a step.
    public func page(of step: StepName) -> StepPage {
        switch step {
        case .charter: charterPage
        case .vision: visionPage
        case .partners: partnersPage
        case .communication: communicationPage
        case .terms: termsPage
        case .plan: planPage
        case .governance: governancePage
        case .risk: riskPage
        case .culture: culturePage
        case .readiness: readinessPage
        }
    }

    /// The content of a step as it stands in the report: how things stand, pictures, findings, registers and tips.
    public func content(of step: StepName) -> HTML {
        let page = page(of: step)
        // The report shows the sign-offs of all steps at its beginning.
        let pictures = step == .readiness ? [] : page.pictures
        let shown = Alliance.registers.filter { $0.name.step == step && page.picture(of: $0.name) == nil }
        let listings = shown.compactMap { register -> HTML? in
            let listing = listing(of: register)
            return listing.isEmpty ? nil : "<h3>\(register.title)</h3><p class=\"hint\">\(register.help)</p>\(listing)"
        }
        let groups = findingGroups(of: step)
        let count = groups.reduce(0) { $0 + $1.count }
        return """
            <p class="claim">\(page.claim)</p>\(gateLine(of: step))\
            \(when: !pictures.isEmpty, grid(pictures.map(figure)))\
            \(when: count > 0, "<h3>\(count == 1 ? "One thing is" : "\(count) things are") missing or wrong</h3>\(findingsListing(of: step))")\
            \(listings)\
            \(when: listings.isEmpty, "<p>Nothing is recorded here yet.</p>")\
            \(tips(of: step))
            """
    }

    /// How far the gate of a step is, in a line.
    private func gateLine(of step: StepName) -> HTML {
        guard let gate = gates.first(where: { $0.step == step }) else { return "" }
        return
            "<p class=\"gate\">\(statusTag(status(of: gate))) <span>Gate: \(gate.met) of \(counted(gate.of, "criterion", "criteria")) met</span></p>"
    }

    /// How far a step is, in the words of all pages.
    func status(of gate: Gate) -> Status {
        if gate.isPassed { return .done }
        if isEmpty(gate.step), gate.step != .readiness { return .notStarted }
        if gate.lacksOnlySignOffs {
            let members = view.charter.members.count
            let count = gate.awaited.count
            return .waiting(
                for: count == members
                    ? "all members" : count == 1 ? view.charter.name(of: gate.awaited[0]) : "\(count) members")
        }
        return .inProgress
    }

    /// Whether nothing is waited for but the word of members, about something that is there.
    func isSignOffDue(_ gate: Gate) -> Bool {
        gate.lacksOnlySignOffs && (gate.step == .readiness || !isEmpty(gate.step))
    }

    /// Whether nothing is recorded in a step.
    func isEmpty(_ step: StepName) -> Bool {
        Alliance.registers.allSatisfy { $0.name.step != step || view.count(of: $0) == 0 }
    }
}

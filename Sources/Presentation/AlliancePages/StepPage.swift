public import AllianceModel
public import Markup

/// The page of a step: the question its user has, the sentence and pictures that answer it, then everything that is recorded.
public struct StepPage: Sendable {
    /// The question of the step, as people ask it.
    public let question: String
    /// The sentence that says how things stand.
    public let claim: String
    public let pictures: [Figure]

    init(question: String, claim: String, pictures: [Figure] = []) {
        self.question = question
        self.claim = claim
        self.pictures = pictures
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

    /// The content of a step as it stands in the report: question, pictures, registers, findings and tips.
    public func content(of step: StepName) -> HTML {
        let page = page(of: step)
        let listings = Alliance.registers.filter { $0.name.step == step }.compactMap { register -> HTML? in
            let listing = listing(of: register)
            return listing.isEmpty ? nil : "<h3>\(register.title)</h3><p class=\"hint\">\(register.help)</p>\(listing)"
        }
        let findings = findingsListing(of: step)
        return """
            \(when: !page.claim.isEmpty, "<p class=\"lead\">\(page.claim)</p>")\
            \(when: !page.pictures.isEmpty, step == .readiness ? HTML() : grid(page.pictures.map(figure)))\
            \(listings)\
            \(when: listings.isEmpty, "<p>Nothing is recorded here yet.</p>")\
            \(when: !findings.isEmpty, "<h3>Missing or wrong</h3>\(findings)")\
            \(tips(of: step))
            """
    }
}

/// Step 2: which capabilities the alliance needs, who could bring them, and who should.
public struct Partners: Hashable, Sendable {
    public internal(set) var capabilities = Register<Capability>()
    public internal(set) var candidates = Register<Candidate>()
    public internal(set) var offers = Register<CapabilityOffer>()
    public internal(set) var rivalries = Register<Rivalry>()
    public internal(set) var criteria = Register<Criterion>()
    public internal(set) var scores = Register<Score>()
    public internal(set) var dueDiligence = Register<DueDiligenceItem>()
    public internal(set) var evaluations = Register<PartnerEvaluation>()
    public internal(set) var decisions = Register<SelectionDecision>()

    static let registers: [RegisterDescription] = [
        RegisterDescription(
            \.partners.capabilities, "Capabilities needed", help: "What somebody must be able to do or bring."),
        RegisterDescription(
            \.partners.candidates, "Candidates", help: "Who could join, and how far each has come.",
            privacy: .eitherWay),
        RegisterDescription(
            \.partners.offers, "Capabilities offered", help: "What each party or candidate can bring, and how well.",
            privacy: .eitherWay),
        RegisterDescription(
            \.partners.rivalries, "Rivalries", help: "Who competes with whom, and what they keep from each other.",
            privacy: .eitherWay),
        RegisterDescription(
            \.partners.criteria, "Criteria", help: "By what candidates are judged: must-haves and weights, as a tree.",
            privacy: .eitherWay),
        RegisterDescription(
            \.partners.scores, "Scores", help: "How each rater of a party judges a candidate by a criterion.",
            privacy: .ofParty),
        RegisterDescription(
            \.partners.dueDiligence, "Due diligence",
            help: "What was checked about a candidate or party, and until when it holds.",
            privacy: .eitherWay),
        RegisterDescription(
            \.partners.evaluations, "Mutual evaluation", help: "How parties judge each other as partners.",
            privacy: .eitherWay),
        RegisterDescription(
            \.partners.decisions, "Decisions on candidates", help: "Who was taken or turned down, and why.",
            privacy: .eitherWay),
    ]
}

/// A piece of advice that practitioners give, shown on the step where it helps.
public struct Tip: Sendable, Hashable {
    public let step: StepName
    public let text: String
    public let source: String

    public static let all: [Tip] = [
        Tip(
            step: .vision,
            text:
                "Begin with a joint success that is small and quick, and make the large commitments once it has worked.",
            source: "keypersonofinfluence.com, mistakes in partnerships"),
        Tip(
            step: .partners,
            text: "Keep at least one alternative alive while you talk to a candidate: with only one you cannot say no.",
            source: "L. Segil, golden rules of alliances"),
        Tip(
            step: .partners, text: "Ask the candidate's other partners how working with it is.",
            source: "L. Segil, golden rules of alliances"),
        Tip(
            step: .communication,
            text: "Name two contacts in each party, and a deputy for everybody whom others cannot do without.",
            source: "Infinite Innovation, alliance administration; smartermsp.com"),
        Tip(
            step: .terms, text: "Agree on how to part while you still like each other.",
            source: "Water Street Partners, exit terms in joint ventures"),
        Tip(
            step: .terms, text: "Have the people who will run the alliance at the table where it is negotiated.",
            source: "ASAP, alliance life cycle"),
        Tip(
            step: .terms,
            text: "Tell a neutral what you need and let it look for packages; tell the others only what you choose to.",
            source: "Smartsettle, frequently asked questions"),
        Tip(
            step: .terms,
            text: "A real deadline helps. Put every contested annex on the table well before it.",
            source: "Belfast talks, 6–10 April 1998: National Archives; Conciliation Resources"),
        Tip(
            step: .plan, text: "Change the scope on purpose and by agreement: ventures that adjust do better.",
            source: "D. Ernst and J. Bamford, Harvard Business Review, June 2005"),
        Tip(
            step: .culture, text: "Ask both sides how it goes, together and each in private: the gap is the finding.",
            source: "P. Simoons, the benefit of a health check"),
    ]

    public static func of(_ step: StepName) -> [Tip] { all.filter { $0.step == step } }
}

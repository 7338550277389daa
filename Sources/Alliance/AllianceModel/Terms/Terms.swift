/// Step 4: what the parties negotiate and agree on, from the issues and each party's private preferences to the text that
/// people with a mandate sign, and the obligations that follow from it.
public struct Terms: Hashable, Sendable {
    public internal(set) var issues = Register<Issue>()
    public internal(set) var options = Register<IssueOption>()
    public internal(set) var offers = Register<Offer>()
    public internal(set) var secretAnswers = Register<SecretAnswer>()
    public internal(set) var preferences = Register<IssuePreference>()
    public internal(set) var alternative = Register<Alternative>()
    public internal(set) var instruments = Register<Instrument>()
    public internal(set) var clauses = Register<Clause>()
    public internal(set) var obligations = Register<Obligation>()
    public internal(set) var mandates = Register<Mandate>()
    public internal(set) var reviews = Register<TermReview>()
    public internal(set) var packageAnswers = Register<PackageAnswer>()
    public internal(set) var disclosure = Register<Disclosure>()
    public internal(set) var requests = Register<NeutralRequest>()
    public internal(set) var notices = Register<Notice>()
    public internal(set) var closings = Register<Closing>()
    public internal(set) var hiddenNumbers = Register<HiddenNumber>()
    public internal(set) var definitions = Register<Definition>()
    public internal(set) var versions = Register<TextVersion>()

    /// The registers that only verbs write: what was asked, shown and kept is not edited afterwards.
    static let logs: Set<RegisterName> = [NeutralRequest.register, Notice.register, TextVersion.register]

    static let registers: [RegisterDescription] = [
        RegisterDescription(\.terms.issues, "Issues", help: "What is negotiated: each with its options or its range."),
        RegisterDescription(\.terms.options, "Options", help: "How an issue can be settled."),
        RegisterDescription(
            \.terms.offers, "Offers", help: "Packages that settle several issues at once, and the answers to them.",
            privacy: .eitherWay),
        RegisterDescription(
            \.terms.secretAnswers, "Secret answers",
            help: "Answers that others learn only when every party has accepted.", privacy: .ofParty),
        RegisterDescription(
            \.terms.preferences, "Preferences", help: "How much each issue and option is worth to a party.",
            privacy: .ofParty),
        RegisterDescription(
            \.terms.alternative, "Alternative", help: "What a party has if no agreement comes about.",
            privacy: .ofParty, isSingle: true),
        RegisterDescription(
            \.terms.instruments, "Texts",
            help: "What the parties agree on in writing, as a memorandum or a treaty."
        ),
        RegisterDescription(
            \.terms.clauses, "Clauses", help: "What the texts say, topic by topic, and what is missing."),
        RegisterDescription(
            \.terms.obligations, "Obligations", help: "Who must do what by when, and how everybody can tell."),
        RegisterDescription(
            \.terms.mandates, "Mandates", help: "Who may bind which party, by which act, until when."),
        RegisterDescription(
            \.terms.packageAnswers, "Package answers",
            help: "Which of two packages a party prefers, to check its weights.",
            privacy: .ofParty),
        RegisterDescription(
            \.terms.disclosure, "What the neutral may use and show",
            help: "Nothing, unless the party allows it.", privacy: .ofParty, isSingle: true),
        RegisterDescription(
            \.terms.requests, "Requests to the neutral", help: "What parties asked the neutral for, and when."),
        RegisterDescription(
            \.terms.notices, "Shown by the neutral",
            help: "What all parties were shown of somebody's secrets, as that party allowed, and when."),
        RegisterDescription(
            \.terms.closings, "Blind closings",
            help: "Small gaps that hidden numbers may close: met in the middle, or nobody learns anything."),
        RegisterDescription(
            \.terms.hiddenNumbers, "Hidden numbers", help: "The last number that a party would accept.",
            privacy: .ofParty),
        RegisterDescription(
            \.terms.definitions, "Definitions", help: "What words mean in the texts."),
        RegisterDescription(
            \.terms.versions, "Versions", help: "The texts as they stood when they were signed or kept."),
        RegisterDescription(
            \.terms.reviews, "Reviews", help: "When, or upon which event, the terms are looked at again."),
    ]
}

/// Step 7: how differently the parties work, what they agreed about it, and how the relationship goes.
public struct Culture: Hashable, Sendable {
    public internal(set) var dimensions = Register<CultureDimension>()
    public internal(set) var profiles = Register<CultureProfile>()
    public internal(set) var norms = Register<WorkingNorm>()
    public internal(set) var behaviours = Register<Behaviour>()
    public internal(set) var surveys = Register<PulseSurvey>()
    public internal(set) var questions = Register<SurveyQuestion>()
    public internal(set) var rounds = Register<SurveyRound>()
    public internal(set) var answers = Register<SurveyAnswer>()
    public internal(set) var results = Register<SurveyResult>()
    public internal(set) var promises = Register<Promise>()
    public internal(set) var actions = Register<RelationshipAction>()

    static let registers: [RegisterDescription] = [
        RegisterDescription(
            \.culture.dimensions, "Culture dimensions", help: "In what ways of working the parties can differ."),
        RegisterDescription(
            \.culture.profiles, "Culture profile", help: "Where each party stands on each dimension.",
            privacy: .eitherWay),
        RegisterDescription(
            \.culture.norms, "Working norms",
            help: "How we do things here, where the parties are used to different ways."),
        RegisterDescription(
            \.culture.behaviours, "Charter of behaviours", help: "How we treat each other; each party endorses it."),
        RegisterDescription(
            \.culture.surveys, "Pulse surveys", help: "Short anonymous surveys on how the relationship goes."),
        RegisterDescription(
            \.culture.questions, "Survey questions", help: "What a survey asks; agreement from 1 to 5."),
        RegisterDescription(\.culture.rounds, "Survey rounds", help: "When a survey is answered."),
        RegisterDescription(
            \.culture.answers, "Survey answers", help: "Anonymous; nobody sees a single one.", privacy: .sealed),
        RegisterDescription(
            \.culture.results, "Survey results", help: "Sums over enough answers, by question and party."),
        RegisterDescription(\.culture.promises, "Promises", help: "What a party said it would do, and whether it did."),
        RegisterDescription(
            \.culture.actions, "Onboarding and exchange", help: "What brings people of the parties together."),
    ]
}

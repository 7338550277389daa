/// One anonymous answer to a survey round. Its id is the one-time token that stands in place of an author.
public struct SurveyAnswer: Record {
    public static let register = RegisterName(.culture, "answers")
    public static let noun = "survey answer"

    public var round: RecordID<SurveyRound> = ""
    public var party: RecordID<Party> = ""
    public var ratings: [Rating] = []
    /// The smallest group that its author was told of: it is shown in no smaller one, whatever the survey says later.
    public var smallestGroup = 5

    public init() {}
    public var title: String { "Answer" }

    public static let fields: [Field<SurveyAnswer>] = [
        Field(\.round, "round", "Round", byVerb: true),
        Field(\.party, "party", "Party", byVerb: true),
        Field(\.ratings, "ratings", "Ratings", byVerb: true),
        Field(
            \.smallestGroup, "smallestGroup", "Smallest group", kind: .integer(3...50, unit: "answers"),
            required: false,
            byVerb: true),
    ]

    /// How much somebody agrees with a statement.
    public struct Rating: Part {
        public var question: RecordID<SurveyQuestion> = ""
        public var value = 3

        public init() {}

        public static let fields: [Field<Rating>] = [
            Field(\.question, "question", "Statement"),
            Field(\.value, "value", "Agreement", help: "1 not at all, 5 fully", kind: .integer(SurveyQuestion.scale)),
        ]
    }
}

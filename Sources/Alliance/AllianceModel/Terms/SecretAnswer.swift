/// A party's answer to an offer that the others learn only when every party has accepted. Its id is that of the offer.
public struct SecretAnswer: Record {
    public static let register = RegisterName(.terms, "secretAnswers")
    public static let noun = "secret answer"

    public var offer: RecordID<Offer> = ""
    public var answer = Offer.Answer.accept
    /// Which revision of the offer was answered: an answer to an earlier one counts no more.
    public var revision: Int?
    /// What should become better for the party: the neutral looks there first when it improves a text.
    public var wanted: [RecordID<Issue>] = []
    public var on: Day?

    public init() {}
    public var title: String { "\(answer.label) \(offer)" }

    public static let fields: [Field<SecretAnswer>] = [
        Field(\.offer, "offer", "Offer", byVerb: true),
        Field(\.answer, "answer", "Answer", byVerb: true),
        Field(\.revision, "revision", "Revision of the offer", byVerb: true),
        Field(\.wanted, "wanted", "Should be better", byVerb: true),
        Field(\.on, "on", "On", byVerb: true),
    ]
}

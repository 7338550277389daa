/// What all answers of a group to one question add up to. The group is a party, or all parties together.
public struct SurveyResult: Record {
    public static let register = RegisterName(.culture, "results")
    public static let noun = "survey result"

    public var round: RecordID<SurveyRound> = ""
    public var question: RecordID<SurveyQuestion> = ""
    public var party: RecordID<Party>?
    public var answers = 0
    public var sum: Int?

    public init() {}
    public var title: String { "\(question), \(party?.text ?? "all"), \(round)" }

    public static let fields: [Field<SurveyResult>] = [
        Field(\.round, "round", "Round", byVerb: true),
        Field(\.question, "question", "Question", byVerb: true),
        Field(\.party, "party", "Party", help: "Empty for all parties together", byVerb: true),
        Field(\.answers, "answers", "Answers", kind: .integer(0...100_000), byVerb: true),
        Field(
            \.sum, "sum", "Sum", help: "Of all ratings; empty where the group is too small to be shown",
            kind: .integer(0...500_000), byVerb: true),
    ]

    public func inconsistencies() -> [Problem] {
        let scale = SurveyQuestion.scale
        guard let sum, !(answers * scale.lowerBound...answers * scale.upperBound).contains(sum) else { return [] }
        return [
            Problem(
                "sum", "\(counted(answers, "answer")) from 1 to 5 cannot add up to \(sum)",
                "Give the sum of all ratings, not their mean.")
        ]
    }

    /// The mean agreement, 5 being best also where the statement is reversed; nil where the group is too small.
    func mean(isReversed: Bool) -> Double? {
        guard let sum, answers > 0 else { return nil }
        let mean = Double(sum) / Double(answers)
        return isReversed ? 6 - mean : mean
    }
}

/// A time in which a survey is answered.
public struct SurveyRound: Record {
    public static let register = RegisterName(.culture, "rounds")
    public static let noun = "survey round"

    public var survey: RecordID<PulseSurvey> = ""
    public var opensOn: Day?
    public var closesOn = Day(number: 0)
    public var publishedOn: Day?

    public init() {}
    /// Whether it takes answers on a day.
    public func isOpen(on day: Day) -> Bool { publishedOn == nil && (opensOn ?? day) <= day && day <= closesOn }

    public var title: String { "\(survey), \(closesOn.words)" }

    public static let fields: [Field<SurveyRound>] = [
        Field(\.survey, "survey", "Survey"),
        Field(\.opensOn, "opensOn", "Opens on"),
        Field(\.closesOn, "closesOn", "Closes on", help: "The last day on which answers are taken"),
        Field(\.publishedOn, "publishedOn", "Results since", byVerb: true),
    ]

    public func inconsistencies() -> [Problem] {
        guard let opensOn, closesOn < opensOn else { return [] }
        return [
            Problem(
                "closesOn", "\(closesOn.words) is before it opens on \(opensOn.words)",
                "Give a day from \(opensOn.words) on.")
        ]
    }
}

/// A short survey on how the relationship goes, answered anonymously again and again.
public struct PulseSurvey: Record {
    public static let register = RegisterName(.culture, "surveys")
    public static let noun = "pulse survey"

    public var title = ""
    public var cadence: Cadence?
    public var startsOn: Day?
    public var minimumGroup = 5
    public var owner: RecordID<Person>?
    public var introduction: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<PulseSurvey>] = [
        Field(\.title, "title", "Survey"),
        Field(\.cadence, "cadence", "How often"),
        Field(\.startsOn, "startsOn", "First on"),
        Field(
            \.minimumGroup, "minimumGroup", "Smallest group",
            help: "A group of fewer answers is never shown; lowering it does not touch answers already given",
            kind: .integer(3...50, unit: "answers"), required: false),
        Field(\.owner, "owner", "Owner", help: "Who sends it out and speaks about the results"),
        Field(
            \.introduction, "introduction", "Introduction", help: "What people read before they answer",
            kind: .text(multiline: true)),
    ]
}

/// A statement that people agree or disagree with, from 1 to 5.
public struct SurveyQuestion: Record {
    public static let register = RegisterName(.culture, "questions")
    public static let noun = "survey question"

    /// From not at all to fully.
    public static let scale = 1...5

    public var survey: RecordID<PulseSurvey> = ""
    public var text = ""
    public var topic: String?
    public var about = About.alliance
    public var isReversed = false
    public var note: String?

    public init() {}
    public var title: String { text }

    public static let fields: [Field<SurveyQuestion>] = [
        Field(\.survey, "survey", "Survey"),
        Field(\.text, "text", "Statement", help: "Such as They tell us early when something goes wrong"),
        Field(\.topic, "topic", "Topic", help: "Such as Trust, or Decisions"),
        Field(
            \.about, "about", "About", help: "Ask in pairs: how we see them, how they see us", required: false),
        Field(\.isReversed, "reversed", "Reversed", help: "Agreeing is bad news", required: false),
        Field(\.note, "note", "Note", help: "Why it is asked", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public enum About: String, Choice {
        case alliance, ourselves, theOthers, howOthersSeeUs
    }
}

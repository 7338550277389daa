/// Something that must be true before a step is done, beyond the standard criteria.
public struct CustomCriterion: Record {
    public static let register = RegisterName(.readiness, "criteria")
    public static let noun = "criterion"

    public var title = ""
    public var step = StepName.readiness
    public var isMet = false
    public var owner: RecordID<Person>?
    public var due: Day?
    public var why: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<CustomCriterion>] = [
        Field(\.title, "title", "Criterion", help: "What must be true, such as The boards of both parties have agreed"),
        Field(\.step, "step", "Step", help: "Before which step is done"),
        Field(\.isMet, "met", "Met", required: false, leavesSignOffs: true),
        Field(\.owner, "owner", "Owner", help: "Who sees to it"),
        Field(\.due, "due", "Due"),
        Field(\.why, "why", "Why", help: "Why it matters here", kind: .text(multiline: true)),
    ]
}

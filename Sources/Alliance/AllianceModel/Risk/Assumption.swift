/// Something that is taken for granted.
public struct Assumption: Record {
    public static let register = RegisterName(.risk, "assumptions")
    public static let noun = "assumption"

    public var title = ""
    public var reviewOn: Day?
    public var owner: RecordID<Person>?
    public var state = State.unchecked
    public var objectives: [RecordID<Objective>] = []
    public var ifWrong: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<Assumption>] = [
        Field(\.title, "title", "Assumption", help: "What everybody relies on"),
        Field(\.reviewOn, "reviewOn", "Look again on", help: "When somebody checks whether it still holds"),
        Field(\.owner, "owner", "Owner", help: "Who checks it"),
        Field(\.state, "state", "State", required: false, leavesSignOffs: true),
        Field(\.objectives, "objectives", "Objectives", help: "Which rest on it"),
        Field(\.ifWrong, "ifWrong", "If it is wrong", help: "What then", kind: .text(multiline: true)),
    ]

    public enum State: String, Choice {
        case unchecked, holds, doubtful, wrong
    }
}

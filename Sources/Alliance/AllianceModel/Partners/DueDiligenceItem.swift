/// Something that a party checks about a candidate or another party before it binds itself.
public struct DueDiligenceItem: Record {
    public static let register = RegisterName(.partners, "dueDiligence")
    public static let noun = "due-diligence item"

    public var title = ""
    public var party: RecordID<Party> = ""
    public var candidate: RecordID<Candidate>?
    public var about: RecordID<Party>?
    public var state = State.open
    public var checkedOn: Day?
    public var expiresOn: Day?
    public var checkedBy: RecordID<Person>?
    public var result: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { checkedBy }

    public static let fields: [Field<DueDiligenceItem>] = [
        Field(\.title, "title", "What is checked", help: "Such as Sanctions lists, or Accounts of three years"),
        Field(\.party, "party", "Checked for", help: "The party that wants to know"),
        Field(\.candidate, "candidate", "Candidate", help: "About whom, if it is a candidate"),
        Field(\.about, "about", "About party", help: "About whom, if it is a party already"),
        Field(\.state, "state", "State", required: false, leavesSignOffs: true),
        Field(\.checkedOn, "checkedOn", "Checked on", leavesSignOffs: true),
        Field(\.expiresOn, "expiresOn", "Holds until", help: "After that day it has to be checked again"),
        Field(\.checkedBy, "checkedBy", "Checked by"),
        Field(
            \.result, "result", "Result", help: "What was found, and where it was looked up",
            kind: .text(multiline: true)),
    ]

    public func inconsistencies() -> [Problem] {
        var problems: [Problem] = []
        if (candidate == nil) == (about == nil) {
            problems.append(
                Problem(
                    "candidate", candidate == nil ? "nobody is named" : "a candidate and a party are named",
                    "Name the one candidate or party that is checked."))
        }
        if let checkedOn, let expiresOn, expiresOn < checkedOn {
            problems.append(
                Problem(
                    "expiresOn", "\(expiresOn.words) is before it was checked on \(checkedOn.words)",
                    "Give a day from \(checkedOn.words) on."))
        }
        return problems
    }

    public enum State: String, Choice {
        case open, passed, concerns, failed
    }
}

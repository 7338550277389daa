/// A point at which somebody verifies that the work is on its way.
public struct Milestone: Record {
    public static let register = RegisterName(.plan, "milestones")
    public static let noun = "milestone"

    public var title = ""
    public var due: Day?
    public var verification: String?
    public var verifiers: [RecordID<Party>] = []
    public var lead: RecordID<Party>?
    public var owner: RecordID<Person>?
    public var workPackages: [RecordID<WorkPackage>] = []
    public var reachedOn: Day?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<Milestone>] = [
        Field(\.title, "title", "Milestone", help: "What has been reached then"),
        Field(\.due, "due", "Due", help: "By when"),
        Field(
            \.verification, "verification", "Means of verification",
            help: "How one can tell, such as A test run by users"),
        Field(\.verifiers, "verifiers", "Verified by", help: "Parties that check it; not only the one that delivers"),
        Field(\.lead, "lead", "Delivered by", help: "The party that brings it about"),
        Field(\.owner, "owner", "Owner", help: "Who answers for it"),
        Field(\.workPackages, "workPackages", "Work packages", help: "Which lead to it"),
        Field(\.reachedOn, "reachedOn", "Reached on", leavesSignOffs: true),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]
}

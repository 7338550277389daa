/// A part of the work that one party leads.
public struct WorkPackage: Record {
    public static let register = RegisterName(.plan, "workPackages")
    public static let noun = "work package"

    public var title = ""
    public var lead: RecordID<Party>?
    public var objectives: [RecordID<Objective>] = []
    public var owner: RecordID<Person>?
    public var start: Day?
    public var finish: Day?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<WorkPackage>] = [
        Field(\.title, "title", "Work package", help: "Such as Booking platform"),
        Field(\.lead, "lead", "Lead", help: "The party that leads it"),
        Field(\.objectives, "objectives", "Objectives", help: "Which it serves"),
        Field(\.owner, "owner", "Owner", help: "Who answers for it in the leading party"),
        Field(\.start, "start", "Start"),
        Field(\.finish, "finish", "Finish", help: "Its last day"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] { endBeforeStart(start, finish) }
}

/// The problem of a `finish` that lies before its `start`.
func endBeforeStart(_ start: Day?, _ finish: Day?) -> [Problem] {
    guard let start, let finish, finish < start else { return [] }
    return [
        Problem("finish", "\(finish.words) is before the start on \(start.words)", "Give a day from \(start.words) on.")
    ]
}

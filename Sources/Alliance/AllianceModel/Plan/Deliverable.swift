/// Something that is handed over.
public struct Deliverable: Record {
    public static let register = RegisterName(.plan, "deliverables")
    public static let noun = "deliverable"

    public var title = ""
    public var due: Day?
    public var lead: RecordID<Party>?
    public var workPackage: RecordID<WorkPackage>?
    public var owner: RecordID<Person>?
    public var tasks: [RecordID<PlannedTask>] = []
    public var kind: Kind?
    public var dissemination: Dissemination?
    public var deliveredOn: Day?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<Deliverable>] = [
        Field(\.title, "title", "Deliverable", help: "What is handed over, such as Interface description"),
        Field(\.due, "due", "Due", help: "By when"),
        Field(\.lead, "lead", "Lead", help: "The party that hands it over"),
        Field(\.workPackage, "workPackage", "Work package"),
        Field(\.owner, "owner", "Owner", help: "Who answers for it"),
        Field(\.tasks, "tasks", "Tasks", help: "Which produce it"),
        Field(\.kind, "kind", "Kind"),
        Field(\.dissemination, "dissemination", "Dissemination", help: "Who may read or use it"),
        Field(\.deliveredOn, "deliveredOn", "Delivered on", leavesSignOffs: true),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    /// The types of table 3.1c in Part B of Horizon Europe proposals, which fit elsewhere too.
    public enum Kind: String, Choice {
        case report, demonstrator, dissemination, data, dataManagementPlan, ethics, security, other
    }

    public enum Dissemination: String, Choice {
        case everyone, parties, classified
    }
}

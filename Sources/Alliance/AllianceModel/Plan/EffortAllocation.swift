/// The person-months of one party in one work package: a cell of the effort matrix.
public struct EffortAllocation: Record {
    public static let register = RegisterName(.plan, "effort")
    public static let noun = "effort"

    public var workPackage: RecordID<WorkPackage> = ""
    public var party: RecordID<Party> = ""
    public var personMonths = DecimalNumber.zero
    public var note: String?

    public init() {}
    public var title: String { "\(party) in \(workPackage)" }

    public static let fields: [Field<EffortAllocation>] = [
        Field(\.workPackage, "workPackage", "Work package"),
        Field(\.party, "party", "Party"),
        Field(
            \.personMonths, "personMonths", "Person-months",
            kind: .decimal(DecimalNumber.notNegative, unit: "person-months")),
        Field(\.note, "note", "Note", leavesSignOffs: true),
    ]
}

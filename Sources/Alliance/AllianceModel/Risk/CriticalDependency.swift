/// Something from outside that the alliance cannot do without.
public struct CriticalDependency: Record {
    public static let register = RegisterName(.risk, "dependencies")
    public static let noun = "critical dependency"

    public var title = ""
    public var kind = Kind.component
    public var fallback: String?
    public var owner: RecordID<Person>?
    public var supplier: String?
    public var objectives: [RecordID<Objective>] = []
    public var workPackages: [RecordID<WorkPackage>] = []
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<CriticalDependency>] = [
        Field(\.title, "title", "What", help: "Such as Map service, or Tax on the trading hub"),
        Field(\.kind, "kind", "Kind"),
        Field(
            \.fallback, "fallback", "Fallback", help: "What takes its place if it fails", kind: .text(multiline: true)),
        Field(\.owner, "owner", "Owner", help: "Who watches it"),
        Field(\.supplier, "supplier", "From whom", help: "Who stands behind it"),
        Field(\.objectives, "objectives", "Objectives", help: "Which rest on it"),
        Field(\.workPackages, "workPackages", "Work packages", help: "Which rest on it"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public enum Kind: String, Choice {
        case component, incomeSource, service, people, permission
    }
}

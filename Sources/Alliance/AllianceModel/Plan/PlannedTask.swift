/// Something that a party does for a work package.
public struct PlannedTask: Record {
    public static let register = RegisterName(.plan, "tasks")
    public static let noun = "task"

    public var title = ""
    public var workPackage: RecordID<WorkPackage>?
    public var party: RecordID<Party>?
    public var owner: RecordID<Person>?
    public var start: Day?
    public var finish: Day?
    public var dependencies: [Dependency] = []
    public var estimate: Estimate?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }
    public var predecessors: [RecordID<PlannedTask>] { dependencies.map(\.task) }

    public static let fields: [Field<PlannedTask>] = [
        Field(\.title, "title", "Task", help: "What is done, beginning with a verb"),
        Field(\.workPackage, "workPackage", "Work package"),
        Field(\.party, "party", "Party", help: "Who does it, or leads it where several do"),
        Field(\.owner, "owner", "Owner", help: "The one person who answers for it"),
        Field(\.start, "start", "Start", help: "Not before this day"),
        Field(\.finish, "finish", "Finish", help: "Its last day as planned"),
        Field(\.dependencies, "dependencies", "Depends on", help: "Tasks that must start or finish before"),
        Field(\.estimate, "estimate", "Estimate", help: "How long it takes, in days"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] {
        endBeforeStart(start, finish) + (estimate?.inconsistencies() ?? [])
    }

    /// The days it takes as planned: between start and finish where both are given, else as most likely estimated
    /// (rounded up to whole days); nil where neither is known.
    public var days: Int? {
        if let start, let finish { return finish - start + 1 }
        guard let likely = estimate?.mostLikely else { return nil }
        let (whole, rest) = likely.millionths.quotientAndRemainder(dividingBy: 1_000_000)
        return Int(whole) + (rest > 0 ? 1 : 0)
    }
}

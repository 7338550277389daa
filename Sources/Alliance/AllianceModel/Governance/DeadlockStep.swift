/// What happens when nobody can decide: one step of the ladder, which is climbed in the order of the register.
public struct DeadlockStep: Record {
    public static let register = RegisterName(.governance, "deadlockSteps")
    public static let noun = "deadlock step"

    public var title = ""
    public var mechanism = Mechanism.escalation
    public var days: Int?
    public var owner: RecordID<Person>?
    public var body: RecordID<Body>?
    public var matters: [RecordID<Matter>] = []
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<DeadlockStep>] = [
        Field(\.title, "title", "Step", help: "Such as the two chief executives meet"),
        Field(\.mechanism, "mechanism", "By", help: "What breaks the deadlock"),
        Field(\.days, "days", "Within", help: "Then the next step follows", kind: .integer(0...3650, unit: "days")),
        Field(\.owner, "owner", "Owner", help: "Who sees to it that it happens"),
        Field(\.body, "body", "Body", help: "Which takes it up"),
        Field(\.matters, "matters", "For", help: "The matters; empty if all"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public enum Mechanism: String, Choice {
        case negotiation, escalation, mediation, expertDetermination, arbitration, castingVote, statusQuo, putOrCall,
            buySell, sealedBids, termination

        /// Whether it ends the deadlock with a result in any case, and the alliance goes on.
        public var isFinal: Bool {
            switch self {
            case .expertDetermination, .arbitration, .castingVote, .statusQuo, .putOrCall, .buySell, .sealedBids: true
            case .negotiation, .escalation, .mediation, .termination: false
            }
        }
    }
}

/// What a party brings into the alliance.
public struct Contribution: Record {
    public static let register = RegisterName(.plan, "contributions")
    public static let noun = "contribution"

    public var title = ""
    public var party: RecordID<Party> = ""
    public var amount: DecimalNumber?
    public var kind = Kind.cash
    public var due: Day?
    public var owner: RecordID<Person>?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<Contribution>] = [
        Field(\.title, "title", "Contribution", help: "What is brought, such as Two engineers or Use of the quay"),
        Field(\.party, "party", "Party"),
        Field(
            \.amount, "amount", "Amount", help: "Its worth in the currency of the alliance",
            kind: .decimal(DecimalNumber.notNegative)),
        Field(\.kind, "kind", "Kind", help: "Cash, or in kind: people, rights, things", required: false),
        Field(\.due, "due", "Due", help: "By when it is there"),
        Field(\.owner, "owner", "Owner", help: "Who answers for it"),
        Field(
            \.note, "note", "Note", help: "How its worth was reckoned", kind: .text(multiline: true),
            leavesSignOffs: true),
    ]

    public enum Kind: String, Choice {
        case cash, inKind
    }
}

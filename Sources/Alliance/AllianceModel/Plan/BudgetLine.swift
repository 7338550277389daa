/// What a party spends on something, in the currency of the alliance.
public struct BudgetLine: Record {
    public static let register = RegisterName(.plan, "budget")
    public static let noun = "budget line"

    public var title = ""
    public var party: RecordID<Party>?
    public var amount = DecimalNumber.zero
    public var category: Category?
    public var workPackage: RecordID<WorkPackage>?
    public var paidFrom: String?
    public var note: String?

    public init() {}

    public static let fields: [Field<BudgetLine>] = [
        Field(\.title, "title", "For what", help: "Such as Server and licences"),
        Field(\.party, "party", "Party", help: "Who spends it; empty if all together"),
        Field(
            \.amount, "amount", "Amount", help: "In the currency of the alliance",
            kind: .decimal(DecimalNumber.notNegative)),
        Field(\.category, "category", "Category"),
        Field(\.workPackage, "workPackage", "Work package"),
        Field(\.paidFrom, "paidFrom", "Paid from", help: "Where the money comes from, such as Membership fees"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    /// The cost categories of Horizon Europe grants, which fit elsewhere too.
    public enum Category: String, Choice {
        case personnel, subcontracting, travel, equipment, otherGoodsAndServices, indirect, other
    }
}

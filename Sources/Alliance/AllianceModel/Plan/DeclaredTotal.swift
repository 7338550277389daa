/// A total that was stated elsewhere, as in a proposal, a contract or a spreadsheet: the sums must come out the same.
public struct DeclaredTotal: Record {
    public static let register = RegisterName(.plan, "totals")
    public static let noun = "declared total"

    public var of = Quantity.effort
    public var amount = DecimalNumber.zero
    public var party: RecordID<Party>?
    public var workPackage: RecordID<WorkPackage>?

    public init() {}

    public var title: String {
        let parts = [party?.text, workPackage?.text].compactMap { $0 }
        return "Total \(of.label)" + (parts.isEmpty ? "" : " of \(parts.joined(separator: " in "))")
    }

    public static let fields: [Field<DeclaredTotal>] = [
        Field(\.of, "of", "Of what"),
        Field(
            \.amount, "amount", "Amount", help: "Person-months, or money in the currency of the alliance",
            kind: .decimal(DecimalNumber.notNegative)),
        Field(\.party, "party", "Party", help: "Empty if of all parties"),
        Field(\.workPackage, "workPackage", "Work package", help: "Empty if of all work packages"),
    ]

    public func inconsistencies() -> [Problem] {
        guard of == .contributions, workPackage != nil else { return [] }
        return [
            Problem("workPackage", "contributions belong to no work package", "Leave it empty for contributions.")
        ]
    }

    public enum Quantity: String, Choice {
        case effort, budget, contributions
    }
}

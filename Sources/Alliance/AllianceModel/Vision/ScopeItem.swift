/// Something that belongs to the alliance, or expressly does not.
public struct ScopeItem: Record {
    public static let register = RegisterName(.vision, "scope")
    public static let noun = "scope item"

    public var title = ""
    public var belongs = Belongs.inScope
    public var agreedOn: Day?
    public var reason: String?

    public init() {}

    public static let fields: [Field<ScopeItem>] = [
        Field(\.title, "title", "What", help: "Such as Passenger traffic"),
        Field(\.belongs, "belongs", "Belongs to the alliance"),
        Field(\.agreedOn, "agreedOn", "Agreed on"),
        Field(\.reason, "reason", "Reason", help: "For what came later: why the scope changed"),
    ]

    public enum Belongs: String, Choice {
        case inScope, outOfScope
    }
}

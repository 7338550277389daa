/// Who is responsible, accountable, consulted or informed about something.
public struct Responsibility: Record {
    public static let register = RegisterName(.plan, "responsibilities")
    public static let noun = "responsibility"

    public var role = Role.responsible
    public var person: RecordID<Person>?
    public var task: RecordID<PlannedTask>?
    public var deliverable: RecordID<Deliverable>?

    public init() {}

    public var title: String {
        "\(person?.text ?? "nobody") \(role.label) for \(task?.text ?? deliverable?.text ?? "nothing")"
    }

    public static let fields: [Field<Responsibility>] = [
        Field(\.role, "role", "Role", help: "Exactly one is accountable: answers for it"),
        Field(\.person, "person", "Person"),
        Field(\.task, "task", "Task"),
        Field(\.deliverable, "deliverable", "Deliverable"),
    ]

    public func inconsistencies() -> [Problem] {
        exactlyOne("person", [person?.text], "person")
            + exactlyOne(
                "task", [task?.text, deliverable?.text], "task or deliverable")
    }

    /// The roles of a responsibility assignment matrix (RACI; PMI, A Guide to the Project Management Body of Knowledge).
    public enum Role: String, Choice {
        case responsible, accountable, consulted, informed
    }
}

/// The problem of a record that must name exactly one of several things and names none or more.
func exactlyOne(_ field: String, _ given: [String?], _ nouns: String) -> [Problem] {
    let count = given.count { $0 != nil }
    if count == 1 { return [] }
    return [
        Problem(
            field, count == 0 ? "no \(nouns) is named" : "\(count) things are named at once",
            "Name exactly one \(nouns).")
    ]
}

/// What may happen to an alliance. The only thing that alters one.
///
/// Most changes are edits of a register; the rest are the steps' own verbs (endorse, accept, vote, sign, answer).
public enum Change: Hashable, Sendable {
    case edit(Edit)
    case vision(Vision.Change)
    case terms(Terms.Change)
    case governance(Governance.Change)
    case culture(Culture.Change)
    case readiness(Readiness.Change)

    /// Who may see that the change was made, and so all that follows from it.
    public var audience: Audience {
        switch self {
        case .edit(let edit): edit.audience
        case .vision(let change): change.audience
        case .terms(let change): change.audience
        case .governance(let change): change.audience
        case .culture(let change): change.audience
        case .readiness(let change): change.audience
        }
    }
}

/// The verbs of a step: what may happen to it beyond edits of its registers.
public protocol StepChange: Hashable, Sendable {
    static var step: StepName { get }
    /// All verbs, described once: their JSON form, the API's documentation and forms are made from this.
    static var verbs: [Verb<Self>] { get }
    var audience: Audience { get }
}

extension StepChange {
    public var audience: Audience { .everyone }
}

/// A verb of a step, whose details are a described part.
public struct Verb<C: Sendable>: Sendable {
    /// What the API and the ledger call it.
    public let name: String
    /// The details that it takes, in their order.
    public let fields: [FieldDescription]
    let read: @Sendable (Value, inout [Problem]) -> C?
    let write: @Sendable (C) -> Value?
    /// The records that the details name.
    let references: @Sendable (C) -> [RecordKey]

    init<Details: Part>(
        _ name: String, _ details: Details.Type, _ wrap: @escaping @Sendable (Details) -> C,
        _ unwrap: @escaping @Sendable (C) -> Details?
    ) {
        self.name = name
        fields = Details.fields.map(\.description)
        read = { value, problems in Details.read(value, as: Details.kind, &problems).map(wrap) }
        write = { unwrap($0)?.written }
        references = { change in
            var keys: [RecordKey] = []
            unwrap(change)?.forEachReference { keys.append(RecordKey($0, $1)) }
            return keys
        }
    }
}

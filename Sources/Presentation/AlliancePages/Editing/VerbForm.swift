public import AllianceModel

/// A form for a verb of a step: endorse, accept, vote, answer, sign.
public struct VerbForm: Sendable {
    public let step: StepName
    public let verb: String
    public let fields: [FieldDescription]
    /// What the fields show.
    public let members: Value.Members
    public let problems: [Problem]

    /// - Parameter record: the record that it is about, put into the first field.
    /// - Returns: nil where the step knows no such verb.
    public init?(_ step: StepName, _ verb: String, record: String? = nil) { nil }

    /// The same form with what was sent and why it was refused.
    public func refused(_ members: Value.Members, _ refusal: Refusal) -> VerbForm { self }

    /// The change that the answers ask for, or what is wrong with them.
    public func change(of pairs: [(name: String, value: String)]) throws(Refusal) -> Change {
        throw Refusal("", "", "")
    }
}

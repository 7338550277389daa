/// One field of a record or part, described once: decoding with errors that name the path, encoding, forms, CSV columns,
/// the JSON Schema and the search index are all made from this.
///
/// A class, though it never changes: every record that is read walks over its fields, and a reference costs one count to copy
/// where its eight parts would cost one each.
public final class Field<Owner: Sendable>: Sendable {
    public let description: FieldDescription
    /// Whether its value can refer to records.
    let mayRefer: Bool
    let read: @Sendable (Value, inout Owner, inout [Problem]) -> Void
    let write: @Sendable (Owner) -> Value
    let forEachReference: @Sendable (Owner, (RegisterName, String) -> Void) -> Void
    /// Drops the references to a record that goes; false where the owner makes no sense without it.
    let drop: @Sendable (inout Owner, RegisterName, String) -> Bool

    /// Describes the field behind a key path.
    ///
    /// - Parameters:
    ///   - key: what files, CSV and API call it: a lower-camel-case word of ASCII letters.
    ///   - kind: where the type alone says too little: a range, a unit, several lines.
    ///   - required: whether a record without it is refused. Optional properties and lists never are required.
    ///   - consent: whether parties who agreed to the record must agree anew when this field changes.
    ///   - byVerb: whether only a change of its own (endorse, accept, vote, sign) may set it, never an edit.
    ///   - leavesSignOffs: whether it says how it goes and not what was agreed, or is filled in by a later step, so that sign-offs of
    ///     its step stay when it changes.
    @_semantics("optimize.sil.specialize.generic.never")
    public init<T: FieldValue>(
        _ path: any (WritableKeyPath<Owner, T> & Sendable), _ key: String, _ label: String, help: String = "",
        kind: FieldKind? = nil, required: Bool = true, consent: Bool = false, byVerb: Bool = false,
        leavesSignOffs: Bool = false
    ) {
        let kind = kind ?? T.kind
        let mayBeEmpty = T.self is any MayBeEmpty.Type
        description = FieldDescription(
            key: key, label: label, help: help, kind: kind, isRequired: required && !mayBeEmpty, needsConsent: consent,
            isByVerb: byVerb, leavesSignOffs: leavesSignOffs, mayBeEmpty: mayBeEmpty)
        // A key names its register in its text, so that its kind tells no target.
        mayRefer = !kind.targets.isEmpty || T.self == RecordKey.self
        read = { value, owner, problems in
            if let read = T.read(value, as: kind, &problems) { owner[keyPath: path] = read }
        }
        write = { $0[keyPath: path].written }
        forEachReference = { owner, visit in owner[keyPath: path].forEachReference(visit) }
        drop = { owner, register, id in
            guard let rest = owner[keyPath: path].without(register, id) else { return false }
            owner[keyPath: path] = rest
            return true
        }
    }
}

/// What a field is, without the type of its owner.
public struct FieldDescription: Hashable, Sendable {
    /// What files, CSV and API call it.
    public let key: String
    /// What people call it.
    public let label: String
    /// What belongs into it, in a few words; empty where the label says it.
    public let help: String
    public let kind: FieldKind
    /// Whether a record without it is refused.
    public let isRequired: Bool
    /// Whether parties who agreed to the record must agree anew when it changes.
    public let needsConsent: Bool
    /// Whether only a change of its own sets it, never an edit.
    public let isByVerb: Bool
    /// Whether sign-offs of its step stay when it changes.
    public let leavesSignOffs: Bool
    /// Whether it can hold nothing. A field that neither is required nor may be empty has a value of its own from the start.
    public let mayBeEmpty: Bool

    public init(
        key: String, label: String, help: String, kind: FieldKind, isRequired: Bool, needsConsent: Bool = false,
        isByVerb: Bool = false, leavesSignOffs: Bool = false, mayBeEmpty: Bool = true
    ) {
        self.key = key
        self.label = label
        self.help = help
        self.kind = kind
        self.isRequired = isRequired
        self.needsConsent = needsConsent
        self.isByVerb = isByVerb
        self.leavesSignOffs = leavesSignOffs
        self.mayBeEmpty = mayBeEmpty
    }
}

/// Types that have a natural empty value, so that no field of them is ever required.
private protocol MayBeEmpty {}
extension Optional: MayBeEmpty {}
extension Array: MayBeEmpty {}

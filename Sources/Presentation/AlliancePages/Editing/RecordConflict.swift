public import AllianceModel

/// A record that two people altered at the same time.
public struct RecordConflict: Sendable {
    public let register: RegisterDescription
    /// The record as it stands now, with what others wrote.
    public let record: UntypedRecord
    /// All that this reader's form held.
    public let mine: Value.Members
    /// The keys of the fields that both altered.
    public let fields: [String]
    /// What the form carried besides its fields.
    let carried: [String: String]

    /// Both values one after the other: lines of a text, items of a list; mine where they cannot be joined.
    static func both(_ mine: Value, _ theirs: Value) -> Value {
        switch (FormWriting.typed(mine), FormWriting.typed(theirs)) {
        case (.text(let mine), .text(let theirs)): .text(theirs + "\n" + mine)
        case (.list(let mine), .list(let theirs)): .list(theirs + mine.filter { !theirs.contains($0) })
        default: mine
        }
    }

    /// Whether both values can be kept.
    static func canKeepBoth(_ kind: FieldKind) -> Bool {
        switch kind {
        case .text(let multiline): multiline
        case .list: true
        default: false
        }
    }
}

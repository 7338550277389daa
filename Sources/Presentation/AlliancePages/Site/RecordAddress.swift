public import AllianceModel

/// A record as an address names it: its register, its id, and whether it is one of the reader's own party.
///
/// Ids of shared and private records are given out independently of each other, so an address has to say which is meant: the
/// last part of the address begins with `~` for a private record, a sign that no id contains.
public struct RecordAddress: Hashable, Sendable {
    public let register: RegisterName
    public let id: String
    public let isPrivate: Bool

    public init(_ register: RegisterName, _ id: String, isPrivate: Bool = false) {
        self.register = register
        self.id = id
        self.isPrivate = isPrivate
    }

    public init(_ record: UntypedRecord) {
        self.init(record.register, record.id, isPrivate: record.audience != .everyone)
    }

    /// Reads the three last parts of an address; nil where there is no such register.
    public init?(step: String, register: String, record: String) {
        guard let step = StepName(rawValue: step), Alliance.register(RegisterName(step, register)) != nil else {
            return nil
        }
        let isPrivate = record.hasPrefix("~")
        self.init(RegisterName(step, register), isPrivate ? String(record.dropFirst()) : record, isPrivate: isPrivate)
    }

    public var key: RecordKey { RecordKey(register, id) }

    /// The last part of the address.
    var segment: String { isPrivate ? "~" + id : id }

    /// Who sees the record, where `party` is the reader's.
    public func audience(of party: RecordID<Party>?) -> Audience? {
        isPrivate ? party.map(Audience.party) : .everyone
    }
}

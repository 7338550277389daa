public import AllianceModel

/// A change that was made, as its history shows it.
public struct HistoryItem: Sendable {
    /// The number of its entry in the ledger.
    public var entry: Int
    public var moment: Moment
    /// Who made it: a person, or the party where no person is known; nil for the founding and for anonymous answers.
    public var author: String?
    public var party: RecordID<Party>?
    /// What changed, a line each: ``Difference/words``.
    public var lines: [String]
    /// The record that it changed, where it still exists.
    public var record: RecordAddress?
    /// Who sees it.
    public var audience: Audience
    /// Whether the reader may undo it now.
    public var isUndoable: Bool

    public init(
        entry: Int, moment: Moment, author: String?, party: RecordID<Party>? = nil, lines: [String],
        record: RecordAddress? = nil, audience: Audience = .everyone, isUndoable: Bool = false
    ) {
        self.entry = entry
        self.moment = moment
        self.author = author
        self.party = party
        self.lines = lines
        self.record = record
        self.audience = audience
        self.isUndoable = isUndoable
    }
}

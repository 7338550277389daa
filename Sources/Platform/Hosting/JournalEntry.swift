import AllianceModel
import Ledger

/// What the server remembers of an entry: enough for the history, for conflicts and for undoing it.
///
/// It never changes, and is a class so that who goes through a journal does not copy all its parts.
final class JournalEntry: Sendable {
    let sequence: Int64
    let moment: Moment
    let audience: AllianceModel.Audience
    let author: AllianceModel.Author
    let authorName: String
    /// nil for the genesis, and where the content is sealed or was erased.
    let change: Change?
    let differences: [Difference]
    /// ``Effect/consequences``: of several audiences.
    let consequences: [Difference]
    let inverse: Edit?

    /// The records that it touched.
    var records: [RecordKey] {
        var keys = differences.map { RecordKey($0.register, $0.id) }
        if case .edit(let edit) = change {
            let key = RecordKey(edit.register, edit.id)
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// The entry that a change made.
    ///
    /// - Parameters:
    ///   - basis: made of the change before it was made.
    ///   - alliance: after it.
    init(
        _ change: Change, by author: AllianceModel.Author, at moment: Moment, sequence: Int64, since basis: EffectBasis,
        on alliance: Alliance
    ) {
        self.sequence = sequence
        self.moment = moment
        audience = change.audience
        self.author = author
        authorName = alliance.name(of: author)
        // Of sealed things not even the words are made.
        self.change = audience == .sealed ? nil : change
        let effect = basis.effect(on: alliance)
        (differences, consequences, inverse) = (effect.differences, effect.consequences, effect.inverse)
    }

    /// An entry as it was kept.
    init(
        sequence: Int64, moment: Moment, audience: AllianceModel.Audience, author: AllianceModel.Author, name: String,
        change: Change?, differences: [Difference], consequences: [Difference], inverse: Edit?
    ) {
        (self.sequence, self.moment, self.audience, self.author) = (sequence, moment, audience, author)
        (authorName, self.change, self.inverse) = (name, change, inverse)
        (self.differences, self.consequences) = (differences, consequences)
    }

    /// An entry of which nothing can be told but that it was made.
    init(of entry: Entry) {
        sequence = entry.envelope.sequence
        moment = Moment(seconds: entry.envelope.time / 1000)
        audience =
            switch entry.envelope.audience {
            case .everyone: .everyone
            case .party(let party): .party(RecordID(party))
            case .sealed: .sealed
            }
        author = .founder
        authorName = "Entente"
        (change, differences, consequences, inverse) = (nil, [], [], nil)
    }

    /// The entry as a viewer reads it who may see it.
    func entry(_ revision: Revision, for viewer: Viewer) -> HistoryEntry {
        HistoryEntry(
            revision: revision, moment: moment,
            author: HistoryEntry.Attribution(person: author.person, party: author.party, name: authorName),
            audience: audience, change: change, records: records, differences: differences,
            consequences: consequences.filter { viewer.sees($0.audience) })
    }
}

public import AllianceModel
public import Ledger

/// One open alliance: permitted → apply → append (durable) → acknowledge.
///
/// Changes are made one after the other; many callers share one commit.
public actor LiveAlliance {
    public nonisolated let id: String

    init(id: String) { self.id = id }

    /// Makes changes, all or none; returns when they are durable.
    ///
    /// Each becomes one entry of the ledger with the audience of the change.
    ///
    /// - Parameters:
    ///   - key: names the request for ever, 1 to 100 of `[A-Za-z0-9._:-]`: sent again, it gets its first answer.
    ///   - base: the revision that the author saw; nil where nothing that was seen matters (adding a record).
    /// - Throws: `refused`, `conflict`, `keyReused`, `request`, `storage`.
    @discardableResult
    public func submit(
        _ changes: [Change], by author: AllianceModel.Author, key: String, basedOn base: Revision? = nil,
        at moment: Moment
    ) async throws(HostingFailure) -> Receipt { fatalError("body follows") }

    /// What a viewer may see, and how far that is. The same value until something visible changes.
    public func view(for viewer: Viewer) -> (view: View, revision: Revision) { fatalError("body follows") }

    /// How far a viewer can see, without making the view.
    public func revision(for viewer: Viewer) -> Revision { fatalError("body follows") }

    /// What is new for a viewer since a revision.
    public func news(for viewer: Viewer, after revision: Revision) async throws(HostingFailure) -> News {
        fatalError("body follows")
    }

    /// New entries as they become durable, for live updates. A reader that falls behind by more than 256 loses the oldest: a
    /// gap in the revisions tells, and ``news(for:after:)`` fills it. Ends with the reading task.
    public func updates(for viewer: Viewer) -> AsyncStream<HistoryEntry> { fatalError("body follows") }

    /// The history as a viewer may see it, newest first, 50 on a page; of one record, or of all.
    ///
    /// - Parameter page: from 1; beyond the last gives the last.
    public func history(
        for viewer: Viewer, of record: RecordKey? = nil, page: Int = 1
    ) async throws(HostingFailure) -> HistoryPage { fatalError("body follows") }

    /// Takes an entry back by appending its inverse, within 15 minutes and by somebody of the same party.
    ///
    /// - Parameter entry: its name for the author's party.
    /// - Throws: `refused` where it is too late, another party's, a binding act, or later changes are in the way.
    @discardableResult
    public func undo(
        _ entry: Revision, by author: AllianceModel.Author, key: String, at moment: Moment
    ) async throws(HostingFailure) -> Receipt { fatalError("body follows") }

    /// Hands a person the token for one answer to a survey round. That it was handed out is noted, the token's owner is not.
    ///
    /// - Returns: the token, once; nil where this person has had one for this round.
    /// - Throws: `refused` where there is no such round or person.
    public func handOutToken(
        round: RecordID<SurveyRound>, to person: RecordID<Person>
    ) async throws(HostingFailure) -> String? { fatalError("body follows") }

    /// Takes an anonymous answer: the token alone says for which party and round it counts.
    public func answer(
        _ answer: Culture.Answer, at moment: Moment
    ) async throws(HostingFailure) { fatalError("body follows") }

    /// The ledger as a file, signed as it stands: with the content of what the viewer may see.
    ///
    /// - Parameter viewer: nil for the operator's whole export, sealed entries too.
    public func exportLedger(
        for viewer: Viewer?, to output: ([UInt8]) throws -> Void
    ) async throws { fatalError("body follows") }

    /// The newest checkpoint, signed by the server.
    public func checkpoint() async throws(HostingFailure) -> SignedNote { fatalError("body follows") }
}

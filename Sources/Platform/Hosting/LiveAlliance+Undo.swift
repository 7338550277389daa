public import AllianceModel

extension LiveAlliance {
    /// Takes an entry back by appending its inverse, within 15 minutes and by somebody of the same party.
    ///
    /// - Parameter entry: its name for the author's party.
    /// - Throws: `refused` where it is too late, another party's, a binding act, or later changes are in the way.
    @discardableResult
    public func undo(
        _ entry: Revision, by author: AllianceModel.Author, key: String, at moment: Moment
    ) async throws(HostingFailure) -> Receipt {
        let request = SubmissionRequest(
            author, key: key, bytes: Array("\(LedgerState.author(author).signature)undo \(entry)".utf8), at: moment)
        return try await undo(entry, through: entry, request, by: author, at: moment)
    }

    /// Takes back several entries that follow each other, all or none, as those that a file made.
    ///
    /// - Parameters:
    ///   - first, last: their names for the author's party.
    /// - Throws: `refused` where one of them could not be taken back alone, but for what follows among them.
    @discardableResult
    public func undo(
        _ first: Revision, through last: Revision, by author: AllianceModel.Author, key: String, at moment: Moment
    ) async throws(HostingFailure) -> Receipt {
        guard first <= last, last.number - first.number < Int64(Self.maximumChanges) else {
            throw .request("these are no entries that can be undone together")
        }
        let request = SubmissionRequest(
            author, key: key, bytes: Array("\(LedgerState.author(author).signature)undo \(first) to \(last)".utf8),
            at: moment)
        return try await undo(first, through: last, request, by: author, at: moment)
    }

    private func undo(
        _ first: Revision, through last: Revision, _ request: SubmissionRequest, by author: AllianceModel.Author,
        at moment: Moment
    ) async throws(HostingFailure) -> Receipt {
        if let refusal = try await reachForUndo(first, for: request.viewer, at: moment) { throw .refused(refusal) }
        return try await perform(request) { _, known throws(HostingFailure) in
            let journal = known()
            do throws(Refusal) {
                var changes: [Change] = []
                // The newest first: what was added later may refer to what was added before.
                for number in (first.number...last.number).reversed() {
                    changes.append(
                        .edit(
                            try Self.inverse(
                                of: Revision(number), through: last, journal, request.viewer, author, moment)))
                }
                return changes
            } catch {
                throw .refused(error)
            }
        }
    }

    /// Why an entry cannot be taken back now; nil where it can. What a page asks before it offers to.
    public func undoRefusal(
        of entry: Revision, by author: AllianceModel.Author, at moment: Moment
    ) async throws(HostingFailure) -> Refusal? {
        let viewer = author.party.map(Viewer.party) ?? .everyone
        if let refusal = try await reachForUndo(entry, for: viewer, at: moment) { return refusal }
        do throws(Refusal) {
            let inverse = try Self.inverse(of: entry, through: entry, journal, viewer, author, moment)
            var scratch = confirmed.alliance
            try scratch.apply(.edit(inverse), by: author, at: moment)
            return nil
        } catch {
            return error
        }
    }

    /// Reads what undoing an entry looks at, unless it is too old to be undone: then it is refused at once.
    private func reachForUndo(
        _ entry: Revision, for viewer: Viewer, at moment: Moment
    ) async throws(HostingFailure) -> Refusal? {
        guard !journal.reaches(Revision(entry.number - 1), for: viewer), entry.number > 0 else { return nil }
        let found = try await news(for: viewer, after: Revision(entry.number - 1), limit: 1).entries.first
        if let found, moment.seconds - found.moment.seconds > Alliance.undoLimit { return Self.tooLate }
        try await reach(Revision(entry.number - 1), for: viewer)
        return nil
    }

    private static var tooLate: Refusal {
        Refusal(
            "", "it was made more than \(Alliance.undoLimit / 60) minutes ago", "Change the record by hand instead.")
    }

    /// - Parameter last: entries up to this one are taken back as well, so they are not in the way.
    private static func inverse(
        of revision: Revision, through last: Revision, _ known: Journal, _ viewer: Viewer,
        _ author: AllianceModel.Author, _ moment: Moment
    ) throws(Refusal) -> Edit {
        guard let (entry, later) = known.find(revision, for: viewer) else {
            throw Refusal("", "there is no such entry", "Look at the history again.")
        }
        guard let party = author.party, entry.author.party == party else {
            throw Refusal("", "it is not your party's", "Ask \(entry.authorName), or change the record by hand.")
        }
        guard moment.seconds - entry.moment.seconds <= Alliance.undoLimit else {
            throw tooLate
        }
        guard let inverse = entry.inverse else {
            throw Refusal(
                "", "it binds your party, so it cannot be undone",
                "Agreements, votes and signatures have their own ways back: speak to the others, or withdraw it.")
        }
        let after = later.dropFirst(Int(last.number - revision.number))
        if let blocking = after.last(where: { isInTheWay($0, of: entry, inverse) }) {
            throw Refusal(
                "\(inverse.register)[\(inverse.id)]",
                "\(blocking.authorName) changed the same since: "
                    + blocking.differences.map(\.words).joined(separator: "; "),
                "Change the record by hand instead.")
        }
        return inverse
    }

    /// Whether a later entry touched what taking the earlier one back would touch.
    private static func isInTheWay(_ later: JournalEntry, of entry: JournalEntry, _ inverse: Edit) -> Bool {
        let touching = later.differences.filter {
            $0.register == inverse.register && $0.id == inverse.id && $0.audience == inverse.audience
        }
        switch inverse.action {
        case .set(let members):
            return touching.contains { difference in
                switch difference.kind {
                case .changed(let fields): fields.contains { members.names.contains($0.key) }
                case .added, .removed: true
                case .moved: false
                }
            }
        case .move:
            return touching.contains { difference in
                if case .changed = difference.kind { false } else { true }
            }
        case .add, .remove: return !touching.isEmpty
        }
    }
}

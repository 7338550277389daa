/// A case of a pitfall in an alliance.
public struct Finding: Sendable {
    public let pitfall: Pitfall
    /// One sentence about this case.
    public let sentence: String
    /// The records that it is about, the first one first; none where something is missing.
    public let records: [RecordReference]
    /// Who sees it: everyone, the one party whose records it reads, or, where it reads those of several, none of them.
    public let audience: Audience
}

extension View {
    /// What is missing or wrong, worst first and then in the order of the catalogue: what everyone may be shown, and where
    /// the view is a party's, what concerns that party alone.
    ///
    /// - Parameter day: the day from which dates are judged.
    public func findings(on day: Day) -> [Finding] {
        (shared.findings(on: day, reading: .shared) + findings(on: day, reading: .ownParty)).sorted(
            by: Finding.worstFirst)
    }

    fileprivate func findings(on day: Day, reading reads: Pitfall.Reads) -> [Finding] {
        if reads == .ownParty, viewer == .everyone { return [] }
        let audience: Audience = reads == .shared ? .everyone : viewer.audience
        return Pitfall.catalogue.filter { $0.reads == reads }.flatMap { pitfall in
            pitfall.find(self, day).map {
                Finding(pitfall: pitfall, sentence: $0.sentence, records: $0.records, audience: audience)
            }
        }
    }
}

extension Alliance {
    /// All findings of the whole alliance, each with its audience: for whoever holds the whole file.
    public func findings(on day: Day) -> [Finding] {
        let ofParties = charter.parties.flatMap { view(for: .party($0.id)).findings(on: day, reading: .ownParty) }
        return (view(for: .everyone).findings(on: day) + ofParties + findingsTogether(on: day)).sorted(
            by: Finding.worstFirst)
    }

    /// What only the views of all members together show: for nobody but whoever holds the whole file.
    private func findingsTogether(on day: Day) -> [Finding] {
        let views = charter.members.map { view(for: .party($0.id)) }
        return Pitfall.catalogue.flatMap { pitfall in
            (pitfall.findTogether?(views, day) ?? []).map {
                Finding(pitfall: pitfall, sentence: $0.sentence, records: $0.records, audience: .sealed)
            }
        }
    }
}

extension Finding {
    static func worstFirst(_ left: Finding, _ right: Finding) -> Bool { left.pitfall.severity > right.pitfall.severity }
}

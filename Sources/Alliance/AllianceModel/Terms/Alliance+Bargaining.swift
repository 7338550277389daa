import Bargaining

extension Alliance {
    /// What parties negotiate with all that they want, secrets included: for the neutral and for whoever holds the whole file.
    ///
    /// - Throws: ``Problem`` where a party has said nothing of what it wants, or there is nothing to bargain on.
    public func negotiatedProblem(among parties: [RecordID<Party>]) throws(Problem) -> NegotiatedProblem {
        guard parties.count > 1 else {
            throw Problem("charter.parties", "fewer than two parties negotiate", "Add the other parties as members.")
        }
        var sides: [NegotiatedProblem.Side] = []
        for party in parties { sides.append(try side(of: party)) }
        return try NegotiatedProblem(terms, sides: sides)
    }

    func side(of party: RecordID<Party>) throws(Problem) -> NegotiatedProblem.Side {
        let view = view(for: .party(party))
        let preferences = view.ownPreferences.map(\.record)
        guard preferences.contains(where: { $0.weight > .zero }) else {
            throw Problem(
                "\(IssuePreference.register)", "\(charter.name(of: party)) has not said what it prefers",
                "Rank the issues and value their options.")
        }
        return NegotiatedProblem.Side(party: party, preferences: preferences, floor: view.valueOfAlternative?.high)
    }
}

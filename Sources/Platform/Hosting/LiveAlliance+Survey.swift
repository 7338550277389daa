public import AllianceModel
import Database
import Ledger

extension LiveAlliance {
    /// Hands a person the token for one answer to a survey round. That it was handed out is noted, the token's owner is not.
    ///
    /// The two notes share no time, order or name: rows stand in the order of their hashes and of their persons.
    /// - Returns: the token, once; nil where this person has had one for this round.
    /// - Throws: `refused` where there is no such round or person.
    public func handOutToken(
        round: RecordID<SurveyRound>, to person: RecordID<Person>
    ) async throws(HostingFailure) -> String? {
        let view = view(for: .everyone).view
        guard let party = view.charter.people[person]?.party else {
            throw .refused(Refusal("charter.people[\(person)]", "there is no such person", "Look at the list again."))
        }
        guard view.culture.rounds[round] != nil else {
            throw .refused(
                Refusal("culture.rounds[\(round)]", "there is no such survey round", "Look at the list again."))
        }
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let token = Hash(of: bytes).hexadecimal
        let (id, hash, database) = (id, Self.tokenHash(token), database)
        return try await HostingFailure.wrapping {
            try await database.write { connection in
                let isNew = try connection.execute(
                    """
                    INSERT INTO hosting_survey_invitation (alliance, round, person)
                    VALUES (\(id), \(round.text), \(person.text)) ON CONFLICT (alliance, round, person) DO NOTHING
                    """)
                guard isNew == 1 else { return nil }
                try connection.execute(
                    """
                    INSERT INTO hosting_survey_token (hash, alliance, round, party)
                    VALUES (\(hash), \(id), \(round.text), \(party.text))
                    """)
                return token
            }
        }
    }

    /// The survey rounds for which a person has had the token; for that person's own pages.
    public func roundsAnswered(by person: RecordID<Person>) async throws(HostingFailure) -> Set<RecordID<SurveyRound>> {
        let (id, database) = (id, database)
        return try await HostingFailure.wrapping {
            try await database.read { connection in
                Set(
                    try connection.rows(
                        """
                        SELECT round FROM hosting_survey_invitation
                        WHERE alliance = \(id) AND person = \(person.text)
                        """
                    ).map { RecordID(try $0.text(0)) })
            }
        }
    }

    /// Takes an anonymous answer: the token alone says for which party and round it counts.
    ///
    /// - Throws: `refused` where the token is none, was used, or is for another round, and as the alliance refuses answers.
    public func answer(
        _ answer: Culture.Answer, at moment: Moment
    ) async throws(HostingFailure) {
        let (id, hash, database) = (id, Self.tokenHash(answer.token), database)
        let party = try await HostingFailure.wrapping {
            try await database.read { connection in
                try connection.row(
                    """
                    SELECT party FROM hosting_survey_token
                    WHERE hash = \(hash) AND alliance = \(id) AND round = \(answer.round.text)
                    """
                ).map { try $0.text(0) }
            }
        }
        guard let party else {
            throw .refused(
                Refusal(
                    "culture.answers.token", "this token is not valid, or was used already",
                    "Open the link in your invitation again. Each can be used once."))
        }
        let change = Change.culture(.answer(answer))
        let request = SubmissionRequest(
            token: answer.token, of: RecordID(party), bytes: Array(change.value.json().utf8), at: moment)
        _ = try await perform(request) { _, _ throws(HostingFailure) in [change] }
        // The ledger itself takes no token twice; the row has done its work.
        _ = try? await database.write { try $0.execute("DELETE FROM hosting_survey_token WHERE hash = \(hash)") }
    }

    /// Takes back a token whose answer was not taken: the person can answer the round as if it had never been handed out.
    ///
    /// - Parameter failure: why the answer was not taken. Where that leaves open whether it was, the token stays handed out.
    /// - Returns: whether it was taken back.
    public func takeBack(
        token: String, of round: RecordID<SurveyRound>, from person: RecordID<Person>, after failure: HostingFailure
    ) async -> Bool {
        if case .storage(let failure) = failure {
            switch failure.code {
            case .full, .readOnly, .busy, .overloaded, .constraint, .closed: break
            default: return false
            }
        }
        let (id, hash, database) = (id, Self.tokenHash(token), database)
        let count = try? await database.write { connection in
            let count = try connection.execute(
                "DELETE FROM hosting_survey_token WHERE hash = \(hash) AND alliance = \(id) AND round = \(round.text)")
            guard count == 1 else { return 0 }
            return try connection.execute(
                """
                DELETE FROM hosting_survey_invitation
                WHERE alliance = \(id) AND round = \(round.text) AND person = \(person.text)
                """)
        }
        return count == 1
    }

    private static func tokenHash(_ token: String) -> [UInt8] { Hash(of: Array("entente/survey\n\(token)".utf8)).bytes }
}

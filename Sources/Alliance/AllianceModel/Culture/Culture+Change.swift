extension Culture {
    /// What may happen to the culture beyond edits: parties bind themselves, people answer, promises are confirmed.
    public enum Change: StepChange {
        /// A party endorses a behaviour.
        case endorse(Endorse)
        /// A party agrees to a working norm.
        case agree(Agree)
        /// Somebody answers a survey round, anonymously.
        case answer(Answer)
        /// A party confirms that a promise of another was kept.
        case keep(Keep)

        public static let step = StepName.culture
        public static let verbs: [Verb<Change>] = [
            Verb("endorse", Endorse.self, Change.endorse) {
                if case .endorse(let details) = $0 { details } else { nil }
            },
            Verb("agree", Agree.self, Change.agree) { if case .agree(let details) = $0 { details } else { nil } },
            Verb("answer", Answer.self, Change.answer) { if case .answer(let details) = $0 { details } else { nil } },
            Verb("keep", Keep.self, Change.keep) { if case .keep(let details) = $0 { details } else { nil } },
        ]

        public var audience: Audience { if case .answer = self { .sealed } else { .everyone } }
    }

    public struct Endorse: Part {
        public var behaviour: RecordID<Behaviour> = ""
        public init() {}
        public static let fields: [Field<Endorse>] = [Field(\.behaviour, "behaviour", "Behaviour")]
    }

    public struct Agree: Part {
        public var norm: RecordID<WorkingNorm> = ""
        public init() {}
        public static let fields: [Field<Agree>] = [Field(\.norm, "norm", "Working norm")]
    }

    /// The token is given out once to each person who may answer, by a service that does not note to whom.
    public struct Answer: Part {
        public var round: RecordID<SurveyRound> = ""
        public var token = ""
        public var ratings: [SurveyAnswer.Rating] = []
        public init() {}
        public static let fields: [Field<Answer>] = [
            Field(\.round, "round", "Round"), Field(\.token, "token", "Token", help: "From your invitation"),
            Field(\.ratings, "ratings", "Ratings"),
        ]
    }

    public struct Keep: Part {
        public var promise: RecordID<Promise> = ""
        public var on: Day?
        public init() {}
        public static let fields: [Field<Keep>] = [
            Field(\.promise, "promise", "Promise"),
            Field(\.on, "on", "Kept on", help: "When it was done; empty for today"),
        ]
    }
}

extension Alliance {
    mutating func apply(_ change: Culture.Change, by author: Author, at moment: Moment) throws(Refusal) {
        switch change {
        case .endorse(let endorse):
            try consent(\.culture.behaviours, endorse.behaviour, \.endorsements, by: author, at: moment)
        case .agree(let agree): try consent(\.culture.norms, agree.norm, \.agreements, by: author, at: moment)
        case .answer(let answer): try take(answer, by: author, at: moment)
        case .keep(let keep): try confirm(keep, by: author, at: moment)
        }
    }

    /// Takes an answer. Only the party of the author is kept, never the person.
    private mutating func take(
        _ answer: Culture.Answer, by author: Author, at moment: Moment
    ) throws(Refusal) {
        let place = "\(SurveyAnswer.register)"
        guard let party = author.party else {
            throw Refusal(place, "only people of a party can answer", "Answer as somebody of a party.")
        }
        guard let round = culture.rounds[answer.round] else {
            throw Refusal(place, "there is no such survey round", "Open the link in your invitation again.")
        }
        guard round.publishedOn == nil, moment.day <= round.closesOn, moment.day >= round.opensOn ?? moment.day else {
            throw Refusal(
                place,
                "the round takes answers \(round.opensOn.map { "from \($0.words) " } ?? "")to \(round.closesOn.words)",
                "Wait for the next round.")
        }
        let id = RecordID<SurveyAnswer>(answer.token)
        guard isIdentifier(answer.token), answer.token.utf8.count >= 20 else {
            throw Refusal(place, "this is no token", "Take the token of at least 20 characters from your invitation.")
        }
        guard !culture.answers[shelf: .sealed].contains(id) else {
            throw Refusal(place, "this token was used already", "Each invitation can be used once.")
        }
        let questions = Set(culture.questions.filter { $0.survey == round.survey }.map(\.id))
        let answered = answer.ratings.map(\.question)
        guard !answered.isEmpty, questions.isSuperset(of: answered), Set(answered).count == answered.count else {
            throw Refusal(
                "\(place).ratings", "it answers nothing, a question twice, or one of another survey",
                "Rate each statement of this survey once, or leave it out.")
        }
        var record = SurveyAnswer()
        record.round = answer.round
        record.party = party
        record.ratings = answer.ratings
        record.smallestGroup = culture.surveys[round.survey]?.minimumGroup ?? record.smallestGroup
        culture.answers[shelf: .sealed].add(
            Registered(id: id, audience: .sealed, evidence: [], record: record), at: .last)
    }

    private mutating func confirm(_ keep: Culture.Keep, by author: Author, at moment: Moment) throws(Refusal) {
        let place = "\(Promise.register)[\(keep.promise)]"
        guard let party = author.party else {
            throw Refusal(place, "only a party can confirm it", "Sign in as somebody of a party.")
        }
        guard var promise = culture.promises[keep.promise] else {
            throw Refusal(
                place, "there is no such promise", "It may have been removed meanwhile. Look at the list again.")
        }
        let names = promise.to.map { charter.name(of: $0) }
        guard promise.from != party, promise.to.isEmpty || promise.to.contains(party) else {
            throw Refusal(
                place, "only those to whom it was made can say that it was kept",
                "Ask \(names.isEmpty ? "another party" : names.enumerated(with: "or")).")
        }
        if let keptOn = promise.keptOn {
            throw Refusal(place, "it was confirmed as kept on \(keptOn.words)", "Nothing is left to do here.")
        }
        guard keep.on ?? moment.day <= moment.day else {
            throw Refusal("\(place).on", "that day is still to come", "Give a day until \(moment.day.words).")
        }
        promise.record.keptOn = keep.on ?? moment.day
        promise.record.confirmedBy = party
        culture.promises[shelf: .everyone].update(promise)
    }
}

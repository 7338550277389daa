extension Vision {
    /// What may happen to the vision beyond edits: a party binds itself.
    public enum Change: StepChange {
        /// A party endorses a vision statement.
        case endorse(Endorse)
        /// A party accepts an objective with its measure.
        case accept(Accept)

        public static let step = StepName.vision
        public static let verbs: [Verb<Change>] = [
            Verb("endorse", Endorse.self, Change.endorse) {
                if case .endorse(let details) = $0 { details } else { nil }
            },
            Verb("accept", Accept.self, Change.accept) { if case .accept(let details) = $0 { details } else { nil } },
        ]
    }

    public struct Endorse: Part {
        public var statement: RecordID<VisionStatement> = ""
        public init() {}
        public static let fields: [Field<Endorse>] = [Field(\.statement, "statement", "Vision statement")]
    }

    public struct Accept: Part {
        public var objective: RecordID<Objective> = ""
        public init() {}
        public static let fields: [Field<Accept>] = [Field(\.objective, "objective", "Objective")]
    }
}

extension Alliance {
    mutating func apply(_ change: Vision.Change, by author: Author, at moment: Moment) throws(Refusal) {
        switch change {
        case .endorse(let endorse):
            try consent(\.vision.statements, endorse.statement, \.endorsements, by: author, at: moment)
        case .accept(let accept):
            try consent(\.vision.objectives, accept.objective, \.acceptances, by: author, at: moment)
        }
    }

    /// Records that the author's party agrees to a shared record.
    mutating func consent<R: Record>(
        _ register: WritableKeyPath<Alliance, Register<R>>, _ id: RecordID<R>,
        _ consents: WritableKeyPath<R, [Consent]>,
        by author: Author, at moment: Moment
    ) throws(Refusal) {
        let place = "\(R.register)[\(id)]"
        guard let party = author.party else {
            throw Refusal(place, "only a party can agree to it", "Sign in as somebody of a party.")
        }
        guard var record = self[keyPath: register][id] else {
            throw Refusal(
                place, "there is no such \(R.noun)", "It may have been removed meanwhile. Look at the list again.")
        }
        guard record.record[keyPath: consents].give(by: party, on: moment.day) else {
            throw Refusal(place, "\(charter.name(of: party)) has already agreed to it", "Nothing is left to do here.")
        }
        self[keyPath: register][shelf: .everyone].update(record)
    }
}

extension Readiness {
    /// What may happen to readiness beyond edits: a party says that a step is done, or takes that back.
    public enum Change: StepChange {
        /// A party signs off a step.
        case signOff(OfStep)
        /// A party takes its sign-off of a step back.
        case withdraw(OfStep)

        public static let step = StepName.readiness
        public static let verbs: [Verb<Change>] = [
            Verb("signOff", OfStep.self, Change.signOff) {
                if case .signOff(let details) = $0 { details } else { nil }
            },
            Verb("withdraw", OfStep.self, Change.withdraw) {
                if case .withdraw(let details) = $0 { details } else { nil }
            },
        ]
    }

    public struct OfStep: Part {
        public var step = StepName.readiness
        public init() {}
        public init(_ step: StepName) { self.step = step }
        public static let fields: [Field<OfStep>] = [Field(\.step, "step", "Step")]
    }
}

extension Alliance {
    mutating func apply(_ change: Readiness.Change, by author: Author, at moment: Moment) throws(Refusal) {
        switch change {
        case .signOff(let details): try signOff(details.step, by: author, at: moment)
        case .withdraw(let details): try withdraw(details.step, by: author, at: moment)
        }
    }

    private mutating func signOff(_ step: StepName, by author: Author, at moment: Moment) throws(Refusal) {
        let place = "\(SignOff.register)[\(step.rawValue)]"
        guard let party = author.party, charter.parties[party]?.standing == .member else {
            throw Refusal(place, "only a member can sign off a step", "Sign in as somebody of a member.")
        }
        if readiness.signedOff(step).contains(party) {
            throw Refusal(place, "\(charter.name(of: party)) has already signed it off", "Nothing is left to do here.")
        }
        var record = readiness.signOffs.first { $0.step == step } ?? newSignOff(step)
        _ = record.record.signatures.give(by: party, on: moment.day)
        if readiness.signOffs[record.id] == nil {
            readiness.signOffs[shelf: .everyone].add(record, at: .last)
        } else {
            readiness.signOffs[shelf: .everyone].update(record)
        }
    }

    /// A new record named after its step; the name is free, or else a number is added.
    private func newSignOff(_ step: StepName) -> Registered<SignOff> {
        var id = RecordID<SignOff>(step.rawValue)
        var number = 2
        while readiness.signOffs[id] != nil {
            id = RecordID("\(step.rawValue)-\(number)")
            number += 1
        }
        var record = SignOff()
        record.step = step
        return Registered(id: id, audience: .everyone, evidence: [], record: record)
    }

    private mutating func withdraw(_ step: StepName, by author: Author, at moment: Moment) throws(Refusal) {
        let place = "\(SignOff.register)[\(step.rawValue)]"
        guard let party = author.party, readiness.signedOff(step).contains(party) else {
            throw Refusal(place, "your party has not signed it off", "There is nothing to take back.")
        }
        for var record in Array(readiness.signOffs) where record.step == step {
            for index in record.record.signatures.indices
            where record.record.signatures[index].party == party && record.record.signatures[index].holds {
                record.record.signatures[index].lapsedOn = moment.day
            }
            readiness.signOffs[shelf: .everyone].update(record)
        }
    }
}

extension View {
    /// Why a change would be refused, as far as this viewer can know; nil where nothing speaks against it. Pages ask, so that they
    /// offer only what can be done.
    ///
    /// - Complexity: that of making the change.
    public func refusal(of change: Change, by author: Author, at moment: Moment) -> Refusal? {
        var trial = visible
        do throws(Refusal) {
            try trial.apply(change, by: author, at: moment)
            return nil
        } catch { return error }
    }

    /// The records that refer to a record, in the order of their registers.
    ///
    /// - Complexity: O(records of the registers that can refer to it).
    public func records(referringTo key: RecordKey) -> [UntypedRecord] {
        let audiences: [Audience] = viewer == .everyone ? [.everyone] : [.everyone, viewer.audience]
        return Alliance.registers.filter { $0.targets.contains(key.register) }.flatMap { register in
            audiences.flatMap { register.referring(visible, key.register, key.id, $0) }
        }
    }
}

extension StepName {
    /// What can be done in the step beyond edits: each verb with the fields of its details.
    public var verbs: [(name: String, fields: [FieldDescription])] {
        func described<C: StepChange>(_: C.Type) -> [(name: String, fields: [FieldDescription])] {
            C.verbs.map { ($0.name, $0.fields) }
        }
        return switch self {
        case .vision: described(Vision.Change.self)
        case .terms: described(Terms.Change.self)
        case .governance: described(Governance.Change.self)
        case .culture: described(Culture.Change.self)
        case .readiness: described(Readiness.Change.self)
        case .charter, .partners, .communication, .plan, .risk: []
        }
    }
}

// A party signs off what is there. When that changes, its sign-off no longer holds, and it is asked anew.

extension SignOff {
    /// Registers whose records come and go without touching what was signed off: people, what they say and find, single decisions,
    /// offers, and what is done for the relationship.
    private static let running: Set<RegisterName> = [
        Comment.register, Person.register, SignOff.register, PartnerEvaluation.register, Score.register,
        Decision.register,
        Offer.register, NeutralRequest.register, Notice.register, Closing.register, Promise.register,
        RelationshipAction.register, SurveyRound.register, SurveyResult.register,
    ]

    /// Fields that say how it goes, not what was agreed.
    private static let progress: Set<String> = [
        "checkedOn", "current", "deliveredOn", "doneOn", "evidence", "joinedOn", "lastHeldOn", "leftOn", "met",
        "nextOn",
        "note", "reachedOn", "readOn", "standing", "state", "status", "testedOn",
    ]

    /// Fields of a register that a later step fills in: what an objective needs is asked by the step of the partners, and to answer it
    /// must not undo what was signed off before.
    private static let laterSteps: [RegisterName: Set<String>] = [Objective.register: ["capabilities"]]

    /// Whether an edit alters what parties have signed off in a step, so that their sign-offs lapse.
    public static func isAltered(by edit: Edit) -> Bool {
        guard edit.audience == .everyone, !running.contains(edit.register) else { return false }
        return switch edit.action {
        case .add, .remove: true
        case .set(let members):
            members.names.contains { !progress.contains($0) && laterSteps[edit.register]?.contains($0) != true }
        case .move: false
        }
    }
}

extension Alliance {
    /// Lets the sign-offs of a step lapse when somebody altered what was signed off. A file brings sign-offs as they hold.
    mutating func signOffsLapse(after edit: Edit, by author: Author, on day: Day) {
        guard author != .founder, SignOff.isAltered(by: edit) else { return }
        for var record in Array(readiness.signOffs)
        where record.step == edit.register.step && record.signatures.contains(where: \.holds) {
            record.record.signatures.lapse(on: day)
            readiness.signOffs[shelf: .everyone].update(record)
        }
    }
}

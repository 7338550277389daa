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

    /// Whether an edit alters what parties have signed off in a step, so that their sign-offs lapse.
    public static func isAltered(by edit: Edit) -> Bool {
        guard edit.audience == .everyone, !running.contains(edit.register) else { return false }
        let staying = Alliance.register(edit.register)?.fields.filter(\.leavesSignOffs) ?? []
        return switch edit.action {
        case .add, .remove: true
        case .set(let members):
            // A name that no field has is refused all the same.
            members.names.contains { name in !staying.contains { $0.key == name } }
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

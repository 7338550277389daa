/// What each role may do: this table and nothing else decides.
public enum Permissions {
    /// Things that people do, coarse enough to be explained in one line each.
    public enum Right: String, Sendable {
        /// Invite parties and people, and say what the alliance is.
        case constitute
        /// Add, change and remove shared records of the steps.
        case edit
        /// Make and answer offers, and edit the terms.
        case negotiate
        /// Bind the party: endorse, accept, vote, sign.
        case commit
        /// Keep the party's own private records.
        case keepPrivate
        /// Answer surveys.
        case answer
        /// Say something about a record.
        case comment
    }

    /// The registers that only verbs and the server write, such as sign-offs, the sums of surveys and what the neutral showed: nobody
    /// edits them by hand.
    public static let writtenByVerbs: Set<RegisterName> = Terms.logs.union([SignOff.register, SurveyResult.register])

    /// What a role may do.
    public static func rights(of role: Person.Role) -> Set<Right> {
        switch role {
        case .lead: [.constitute, .edit, .negotiate, .commit, .keepPrivate, .answer, .comment]
        case .negotiator: [.edit, .negotiate, .keepPrivate, .answer, .comment]
        case .contributor: [.edit, .keepPrivate, .answer, .comment]
        case .observer: [.answer, .comment]
        }
    }

    /// The right that a change needs.
    public static func needed(for change: Change) -> Right {
        switch change {
        case .edit(let edit) where edit.register == Comment.register: .comment
        case .edit(let edit):
            switch (edit.audience, edit.register.step) {
            case (.sealed, _): .answer
            case (.party, _): .keepPrivate
            case (.everyone, .charter): .constitute
            case (.everyone, .terms): .negotiate
            case (.everyone, _): .edit
            }
        case .vision: .commit
        case .terms(let change): change.commits ? .commit : .negotiate
        case .governance(let change): change.commits ? .commit : .edit
        case .culture(.answer): .answer
        case .culture(.keep): .edit
        case .culture: .commit
        case .readiness: .commit
        }
    }
}

extension Alliance {
    /// Refuses a change that its author may not make.
    func permit(_ change: Change, by author: Author, at moment: Moment) throws(Refusal) {
        if case .edit(let edit) = change {
            guard Alliance.register(edit.register)?.privacy.allows(edit.audience) ?? true else {
                throw Refusal(
                    "\(edit.register)[\(edit.id)]", "records of this register cannot have this audience",
                    "Shared records go into the step; private ones under their party.")
            }
            if case .party(let owner) = edit.audience {
                guard charter.parties[owner] != nil else {
                    throw Refusal(
                        "\(edit.register)[\(edit.id)]", "there is no party “\(owner)”", "Add the party first.")
                }
                // Answered like a record that is not there: nobody learns which private records others have.
                guard author == .founder || author.party == owner else {
                    throw Refusal("\(edit.register)[\(edit.id)]", "there is no such record", "Look at the list again.")
                }
            }
        }
        if author == .neutral {
            guard case .terms(let change) = change, change.isOfNeutral else {
                throw Refusal(
                    "author", "the neutral only proposes, concludes and tells",
                    "A party makes this change, by one of its people.")
            }
            return
        }
        if case .edit(let edit) = change, author != .founder, Terms.logs.contains(edit.register) {
            throw Refusal(
                "\(edit.register)[\(edit.id)]", "this log is not edited by hand",
                "It is kept by what the parties and the neutral do.")
        }
        if case .edit(let edit) = change, edit.register == SignOff.register, author != .founder {
            throw Refusal(
                "\(edit.register)[\(edit.id)]", "sign-offs are not edited by hand",
                "Each party signs off, or takes it back, for itself.")
        }
        if case .edit(let edit) = change, edit.register == SurveyResult.register, author != .founder {
            throw Refusal(
                "\(edit.register)[\(edit.id)]", "results are not edited by hand",
                "They are what the answers add up to, and stay as they were told.")
        }
        try guardSigningKey(in: change, by: author)
        if case .edit(let edit) = change { try guardOwnPeople(in: edit, by: author) }
        if case .edit(let edit) = change, edit.register == Comment.register {
            let role = author.person.flatMap { charter.people[$0]?.role }
            try permitComment(edit, by: author, role: role, on: moment.day)
        }
        guard case .person(let id, let party) = author else { return }
        guard let person = charter.people[id], person.party == party, person.leftOn == nil else {
            throw Refusal(
                "author", "you are not one of the people of this alliance", "Ask a lead of your party to add you.")
        }
        if case .edit(let edit) = change, edit.isLeaving(of: id) { return }
        let right = Permissions.needed(for: change)
        guard Permissions.rights(of: person.role).contains(right) else {
            throw Refusal(
                "author", "as \(person.role.label) you may not do this",
                "Ask a lead of your party, or a change of your role.")
        }
    }

    /// A signing key speaks for its owner's party, so no other party may put one in its place.
    private func guardSigningKey(in change: Change, by author: Author) throws(Refusal) {
        guard author != .founder, case .edit(let edit) = change, edit.register == Person.register else { return }
        let members: Value.Members
        switch edit.action {
        case .add(let fields, _), .set(let fields): members = fields
        case .remove, .move: return
        }
        guard members["signingKey"] != nil else { return }
        var party = charter.people[RecordID(edit.id)]?.party
        if case .text(let named)? = members["party"] { party = party ?? RecordID(named) }
        guard let party, party == author.party else {
            throw Refusal(
                "\(edit.register)[\(edit.id)].signingKey", "only their own party sets somebody's signing key",
                "Ask a lead of that party.")
        }
    }
}

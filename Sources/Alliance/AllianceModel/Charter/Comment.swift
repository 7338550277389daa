/// What somebody says about a record: the discussion beside it, shared by all parties or among the people of one.
public struct Comment: Record {
    public static let register = RegisterName(.charter, "comments")
    public static let noun = "comment"

    /// The record that it is about, as `vision.objectives/o3`. It goes with that record.
    public var about = RecordKey(Profile.register, Profile.register.name)
    public var text = ""
    public var author: RecordID<Person> = ""
    public var on: Day?

    public init() {}
    public var title: String { text.count > 60 ? "\(text.prefix(60))…" : text }

    public static let fields: [Field<Comment>] = [
        Field(\.about, "about", "About", help: "Step, register and id of a record, such as vision.objectives/o3"),
        Field(\.text, "text", "Text", help: "What you think, ask or propose", kind: .text(multiline: true)),
        Field(\.author, "author", "Author", help: "Who says it"),
        Field(\.on, "on", "On", help: "The day on which it was said"),
    ]

    public func inconsistencies() -> [Problem] {
        guard about.register == Comment.register else { return [] }
        return [Problem("about", "a comment is about a record, not about a comment", "Name what both are about.")]
    }
}

/// A reference to a record of any register, spelled `step.register/id`.
extension RecordKey: FieldValue, CustomStringConvertible {
    public static var kind: FieldKind { .text() }
    public var description: String { "\(register)/\(id)" }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> RecordKey? {
        guard case .text(let text) = value else { return refuse(value, kind, &problems) }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let names = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, names.count == 2, let step = StepName(rawValue: String(names[0])),
            isIdentifier(String(parts[1]))
        else {
            problems.append(
                Problem("“\(text.prefix(80))” names no record", "Write step, register and id, as vision.objectives/o3.")
            )
            return nil
        }
        return RecordKey(RegisterName(step, String(names[1])), String(parts[1]))
    }

    public var written: Value { .text(description) }
    public func forEachReference(_ visit: (RegisterName, String) -> Void) { visit(register, id) }

    public func without(_ register: RegisterName, _ id: String) -> RecordKey? {
        self == RecordKey(register, id) ? nil : self
    }
}

extension Alliance {
    /// Removes the comments of an audience about a record that goes, or is gone, and names them.
    @discardableResult
    mutating func removeComments(about key: RecordKey, for audience: Audience) -> [TouchedRecord] {
        let comments = charter.comments[shelf: audience].records.filter { $0.about == key }
        for comment in comments { charter.comments[shelf: audience].remove(comment.id) }
        return comments.map { TouchedRecord(key: RecordKey(Comment.register, $0.id.text), audience: audience) }
    }

    /// Refuses what only the author of a comment, or a lead of the author's party, may do to it.
    func permitComment(
        _ edit: Edit, by author: Author, role: Person.Role?, on day: Day
    ) throws(Refusal) {
        guard author != .founder else { return }
        let place = "\(edit.register)[\(edit.id)]"
        let id = RecordID<Comment>(edit.id)
        let old = charter.comments[shelf: edit.audience][id]
        let isOwn: (RecordID<Person>) -> Bool = { [charter] person in
            author.person.map { $0 == person } ?? (charter.people[person]?.party == author.party)
        }
        switch edit.action {
        case .add(let members, _):
            if case .text(let person)? = members["author"], !isOwn(RecordID(person)) {
                throw Refusal("\(place).author", "this is somebody else", "Comment in your own name.")
            }
            if author.person != nil, let on = members["on"], on != .text(day.description), on != .date(day) {
                throw Refusal("\(place).on", "a comment is of the day on which it is made", "Leave the day out.")
            }
        case .set(let members):
            guard let old else { return }
            guard isOwn(old.author), members.names.allSatisfy({ $0 == "text" }) else {
                throw Refusal(
                    place, "only its author may change a comment, and only its text", "Write a comment of your own.")
            }
        case .remove, .move:
            guard let old, !isOwn(old.author) else { return }
            guard role == .lead, charter.people[old.author]?.party == author.party else {
                throw Refusal(
                    place, "only its author, or a lead of the author's party, may remove a comment",
                    "Ask one of them.")
            }
        }
    }
}

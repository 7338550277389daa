/// Who makes a change.
public enum Author: Hashable, Sendable {
    /// A person of a party, who may do what the role of that person allows.
    case person(RecordID<Person>, of: RecordID<Party>)
    /// A party as a whole: its part of an alliance file.
    case party(RecordID<Party>)
    /// Whoever lays down a new alliance, by a file or a playbook, before there are parties to speak for themselves.
    case founder
    /// The engine of the server that keeps the whole alliance: it may use what parties allowed it to, and speaks to all at once.
    case neutral

    /// For whom the author speaks; nil for the founder and the neutral.
    public var party: RecordID<Party>? {
        switch self {
        case .person(_, let party), .party(let party): party
        case .founder, .neutral: nil
        }
    }

    /// Who it is; nil where no single person is.
    public var person: RecordID<Person>? {
        if case .person(let person, _) = self { person } else { nil }
    }
}

/// Why a change cannot be made: each problem with its field, its reason in words a user understands, and what to do.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    public let problems: [Problem]

    public init(_ problems: [Problem]) { self.problems = problems }

    public init(_ path: String, _ reason: String, _ remedy: String) { problems = [Problem(path, reason, remedy)] }

    public var description: String {
        problems.map { "\($0.path): \($0.reason). \($0.remedy)" }.joined(separator: "\n")
    }
}

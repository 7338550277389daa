/// Somebody who acts for a party.
public struct Person: Record {
    public static let register = RegisterName(.charter, "people")
    public static let noun = "person"

    public var name = ""
    public var party: RecordID<Party> = ""
    public var role = Role.contributor
    public var position: String?
    public var isExecutiveSponsor = false
    public var deputy: RecordID<Person>?
    public var post = Post.unknown
    public var timeZone: String?
    public var languages: [String] = []
    public var heads: [RecordID<Party>] = []
    public var signingKey: String?
    public var leftOn: Day?

    public init() {}
    public var title: String { name }

    public static let fields: [Field<Person>] = [
        Field(\.name, "name", "Name", help: "As others address them"),
        Field(\.party, "party", "Party", help: "For whom they act"),
        Field(\.role, "role", "Role", help: "What they may do here", required: false),
        Field(\.position, "position", "Position", help: "Their job, such as Head of partnerships"),
        Field(
            \.isExecutiveSponsor, "executiveSponsor", "Executive sponsor",
            help: "Answers for the alliance at the top of the party", required: false),
        Field(\.deputy, "deputy", "Deputy", help: "Stands in when they are away or leave"),
        Field(\.post, "post", "Post", help: "How firmly they are employed", required: false),
        Field(
            \.timeZone, "timeZone", "Time zone",
            help: "Such as UTC+1, by which shared hours are found, or Europe/Berlin"),
        Field(\.languages, "languages", "Languages", help: "In which they can work, such as en or fr"),
        Field(\.heads, "heads", "Heads", help: "Parties in which they hold the top position"),
        Field(
            \.signingKey, "signingKey", "Signing key",
            help: "Their public Ed25519 key, as ed25519: and 64 hexadecimal digits; made by entente sign"),
        Field(\.leftOn, "leftOn", "Left on", help: "Since then they act for nobody here; empty while they take part"),
    ]

    public func inconsistencies() -> [Problem] {
        guard let signingKey, PublicSigningKey(signingKey) == nil else { return [] }
        return [
            Problem(
                "signingKey", "it is no Ed25519 key", "Make one with entente sign, and paste the line that it prints.")
        ]
    }

    /// What somebody may do in the alliance; ``Permissions`` holds the table.
    public enum Role: String, Choice {
        case lead, negotiator, contributor, observer
    }

    /// How firmly somebody is employed: people on fixed terms take knowledge with them.
    public enum Post: String, Choice {
        case permanent, fixedTerm, volunteer, unknown
    }
}

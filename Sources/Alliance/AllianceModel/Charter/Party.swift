/// An organisation that prepares the alliance.
public struct Party: Record {
    public static let register = RegisterName(.charter, "parties")
    public static let noun = "party"

    public var name = ""
    public var kind: Kind?
    public var country: String?
    public var timeZones: [String] = []
    public var languages: [String] = []
    public var standing = Standing.candidate
    public var joinedOn: Day?
    public var leftOn: Day?
    public var note: String?

    public init() {}
    public var title: String { name }

    public static let fields: [Field<Party>] = [
        Field(\.name, "name", "Name", help: "The organisation's name"),
        Field(
            \.standing, "standing", "Standing", help: "How far it has come into the alliance", required: false,
            leavesSignOffs: true),
        Field(\.kind, "kind", "Kind", help: "What sort of organisation it is"),
        Field(\.country, "country", "Country", help: "Where it is seated, such as DE or Norway"),
        Field(
            \.timeZones, "timeZones", "Time zones",
            help: "Where its people work, such as UTC+1, by which shared hours are found, or Europe/Berlin"),
        Field(\.languages, "languages", "Languages", help: "In which it can work, such as en or fr"),
        Field(\.joinedOn, "joinedOn", "Joined on", leavesSignOffs: true),
        Field(\.leftOn, "leftOn", "Left on", leavesSignOffs: true),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] {
        guard let joinedOn, let leftOn, leftOn < joinedOn else { return [] }
        return [
            Problem(
                "leftOn", "\(leftOn.words) is before it joined on \(joinedOn.words)",
                "Give a day from \(joinedOn.words) on.")
        ]
    }

    public enum Kind: String, Choice {
        case company, university, researchInstitute, publicBody, government, politicalParty, nonProfit, guild, community
    }

    /// How far a party has come.
    public enum Standing: String, Choice {
        case candidate, invited, member, left
    }
}

/// Where a party stands on a culture dimension, as it or another party sees it.
public struct CultureProfile: Record {
    public static let register = RegisterName(.culture, "profiles")
    public static let noun = "place in the culture profile"

    public var party: RecordID<Party> = ""
    public var dimension: RecordID<CultureDimension> = ""
    public var position = 3
    public var seenBy: RecordID<Party>?
    public var example: String?

    public init() {}
    public var title: String { "\(party) on \(dimension)" }

    public static let fields: [Field<CultureProfile>] = [
        Field(\.party, "party", "Party"),
        Field(\.dimension, "dimension", "Dimension"),
        Field(\.position, "position", "Position", help: "From 1 to 5, as the dimension says", kind: .integer(1...5)),
        Field(\.example, "example", "Example", help: "What shows it", kind: .text(multiline: true)),
        Field(\.seenBy, "seenBy", "Seen by", help: "The party that sees it so; empty for the party itself"),
    ]
}

/// How far information may go.
public struct InformationClass: Record {
    public static let register = RegisterName(.communication, "informationClasses")
    public static let noun = "information class"

    public var title = ""
    public var level = 0
    public var rule: String?
    public var marking: String?

    public init() {}

    public static let fields: [Field<InformationClass>] = [
        Field(\.title, "title", "Class", help: "Such as Public, Internal, Confidential"),
        Field(
            \.level, "level", "Level", help: "0 for public; the higher, the fewer may see it",
            kind: .integer(0...9)),
        Field(
            \.rule, "rule", "Rule", help: "Who may see it, and how it is kept and destroyed",
            kind: .text(multiline: true)),
        Field(\.marking, "marking", "Marking", help: "What is written on it, such as TLP:AMBER"),
    ]
}

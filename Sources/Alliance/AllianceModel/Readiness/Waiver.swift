/// That the parties do without a criterion, and why.
public struct Waiver: Record {
    public static let register = RegisterName(.readiness, "waivers")
    public static let noun = "waiver"

    public var criterion: String?
    public var custom: RecordID<CustomCriterion>?
    public var reason = ""
    public var until: Day?
    public var owner: RecordID<Person>?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public var title: String {
        "Without “\(criterion.flatMap { GateCriterion.named($0)?.title } ?? criterion ?? custom?.text ?? "nothing")”"
    }

    public static let fields: [Field<Waiver>] = [
        Field(
            \.criterion, "criterion", "Criterion", help: "One of the standard criteria, by its name",
            kind: .choice(GateCriterion.catalogue.map { FieldKind.Option(key: $0.key, label: $0.title) })),
        Field(\.custom, "custom", "Criterion of our own", help: "Or one of your own criteria"),
        Field(
            \.reason, "reason", "Reason", help: "Why the alliance can start without it", kind: .text(multiline: true)),
        Field(\.until, "until", "Until", help: "The last day without it; then it must be met after all"),
        Field(\.owner, "owner", "Owner", help: "Who answers for doing without it"),
    ]

    public func inconsistencies() -> [Problem] {
        let one = exactlyOne("criterion", [criterion, custom?.text], "criterion")
        guard one.isEmpty, let criterion, GateCriterion.named(criterion) == nil else { return one }
        let keys = GateCriterion.catalogue.map(\.key)
        let remedy =
            nearestName(to: criterion, among: keys).map { "Did you mean “\($0)”?" }
            ?? "Known: \(keys.joined(separator: ", "))."
        return [Problem("criterion", "there is no standard criterion “\(criterion)”", remedy)]
    }
}

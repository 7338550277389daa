/// Something that a party said it would do for others. Whom it was made to confirm that it was kept.
public struct Promise: Record {
    public static let register = RegisterName(.culture, "promises")
    public static let noun = "promise"

    public var title = ""
    public var from: RecordID<Party> = ""
    public var to: [RecordID<Party>] = []
    public var due: Day?
    public var owner: RecordID<Person>?
    public var madeOn: Day?
    public var withdrawnOn: Day?
    public var keptOn: Day?
    public var confirmedBy: RecordID<Party>?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<Promise>] = [
        Field(\.title, "title", "Promise", help: "What will be done"),
        Field(\.from, "from", "Made by"),
        Field(\.to, "to", "Made to", help: "Empty for all"),
        Field(\.due, "due", "Due"),
        Field(\.owner, "owner", "Owner", help: "Who does it"),
        Field(\.madeOn, "madeOn", "Made on"),
        Field(\.withdrawnOn, "withdrawnOn", "Withdrawn on", help: "When both sides agreed to let it go"),
        Field(\.keptOn, "keptOn", "Kept on", byVerb: true),
        Field(\.confirmedBy, "confirmedBy", "Confirmed by", byVerb: true),
    ]

    public func inconsistencies() -> [Problem] {
        var problems: [Problem] = []
        if to == [from] {
            problems.append(Problem("to", "it is made to nobody but its maker", "Name another party, or none for all."))
        }
        if let madeOn, let due, due < madeOn {
            problems.append(
                Problem(
                    "due", "\(due.words) is before it was made on \(madeOn.words)",
                    "Give a day from \(madeOn.words) on."))
        }
        return problems
    }

    /// How a promise stands on a day.
    public enum State: String, Choice {
        case open, kept, keptLate, overdue, withdrawn
    }

    public func state(on day: Day) -> State {
        if let keptOn { return keptOn > due ?? keptOn ? .keptLate : .kept }
        if withdrawnOn != nil { return .withdrawn }
        return due ?? day < day ? .overdue : .open
    }
}

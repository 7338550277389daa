/// A number with its unit, as people say it: "5 years", "1 year", "12 EUR".
///
/// Only units whose singular is certain change; all others stand as they were written.
public func quantity(_ number: String, _ unit: String?) -> String {
    guard let unit, !unit.isEmpty else { return number }
    return "\(number) \(number == "1" ? singular[unit] ?? unit : unit)"
}

/// English units of which one is said otherwise than several.
private let singular = Dictionary(
    uniqueKeysWithValues: [
        "years", "months", "quarters", "weeks", "days", "hours", "minutes", "people", "points", "seats", "votes",
        "shares", "ships", "pieces", "units", "meetings", "parties", "euros", "dollars", "pounds", "percent points",
    ].map { plural in
        switch plural {
        case "people": (plural, "person")
        case "parties": (plural, "party")
        default: (plural, String(plural.dropLast()))
        }
    })

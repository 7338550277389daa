@testable import AllianceModel

/// Builds an alliance from lines such as `plan.tasks t1 {"title": "Test"}`: register, id and fields of a record each.
func alliance(_ lines: String, by author: Author = .founder) throws -> Alliance {
    var alliance = Alliance()
    try alliance.add(lines, by: author)
    return alliance
}

extension Alliance {
    mutating func add(_ lines: String, by author: Author = .founder, on day: Day = Day(number: 20_000)) throws {
        for line in lines.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
            let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
            let name = words[0].split(separator: ".")
            let register = RegisterName(StepName(rawValue: String(name[0])) ?? .charter, String(name[1]))
            var fields = Value.Members()
            if words.count > 2, case .record(let given) = try JSONReader.read(Array(words[2].utf8)).value {
                fields = given
            }
            try apply(.edit(Edit(register, String(words[1]), .add(fields))), by: author, at: Moment(day))
        }
    }

    /// The view of everyone.
    var open: View { view(for: .everyone) }
}

/// The problems with which a piece of code is refused; none where it is accepted.
func refusal(_ attempt: () throws -> Void) -> [Problem] {
    do {
        try attempt()
        return []
    } catch {
        return (error as? Refusal)?.problems ?? []
    }
}

let twoParties = """
    charter.profile profile {"name": "Baltic Corridor", "context": "business", "purpose": "One fee", "startsOn": "2027-01-01"}
    charter.parties north {"name": "Northwind", "standing": "member"}
    charter.parties harbour {"name": "Harbour League", "standing": "member"}
    charter.people ada {"name": "Ada", "party": "north", "role": "lead"}
    charter.people ben {"name": "Ben", "party": "harbour", "role": "contributor"}

    """

import AllianceModel
import Markup

extension PageContext {
    var charterPage: StepPage {
        let members = view.charter.members
        let others = view.charter.parties.count - members.count
        let people = view.charter.people.count
        var claim =
            members.isEmpty
            ? "No party is a member yet."
            : "\(counted(members.count, "member")) with \(counted(people, "named person", "named people"))."
        if others > 0 {
            claim +=
                " \(capitalisedFirst(counted(others, "more party is", "more parties are"))) on the way or have left."
        }
        return StepPage(
            question: "Who prepares which alliance?", claim: claim,
            pictures: members.isEmpty || people == 0 ? [] : [peoplePicture])
    }

    /// Who acts for each member in which role.
    private var peoplePicture: Figure {
        let members = members
        let people = Dictionary(grouping: view.charter.people, by: \.party)
        let needed: [(name: String, isNeeded: Bool, has: (Person) -> Bool)] = [
            ("Executive sponsor", true, { $0.isExecutiveSponsor }),
            ("Lead", true, { $0.role == .lead }),
            ("Negotiator", false, { $0.role == .negotiator || $0.role == .lead }),
            ("Somebody with a deputy", true, { $0.deputy != nil }),
        ]
        let cells = needed.map { role in
            members.map { member -> GridWord? in
                let names = (people[member.id] ?? []).filter { role.has($0.record) }.map(\.title)
                return names.isEmpty
                    ? GridWord("Missing", role.isNeeded ? .warning : .neutral, note: "nobody")
                    : GridWord("Named", .good, note: names.enumerated(with: "and"))
            }
        }
        let gaps = zip(needed, cells).compactMap { role, row -> String? in
            let without = zip(members, row).filter { $1?.words == "Missing" }.map(\.0.party.name)
            if without.isEmpty { return nil }
            return without.count == members.count
                ? "no member names \(role.name.lowercasedFirst == "somebody with a deputy" ? "a deputy" : "a \(role.name.lowercasedFirst)")"
                    .replacing("a executive", with: "an executive")
                : "\(without.enumerated(with: "and")) \(without.count == 1 ? "lacks" : "lack") \(role.name.lowercasedFirst == "somebody with a deputy" ? "a deputy" : "a \(role.name.lowercasedFirst)")"
                    .replacing("a executive", with: "an executive")
        }
        return wordGrid(
            id: "people", title: "Who acts for whom",
            claim: gaps.isEmpty
                ? "Every member names a sponsor, a lead, a negotiator and a deputy."
                : capitalisedFirst(gaps.joined(separator: "; ")) + ".",
            heading: "Role", columns: members.map { GridColumn($0.party) }, rows: needed.map(\.name), cells: cells)
    }
}

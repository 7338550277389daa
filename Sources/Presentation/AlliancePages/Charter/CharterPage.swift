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
        let needed: [(name: String, words: String, isNeeded: Bool, has: (Person) -> Bool)] = [
            ("Executive sponsor", "an executive sponsor", true, { $0.isExecutiveSponsor }),
            ("Lead", "a lead", true, { $0.role == .lead }),
            ("Negotiator", "a negotiator", false, { $0.role == .negotiator || $0.role == .lead }),
            ("Somebody with a deputy", "a deputy", true, { $0.deputy != nil }),
        ]
        let cells = needed.map { role in
            members.map { member -> GridWord? in
                let names = (people[member.id] ?? []).filter { role.has($0.record) }.map(\.title)
                return names.isEmpty
                    ? GridWord(role.isNeeded ? "Missing" : "None", role.isNeeded ? .warning : .neutral)
                    : GridWord("Named", .good, note: names.enumerated(with: "and"))
            }
        }
        let gaps = zip(needed, cells).compactMap { role, row -> String? in
            let without = zip(members, row).filter { $1?.tone != .good }.map(\.0.party.name)
            if without.isEmpty { return nil }
            if without.count == members.count { return "no member names \(role.words)" }
            let who =
                without.count > 3 ? "\(without.count) of \(members.count) members" : without.enumerated(with: "and")
            return
                "\(who) \(without.count == 1 ? "names" : "name") no \(role.words.split(separator: " ").dropFirst().joined(separator: " "))"
        }
        return wordGrid(
            id: "people", title: "Who acts for whom",
            claim: gaps.isEmpty
                ? "Every member names a sponsor, a lead, a negotiator and a deputy."
                : capitalisedFirst(gaps.joined(separator: "; ")) + ".",
            heading: "Role", columns: members.map { GridColumn($0.party) }, rows: needed.map(\.name), cells: cells)
    }
}

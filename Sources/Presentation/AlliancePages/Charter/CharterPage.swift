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
        let without = cells.map { row in zip(members, row).filter { $1?.tone != .good }.map(\.0.party.name) }
        let nobody = zip(needed, without).filter { $1.count == members.count }.map(\.0.words)
        var gaps = nobody.isEmpty ? [] : ["no member names \(nobody.enumerated(with: "or"))"]
        for (role, names) in zip(needed, without) where !names.isEmpty && names.count < members.count {
            let who = names.count > 3 ? "\(names.count) of \(members.count) members" : names.enumerated(with: "and")
            gaps.append(
                "\(who) \(names.count == 1 ? "names" : "name") no \(role.words.split(separator: " ").dropFirst().joined(separator: " "))"
            )
        }
        return wordGrid(
            id: "people", title: "Who acts for whom",
            claim: gaps.isEmpty
                ? "Every member names a sponsor, a lead, a negotiator and a deputy."
                : capitalisedFirst(gaps.joined(separator: "; ")) + ".",
            heading: "Role", columns: members.map { GridColumn($0.party) }, rows: needed.map(\.name), cells: cells)
    }
}

/// A contact map for a phone: all names in one column, grouped by organisation, and the ties as arcs beside them.
struct NarrowContactMap {
    let parties: [Party]
    let contacts: [Contact]
    /// The positions of the contacts that are drawn, those of an organisation together.
    let drawn: [Int]
    let ties: [ContactTie]

    private static let pitch: Double = 25
    private static let marks: Double = 214

    func svg(id: String, title: String, claim: String) -> HTML {
        var places: [Int: Double] = [:]
        var headings: [(name: String, y: Double)] = []
        var y = Self.pitch / 2
        var party: Int?
        for index in drawn {
            if contacts[index].party != party {
                party = contacts[index].party
                headings.append((parties[contacts[index].party].name, y))
                y += Self.pitch
            }
            places[index] = y
            y += Self.pitch
        }
        var drawing = Drawing(id: id + "-narrow", height: y - Self.pitch / 2)
        for tie in ties.sorted(by: { !$0.isMissing && $1.isMissing }) { draw(tie, places, on: &drawing) }
        for heading in headings { drawing.text(2, heading.y + 4.5, heading.name, "b", limit: Self.marks - 4) }
        for index in drawn {
            guard let place = places[index] else { continue }
            drawing.text(14, place + 4.5, contacts[index].name, limit: Self.marks - 26)
            drawing.mark(parties[contacts[index].party].mark, Self.marks, place, title: contacts[index].name)
        }
        return drawing.svg(title: title, claim: claim)
    }

    /// An arc from mark to mark, the further out the longer it is.
    private func draw(_ tie: ContactTie, _ places: [Int: Double], on drawing: inout Drawing) {
        guard let from = places[tie.from], let to = places[tie.to] else { return }
        let reach = Self.marks + min(236, 44 + abs(to - from) * 0.7)
        let (x, middle) = (decimal(Self.marks), decimal((from + to) / 2))
        let path = "M\(x) \(decimal(from))Q\(decimal(reach)) \(middle) \(x) \(decimal(to))"
        let names = "\(contacts[tie.from].name) – \(contacts[tie.to].name)"
        if tie.isMissing {
            drawing.path(path, "gap", title: "\(names): missing")
        } else {
            drawing.tie(path, width: 1 + 4 * (tie.strength ?? 0.25), title: names)
        }
    }
}

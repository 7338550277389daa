/// A person, or an organisation, in a contact map.
public struct Contact: Sendable {
    public var name: String
    /// Position among the parties.
    public var party: Int

    public init(_ name: String, party: Int) {
        self.name = name
        self.party = party
    }
}

/// A tie between two contacts, by their positions.
public struct ContactTie: Sendable {
    public var from, to: Int
    /// From 0 to 1: drawn as the width; nil where it is not known.
    public var strength: Double?
    /// Whether the tie is needed and not there: drawn dashed.
    public var isMissing: Bool

    public init(_ from: Int, _ to: Int, strength: Double? = nil, isMissing: Bool = false) {
        self.from = from
        self.to = to
        self.strength = strength.map { min(max($0.isFinite ? $0 : 0, 0), 1) }
        self.isMissing = isMissing
    }
}

/// Who knows whom across the organisations, and which needed ties are missing.
///
/// The contacts stand on both sides of a lens, one line each and grouped by organisation, so that no two names overlap; the place of each depends on the order of
/// the parties and contacts alone. Ties to unknown positions are left out. At most 60 contacts and 120 ties are drawn; the table has the ties, strongest first. A phone shows
/// a drawing of its own in its place.
public func contactMap(
    id: String, title: String = "Who knows whom", claim: String? = nil, parties: [Party], contacts: [Contact],
    ties: [ContactTie]
) -> Figure {
    let known = contacts.indices.filter { parties.indices.contains(contacts[$0].party) }
    let drawn = Array(known.sorted { (contacts[$0].party, $0) < (contacts[$1].party, $1) }.prefix(60))
    let isKnown = Set(known)
    let ties = ties.filter { isKnown.contains($0.from) && isKnown.contains($0.to) && $0.from != $0.to }
    let isDrawn = Set(drawn)
    let drawnTies = ties.filter { isDrawn.contains($0.from) && isDrawn.contains($0.to) }.prefix(120)
    let layout = LensLayout(groups: parties.indices.map { party in drawn.filter { contacts[$0].party == party } })

    var drawing = Drawing(id: id, width: 700, height: layout.height)
    for tie in drawnTies.sorted(by: { !$0.isMissing && $1.isMissing }) {
        guard let from = layout.places[tie.from], let to = layout.places[tie.to] else { continue }
        let bend = layout.bend(from, to)
        let path =
            "M\(decimal(from.x)) \(decimal(from.y))Q\(decimal(bend.x)) \(decimal(bend.y)) \(decimal(to.x)) \(decimal(to.y))"
        let names = "\(contacts[tie.from].name) – \(contacts[tie.to].name)"
        if tie.isMissing {
            drawing.path(path, "gap", title: "\(names): missing")
        } else {
            let strength = tie.strength.map { ": \(percent($0))" } ?? ""
            drawing.tie(path, width: 1 + 4 * (tie.strength ?? 0.25), title: names + strength)
        }
    }
    for heading in layout.headings {
        drawing.text(
            heading.place.x + (heading.isLeft ? 7 : -7), heading.place.y + 4.5, parties[heading.group].name, "b",
            heading.isLeft ? .end : .start, limit: 220)
    }
    for index in drawn {
        guard let place = layout.places[index] else { continue }
        let isLeft = place.x < 350
        drawing.mark(parties[contacts[index].party].mark, place.x, place.y, title: contacts[index].name)
        drawing.text(
            place.x + (isLeft ? -14 : 14), place.y + 4.5, contacts[index].name, nil, isLeft ? .end : .start,
            limit: (isLeft ? place.x : 700 - place.x) - 16)
    }

    let missing = ties.filter(\.isMissing)
    func names(_ tie: ContactTie) -> String { "\(contacts[tie.from].name) and \(contacts[tie.to].name)" }
    var said = "No ties are known yet."
    if !ties.isEmpty {
        said =
            missing.isEmpty
            ? "\(capitalised(counted(ties.count, "tie"))) among \(counted(known.count, "contact", plural: "contacts")); none that is needed is missing."
            : "\(ties.count - missing.count) of \(ties.count) ties exist; missing: \(listed(missing.map(names), atMost: 2))."
    }
    let order = ties.enumerated().sorted {
        ($0.element.isMissing ? 0 : 1, -($0.element.strength ?? 0), $0.offset) < (
            $1.element.isMissing ? 0 : 1, -($1.element.strength ?? 0), $1.offset
        )
    }
    let hasStrengths = ties.contains { $0.strength != nil }
    let table = DataTable(
        title, columns: ["From", "Of", "To", "Of"] + (hasStrengths ? [.number("Strength, %")] : ["Contact"]),
        rows: order.map { _, tie in
            let (from, to) = (contacts[tie.from], contacts[tie.to])
            return [
                .text(from.name), .text(parties[from.party].name), .text(to.name), .text(parties[to.party].name),
                tie.isMissing ? "missing" : hasStrengths ? .number(orMissing: tie.strength.map { $0 * 100 }) : "there",
            ]
        })
    guard !drawn.isEmpty else {
        return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table, width: 700)
    }
    var figure = drawing.figure(title: title, claim: claim ?? said, table: table, parties: Array(parties))
    let narrow = NarrowContactMap(parties: parties, contacts: contacts, drawn: drawn, ties: Array(drawnTies))
    figure.picture =
        "\(figure.picture)<div class=\"narrow\">\(narrow.svg(id: id, title: title, claim: claim ?? said))</div>"
    return figure
}

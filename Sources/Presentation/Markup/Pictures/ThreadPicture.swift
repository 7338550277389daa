/// One objective followed to those who deliver it.
public struct ThreadStrand: Sendable {
    /// What stands at the seven stages, from the objective to the owner; an empty stage is a hole.
    public let stages: [[String]]
    /// Where the objective is shown.
    public let link: WebLink?

    public init(
        objective: String, link: WebLink? = nil, capabilities: [String], partners: [String], terms: [String],
        tasks: [String], risks: [String], owners: [String]
    ) {
        stages = [[objective], capabilities, partners, terms, tasks, risks, owners]
        self.link = link
    }

    /// The objective.
    var name: String { stages[0].first ?? "" }
    var holeCount: Int { stages.count(where: \.isEmpty) }
}

/// The thread of each objective: objective → capability → partner → term → task → risk → owner, with the holes marked. It is a
/// table, so that texts wrap where they need to and on a narrow screen each thread hangs down from its objective.
///
/// A stage shows its first name and how many more there are. At most 20 strands are shown; where there are more, a sentence says so.
public func threadPicture(id: String, title: String = "The thread", claim: String? = nil, strands: [ThreadStrand])
    -> Figure
{
    let holes = strands.map(\.holeCount)
    let broken = holes.filter { $0 > 0 }.count
    var said = "No objective is recorded yet."
    if !strands.isEmpty {
        said =
            broken == 0
            ? "Every objective can be followed to its owner."
            : "\(strands.count - broken) of \(strands.count) objectives can be followed to an owner; \(counted(holes.reduce(0, +), "hole")) to fill."
    }
    guard !strands.isEmpty else {
        return Drawing.nothing(id: id, title: title, claim: claim ?? said, width: 700)
    }
    let shown = strands.prefix(20)
    let chains = DataTable(
        title, columns: ["Objective", "Capability", "Partner", "Term", "Task", "Risk", "Owner"],
        rows: shown.map { strand in
            [.markup(linked(strand.name, strand.link))] + strand.stages.dropFirst().map(stageCell)
        }, isCaptionHidden: true, look: .chains)
    let rest: HTML? =
        strands.count > shown.count
        ? "<p class=\"say\">The first \(shown.count) of \(strands.count) are shown.</p>" : nil
    return Figure(
        id: id, title: title, claim: claim ?? said, picture: "\(dataTable(chains))\(rest)", table: nil, isWide: true)
}

private func stageCell(_ names: [String]) -> DataTable.Cell {
    guard let first = names.first else { return .shaded("missing", .hole) }
    return names.count == 1 ? .text(first) : .markup("\(first) <small>and \(names.count - 1) more</small>")
}

/// A member's share of the votes and its share of the power to decide.
public struct VotingMember: Sendable {
    public var party: Party
    /// Both as a share of 1.
    public var weight, power: Double

    public init(_ party: Party, weight: Double, power: Double) {
        self.party = party
        self.weight = weight.isFinite ? max(weight, 0) : 0
        self.power = power.isFinite ? max(power, 0) : 0
    }

    var isPowerless: Bool { power < 0.000_5 }
}

/// Pairs of bars: votes beside real power (such as the index of Banzhaf or of Shapley and Shubik). Members without power are named.
///
/// Part of the design system, for votes beside power: no page shows it yet.
public func votingPowerBars(
    id: String, title: String = "Votes and power", claim: String? = nil, members: [VotingMember], quota: String,
    index: String = "Banzhaf"
) -> Figure {
    let pitch: Double = 58
    let largest = max(members.map { max($0.weight, $0.power) }.max() ?? 0, 0.01)
    var drawing = Drawing(id: id, height: pitch * Double(max(members.count, 1)) + 24)
    for (row, member) in members.enumerated() {
        let y = pitch * Double(row)
        drawing.mark(member.party.mark, 9, y + 11)
        drawing.text(22, y + 15.5, member.party.name, "b", limit: member.isPowerless ? 200 : 316)
        if member.isPowerless { drawing.text(338, y + 15.5, "has no power", "tbad", .end) }
        for (line, (share, style, name)) in [
            (member.weight, "knone", "votes"), (member.power, member.party.mark.fill, "power"),
        ].enumerated() {
            let top = y + 23 + 15 * Double(line)
            drawing.box(
                2, top, max(share / largest * 276, 1), 13, style,
                title: "\(member.party.name), \(name): \(percent(share))")
            drawing.text(2 + share / largest * 276 + 6, top + 11, percent(share), line == 0 ? "muted" : nil)
        }
    }
    drawing.text(2, drawing.height - 6, "upper bar votes, lower bar power (\(index))", "muted", limit: 336)
    let powerless = members.filter(\.isPowerless).map(\.party.name)
    var said = "A decision needs \(quota)."
    if let most = members.max(by: { $0.power - $0.weight < $1.power - $1.weight }), most.power - most.weight > 0.01 {
        said += " \(most.party.name) has \(percent(most.weight)) of the votes and \(percent(most.power)) of the power."
    } else if !members.isEmpty {
        said += " Power follows the votes."
    }
    if !powerless.isEmpty { said += " \(listed(powerless)) can never turn a vote." }
    let table = DataTable(
        "\(title); needs \(quota)", columns: ["Member", .number("Votes, %"), .number("Power, %"), "Can turn a vote"],
        rows: members.map {
            [.text($0.party.name), .number($0.weight * 100), .number($0.power * 100), $0.isPowerless ? "no" : "yes"]
        })
    guard !members.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table) }
    return drawing.figure(title: title, claim: claim ?? said, table: table)
}

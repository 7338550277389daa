/// How many risks stand where, by likelihood and impact.
public struct HeatMap: Hashable, Sendable {
    /// `cells[likelihood - 1][impact - 1]`: the open risks with this likelihood and impact, in their order.
    public let cells: [[[RecordID<IdentifiedRisk>]]]
    /// The risks whose level is known in a word only, or not at all, so that they have no place in the map.
    public let unplaced: [RecordID<IdentifiedRisk>]

    /// The counts of the cells.
    public var counts: [[Int]] { cells.map { $0.map(\.count) } }

    /// Whether the levels are those before or after mitigation.
    public enum Levels: Sendable {
        case inherent, residual
    }
}

extension View {
    /// The map of open risks before or after mitigation. After mitigation, a risk without a residual level stands where it
    /// stood before: nothing has been shown to lower it.
    ///
    /// - Complexity: O(risks).
    public func heatMap(_ levels: HeatMap.Levels) -> HeatMap {
        var cells = [[[RecordID<IdentifiedRisk>]]](repeating: Array(repeating: [], count: 5), count: 5)
        var unplaced: [RecordID<IdentifiedRisk>] = []
        for risk in self.risk.risks where risk.status != .closed {
            let level = levels == .inherent ? risk.inherent : risk.residual ?? risk.inherent
            if let likelihood = level?.likelihood, let impact = level?.impact {
                cells[likelihood - 1][impact - 1].append(risk.id)
            } else {
                unplaced.append(risk.id)
            }
        }
        return HeatMap(cells: cells, unplaced: unplaced)
    }
}

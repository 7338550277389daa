/// Person-months by work package (rows) and party (columns), with their sums.
public struct EffortMatrix: Hashable, Sendable {
    /// All work packages, in their order.
    public let workPackages: [RecordID<WorkPackage>]
    /// The parties that have effort, in the order of the charter.
    public let parties: [RecordID<Party>]
    /// `cells[row][column]`: the person-months of a party in a work package, zero where none are planned.
    public let cells: [[DecimalNumber]]
    /// The person-months of each work package.
    public let rowSums: [DecimalNumber]
    /// The person-months of each party.
    public let columnSums: [DecimalNumber]
    /// All person-months.
    public let total: DecimalNumber

    public var isEmpty: Bool { parties.isEmpty }
}

extension View {
    /// The effort matrix: allocations of the same party and work package are added.
    ///
    /// - Complexity: O(allocations + work packages · parties).
    public var effortMatrix: EffortMatrix {
        let rows = self.plan.workPackages.map(\.id)
        let rowOf = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
        let involved = Set(self.plan.effort.filter { $0.personMonths != .zero }.map(\.party))
        let columns = self.charter.parties.map(\.id).filter(involved.contains)
        let columnOf = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
        var cells = [[DecimalNumber]](repeating: Array(repeating: .zero, count: columns.count), count: rows.count)
        for allocation in self.plan.effort {
            guard let row = rowOf[allocation.workPackage], let column = columnOf[allocation.party] else { continue }
            cells[row][column] += allocation.personMonths
        }
        let rowSums = cells.map { $0.reduce(.zero, +) }
        let columnSums = columns.indices.map { column in cells.reduce(.zero) { $0 + $1[column] } }
        return EffortMatrix(
            workPackages: rows, parties: columns, cells: cells, rowSums: rowSums, columnSums: columnSums,
            total: rowSums.reduce(.zero, +))
    }
}

/// A declared total that the sum of its parts does not reach, or exceeds.
public struct TotalMismatch: Sendable {
    public let declared: Registered<DeclaredTotal>
    /// What the parts add up to, in the unit of the total.
    public let sum: DecimalNumber
}

extension View {
    /// The declared totals that differ from the sums of effort, budget or contributions.
    ///
    /// - Complexity: O(parts + totals).
    public var totalMismatches: [TotalMismatch] {
        if self.plan.totals.isEmpty { return [] }
        var sums: [Scope: DecimalNumber] = [:]
        func add(
            _ amount: DecimalNumber?, _ of: DeclaredTotal.Quantity, _ party: RecordID<Party>?,
            _ workPackage: RecordID<WorkPackage>?
        ) {
            guard let amount else { return }
            // Each part counts in the total of all, of its party, of its work package, and of both.
            for scope in Set([
                Scope(of: of), Scope(of: of, party: party), Scope(of: of, workPackage: workPackage),
                Scope(of: of, party: party, workPackage: workPackage),
            ]) { sums[scope, default: .zero] += amount }
        }
        for part in self.plan.effort { add(part.personMonths, .effort, part.party, part.workPackage) }
        for part in self.plan.budget { add(part.amount, .budget, part.party, part.workPackage) }
        for part in self.plan.contributions { add(part.amount, .contributions, part.party, nil) }
        return self.plan.totals.compactMap { total in
            let sum = sums[Scope(of: total.of, party: total.party, workPackage: total.workPackage)] ?? .zero
            return sum == total.amount ? nil : TotalMismatch(declared: total, sum: sum)
        }
    }
}

private struct Scope: Hashable {
    let of: DeclaredTotal.Quantity
    var party: RecordID<Party>?
    var workPackage: RecordID<WorkPackage>?
}

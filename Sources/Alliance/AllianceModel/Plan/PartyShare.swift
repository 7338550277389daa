/// What a party puts in and gets out, beside the others.
public struct PartyShare: Hashable, Sendable {
    public let party: RecordID<Party>
    /// What it contributes in cash, in the currency of the alliance.
    public let cash: DecimalNumber
    /// What it contributes in kind, in the currency of the alliance.
    public let inKind: DecimalNumber
    /// Its effort over all work packages.
    public let personMonths: DecimalNumber
    /// Its part of everything that is put in, 0 to 1: of the amounts contributed, or of the effort where no amounts are
    /// known; nil where neither is.
    public let commitment: Double?
    /// Its part of what the alliance yields, 0 to 1: of the agreed shares, or of the benefits that parties expect in
    /// the open where no shares are agreed; nil where neither is known.
    public let benefit: Double?
}

extension View {
    /// Commitment and benefit of each member, in the order of the charter. Where shares of several benefits are agreed, the
    /// benefits count alike.
    ///
    /// - Complexity: O(records of the plan).
    public var partyShares: [PartyShare] {
        var cash: [RecordID<Party>: DecimalNumber] = [:]
        var inKind: [RecordID<Party>: DecimalNumber] = [:]
        for contribution in self.plan.contributions {
            let amount = contribution.amount ?? .zero
            switch contribution.kind {
            case .cash: cash[contribution.party, default: .zero] += amount
            case .inKind: inKind[contribution.party, default: .zero] += amount
            }
        }
        let effort = sums(self.plan.effort.map { ($0.party, $0.personMonths) })
        let amounts = cash.merging(inKind, uniquingKeysWith: +)
        let commitments = amounts.values.contains { $0 != .zero } ? amounts : effort
        let agreed = sums(self.plan.benefitShares.map { ($0.party, $0.share) })
        let expected = sums(self.vision.benefits.compactMap { benefit in benefit.amount.map { (benefit.party, $0) } })
        let benefits = agreed.values.contains { $0 != .zero } ? agreed : expected
        let committed = commitments.values.reduce(.zero, +)
        let yielded = benefits.values.reduce(.zero, +)
        return self.charter.members.map { party in
            PartyShare(
                party: party.id, cash: cash[party.id] ?? .zero, inKind: inKind[party.id] ?? .zero,
                personMonths: effort[party.id] ?? .zero,
                commitment: committed == .zero ? nil : (commitments[party.id] ?? .zero).share(of: committed),
                benefit: yielded == .zero ? nil : (benefits[party.id] ?? .zero).share(of: yielded))
        }
    }

    private func sums(_ amounts: [(RecordID<Party>, DecimalNumber)]) -> [RecordID<Party>: DecimalNumber] {
        amounts.reduce(into: [:]) { $0[$1.0, default: .zero] += $1.1 }
    }
}

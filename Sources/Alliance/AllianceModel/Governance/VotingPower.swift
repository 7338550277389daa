/// What a rule gives each party, if everybody takes part and votes for or against.
public struct VotingPower: Hashable, Sendable {
    /// The parties whose votes alone carry a decision.
    public let passAlone: [RecordID<Party>]
    /// The parties without whose votes nothing is carried.
    public let blockAlone: [RecordID<Party>]
    /// The size of the smallest groups that carry a decision; nil where nothing can be carried, or where there are more than
    /// ``largestBody`` voters.
    public let smallestPassing: Int?
    /// Those groups, at most twelve of them, in the order of the voters.
    public let passingGroups: [[RecordID<Party>]]
    /// How many such groups there are.
    public let passingGroupCount: Int

    /// Up to how many voters the groups are searched.
    public static let largestBody = 20
}

extension Electorate {
    /// Who can pass or block alone, and the smallest groups that can pass. Exact: every group of the smallest size is tried.
    ///
    /// Rules are monotone (one more vote in favour never loses a decision), so a party blocks alone exactly where all
    /// others together do not pass.
    /// - Complexity: O(voters · conditions), and up to O(2^voters · conditions) for the groups, for at most 20 voters.
    public func power() -> VotingPower {
        let (pass, block) = alone()
        var size: Int?
        var groups: [[RecordID<Party>]] = []
        var count = 0
        let coalitions = rules.map { Coalitions(electorate: self, rule: $0) }
        if voters.count <= VotingPower.largestBody, coalitions.contains(where: \.allCarry) {
            for wanted in 1...max(1, voters.count) {
                // Gosper's hack: all sets of `wanted` voters in rising order (HAKMEM 175, 1972).
                var set: UInt32 = (1 << UInt32(wanted)) - 1
                while set < 1 << UInt32(voters.count) {
                    if coalitions.contains(where: { $0.carry(set) }) {
                        count += 1
                        if groups.count < 12 {
                            groups.append(voters.indices.filter { set >> UInt32($0) & 1 == 1 }.map { voters[$0].party })
                        }
                    }
                    let lowest = set & (~set &+ 1)
                    let ripple = set + lowest
                    set = (((ripple ^ set) >> 2) / lowest) | ripple
                }
                if count > 0 {
                    size = wanted
                    break
                }
            }
        }
        return VotingPower(
            passAlone: pass, blockAlone: block, smallestPassing: size, passingGroups: groups, passingGroupCount: count)
    }

    /// Who can pass, and who can block, alone; for any number of voters.
    ///
    /// - Complexity: O(voters · conditions).
    func alone() -> (pass: [RecordID<Party>], block: [RecordID<Party>]) {
        let coalitions = rules.map { Coalitions(electorate: self, rule: $0) }
        let pass = voters.indices.filter { voter in coalitions.contains { $0.carries(voter) } }
        let block = voters.indices.filter { voter in !coalitions.contains { $0.othersCarry(without: voter) } }
        return (pass.map { voters[$0].party }, block.map { voters[$0].party })
    }
}

/// What a group of voters must have to carry a decision under a rule against all the others, worked out once.
private struct Coalitions {
    /// Votes that the group must have of a part of the voters.
    struct Need {
        let votes: [DecimalNumber]
        let whole: DecimalNumber
        let share: Share
        let exceeding: Bool
        let castingVote: Int?
    }

    private var needs: [Need] = []
    private let vetoes: [Int]
    private let minimum: Int
    private let count: Int

    init(electorate: Electorate, rule: DecisionRule) {
        let voters = electorate.voters
        count = voters.count
        let weights = Dictionary(rule.weights.map { ($0.party, $0.weight) }) { first, _ in first }
        let votes = voters.map { weights[$0.party] ?? $0.votes }
        let withVeto = Set(rule.vetoes)
        vetoes = voters.indices.filter { withVeto.contains(voters[$0].party) }
        minimum = rule.minimumParties ?? 0
        needs.append(
            Need(
                votes: votes, whole: votes.reduce(.zero, +), share: rule.threshold,
                exceeding: rule.comparison == .moreThan,
                castingVote: voters.firstIndex { $0.party == rule.decidingTies }))
        for group in rule.groups {
            let members = Set(group.parties)
            let own = voters.indices.map { members.contains(voters[$0].party) ? votes[$0] : .zero }
            needs.append(
                Need(
                    votes: own, whole: own.reduce(.zero, +), share: group.threshold,
                    exceeding: group.comparison == .moreThan, castingVote: nil))
        }
    }

    /// Whether all together carry a decision.
    var allCarry: Bool { carry(count, votes: \.whole) { _ in true } }

    /// Whether one voter alone carries a decision.
    func carries(_ voter: Int) -> Bool { carry(1, votes: { $0.votes[voter] }) { $0 == voter } }

    /// Whether all but one voter carry a decision.
    func othersCarry(without voter: Int) -> Bool {
        carry(count - 1, votes: { $0.whole - $0.votes[voter] }) { $0 != voter }
    }

    /// Whether the voters of a set, one bit each, carry a decision.
    func carry(_ set: UInt32) -> Bool {
        func isInFavour(_ voter: Int) -> Bool { set >> UInt32(voter) & 1 == 1 }
        return carry(
            set.nonzeroBitCount,
            votes: { need in
                (0..<count).reduce(.zero) { isInFavour($1) ? $0 + need.votes[$1] : $0 }
            }, isInFavour)
    }

    /// Whether a group of so many voters, with these votes of each part, carries a decision.
    private func carry(_ size: Int, votes: (Need) -> DecimalNumber, _ isInFavour: (Int) -> Bool) -> Bool {
        guard size >= minimum, vetoes.allSatisfy(isInFavour) else { return false }
        return needs.allSatisfy { need in
            guard need.whole > .zero else { return false }
            let sum = votes(need)
            if need.share.isReached(by: sum, of: need.whole, exceeding: need.exceeding) { return true }
            guard let casting = need.castingVote else { return false }
            return sum > .zero && sum + sum == need.whole && isInFavour(casting)
        }
    }
}

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
        if voters.count <= VotingPower.largestBody, carries({ _ in true }) {
            let coalitions = rules.map { Coalitions(electorate: self, rule: $0) }
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
    func alone() -> (pass: [RecordID<Party>], block: [RecordID<Party>]) {
        let coalitions = rules.map { Coalitions(electorate: self, rule: $0) }
        let pass = voters.indices.filter { voter in coalitions.contains { $0.carry { $0 == voter } } }
        let block = voters.indices.filter { voter in !coalitions.contains { $0.carry { $0 != voter } } }
        return (pass.map { voters[$0].party }, block.map { voters[$0].party })
    }

    private func carries(_ isInFavour: (Int) -> Bool) -> Bool {
        rules.contains { Coalitions(electorate: self, rule: $0).carry(isInFavour) }
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
        let votes = voters.map { electorate.votes(of: $0, under: rule) }
        vetoes = voters.indices.filter { rule.vetoes.contains(voters[$0].party) }
        minimum = rule.minimumParties ?? 0
        needs.append(
            Need(
                votes: votes, whole: votes.reduce(.zero, +), share: rule.threshold,
                exceeding: rule.comparison == .moreThan,
                castingVote: voters.firstIndex { $0.party == rule.castingVote }))
        for group in rule.groups {
            let members = Set(group.parties)
            let own = voters.indices.map { members.contains(voters[$0].party) ? votes[$0] : .zero }
            needs.append(
                Need(
                    votes: own, whole: own.reduce(.zero, +), share: group.threshold,
                    exceeding: group.comparison == .moreThan, castingVote: nil))
        }
    }

    func carry(_ set: UInt32) -> Bool { carry { set >> UInt32($0) & 1 == 1 } }

    func carry(_ isInFavour: (Int) -> Bool) -> Bool {
        for veto in vetoes where !isInFavour(veto) { return false }
        if minimum > 0, (0..<count).count(where: isInFavour) < minimum { return false }
        return needs.allSatisfy { need in
            var sum = DecimalNumber.zero
            for voter in 0..<count where isInFavour(voter) { sum += need.votes[voter] }
            guard need.whole > .zero else { return false }
            if need.share.isReached(by: sum, of: need.whole, exceeding: need.exceeding) { return true }
            guard let casting = need.castingVote else { return false }
            return sum > .zero && sum + sum == need.whole && isInFavour(casting)
        }
    }
}

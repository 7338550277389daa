import SeededRandom
import Testing

@testable import AllianceModel

@Suite struct ShareTests {
    @Test func isExact() throws {
        let twoThirds = try #require(Share("2/3"))
        #expect(twoThirds.isReached(by: DecimalNumber(2), of: DecimalNumber(3)))
        #expect(!twoThirds.isReached(by: DecimalNumber(2), of: DecimalNumber(3), exceeding: true))
        #expect(try #require(Share("66.67 %")) > twoThirds)
        #expect(twoThirds.least(of: 3) == 2 && twoThirds.least(of: 5) == 4)
    }

    @Test(arguments: [
        ("2/3", "2/3"), ("4/6", "2/3"), ("60 %", "60 %"), ("60%", "60 %"), ("0.5", "50 %"), ("1", "100 %"),
        ("66.67 %", "66.67 %"),
    ])
    func readsWhatPeopleWrite(text: String, written: String) throws {
        let share = try #require(Share(text))
        #expect(share.description == written)
        #expect(Share(share.description) == share)
    }

    @Test(arguments: ["", "3/2", "-1/2", "1/0", "110 %", "half", "1/2/3", "/", "99999999999/99999999999", "1.5"])
    func refusesWhatIsNoShare(text: String) { #expect(Share(text) == nil) }
}

@Suite struct VoteTests {
    static func talks(_ rule: Value.Members) throws -> Talks {
        var talks = try Talks()
        var members = rule
        members["title"] = "Rule"
        try talks.add(DecisionRule.register, "rule", members)
        try talks.add(
            Body.register, "board",
            [
                "title": "Board", "rule": "rule",
                "seats": .list(["north", "harbour", "rail"].map { .record(["party": .text($0)]) }),
            ])
        try talks.add(Matter.register, "fee", ["title": "Fee", "bodies": .list(["board"])])
        try talks.add(
            Decision.register, "d", ["title": "Fee of 80", "matter": "fee", "deadline": .date(Talks.day + 5)])
        return talks
    }

    static func vote(_ ballot: Vote.Ballot, reason: String? = nil) -> Governance.Change {
        var vote = Governance.CastVote()
        vote.decision = "d"
        vote.vote = ballot
        vote.reason = reason
        return .vote(vote)
    }

    static let close: Governance.Change = {
        var close = Governance.Close()
        close.decision = "d"
        return .close(close)
    }()

    @Test func isCarriedUnderItsRuleWithTheArithmetic() throws {
        var talks = try Self.talks(["threshold": "2/3", "quorum": "2/3"])
        try talks.apply(Self.vote(.inFavour), by: Talks.lead("north"))
        try talks.apply(Self.vote(.against), by: Talks.lead("harbour"))
        #expect(throws: Refusal.self) { try talks.apply(Self.close, by: Talks.lead("north")) }
        try talks.apply(Self.vote(.inFavour), by: Talks.lead("rail"))
        let decision = try #require(talks.view.governance.decisions["d"])
        #expect(
            talks.view.electorate(of: decision.record).tally(decision.votes).steps == [
                "3 of 3 take part; a quorum of 2/3 needs 2: reached.",
                "In favour 2, against 1, abstaining 0. Of 3 votes cast, at least 2/3 is needed: reached.",
            ])
        try talks.apply(Self.close, by: Talks.lead("north"))
        #expect(talks.view.governance.decisions["d"]?.outcome == .carried)
        #expect(throws: Refusal.self) { try talks.apply(Self.vote(.against), by: Talks.lead("rail")) }
    }

    @Test func aVoteMayBeChangedUntilItIsClosedAndLapsesWithTheWording() throws {
        var talks = try Self.talks(["threshold": "1/2", "comparison": "moreThan"])
        try talks.apply(Self.vote(.inFavour), by: Talks.lead("north"))
        try talks.apply(Self.vote(.against), by: Talks.lead("north"))
        #expect(talks.view.governance.decisions["d"]?.votes.map(\.vote) == [.against])
        try talks.set(Decision.register, "d", ["text": "A fee of 90"], by: Talks.lead("north"))
        #expect(talks.view.governance.decisions["d"]?.votes.filter(\.holds).isEmpty == true)
        // After the deadline it can be closed with the votes there are, and none can be cast.
        #expect(throws: Refusal.self) { try talks.apply(Self.vote(.inFavour), by: Talks.lead("rail"), days: 6) }
        try talks.apply(Self.close, by: Talks.lead("rail"), days: 6)
        #expect(talks.view.governance.decisions["d"]?.outcome == .lost)
    }

    @Test func theLastDayIsPartOfTheTimeToVote() throws {
        var talks = try Self.talks(["threshold": "1/2"])
        try talks.apply(Self.vote(.inFavour), by: Talks.lead("north"), days: 5)
        #expect(throws: Refusal.self) { try talks.apply(Self.vote(.inFavour), by: Talks.lead("rail"), days: 6) }
        #expect(talks.view.governance.decisions["d"]?.votes.count == 1)
    }

    @Test func isNotClosedBeforeItsTimeByVotesThatHaveLapsed() throws {
        var talks = try Self.talks(["threshold": "1/2"])
        for party: RecordID<Party> in ["north", "harbour", "rail"] {
            try talks.apply(Self.vote(.inFavour), by: Talks.lead(party))
        }
        try talks.set(Decision.register, "d", ["text": "A fee of 90"], by: Talks.lead("north"))
        #expect(throws: Refusal.self) { try talks.apply(Self.close, by: Talks.lead("north")) }
        #expect(talks.view.governance.decisions["d"]?.outcome == nil)
    }

    @Test func onlyThoseWithASeatVoteAndAVetoNeedsAReason() throws {
        var talks = try Self.talks(["threshold": "1/2", "vetoes": .list(["rail"])])
        try talks.add(Party.register, "port", ["name": "Port", "standing": "member"])
        try talks.add(Person.register, "lead-port", ["name": "P", "party": "port", "role": "lead"])
        #expect(throws: Refusal.self) { try talks.apply(Self.vote(.inFavour), by: Talks.lead("port")) }
        #expect(throws: Refusal.self) { try talks.apply(Self.vote(.inFavour), by: .founder) }
        #expect(throws: Refusal.self) { try talks.apply(Self.vote(.inFavour), by: .person("rail-2", of: "rail")) }
        #expect(throws: Refusal.self) { try talks.apply(Self.vote(.against), by: Talks.lead("rail")) }
        for party: RecordID<Party> in ["north", "harbour"] {
            try talks.apply(Self.vote(.inFavour), by: Talks.lead(party))
        }
        try talks.apply(Self.vote(.against, reason: "It ruins us"), by: Talks.lead("rail"))
        try talks.apply(Self.close, by: Talks.lead("rail"))
        #expect(talks.view.governance.decisions["d"]?.outcome == .lost)
    }

    @Test func missesItsQuorum() throws {
        var talks = try Self.talks(["threshold": "1/2", "quorum": "2/3"])
        try talks.apply(Self.vote(.inFavour), by: Talks.lead("north"))
        try talks.apply(Self.close, by: Talks.lead("north"), days: 6)
        #expect(talks.view.governance.decisions["d"]?.outcome == .noQuorum)
    }

    @Test func abstentionsCountAsTheRuleSays() throws {
        // One in favour, none against, two abstaining.
        let cases: [(Value.Members, Decision.Outcome)] = [
            (["threshold": "1/2", "comparison": "moreThan"], .carried),
            (["threshold": "1/2", "comparison": "moreThan", "abstention": "against"], .lost),
            (["threshold": "1/3", "basis": "present"], .carried),
            (["threshold": "1/2", "basis": "present"], .lost),
            (["threshold": "1/2", "basis": "allMembers"], .lost),
        ]
        for (rule, outcome) in cases {
            var talks = try Self.talks(rule)
            try talks.apply(Self.vote(.inFavour), by: Talks.lead("north"))
            try talks.apply(Self.vote(.abstain), by: Talks.lead("harbour"))
            try talks.apply(Self.vote(.abstain), by: Talks.lead("rail"))
            try talks.apply(Self.close, by: Talks.lead("rail"))
            #expect(talks.view.governance.decisions["d"]?.outcome == outcome)
        }
    }
}

/// What counts in a tally and what does not, whoever came to stand in it.
@Suite struct TallyTests {
    /// The outcome of votes of p0, p1 and so on, of whom so many have a vote.
    private static func outcome(
        _ ballots: [Vote.Ballot], voters: Int? = nil, lapsed: Set<Int> = [],
        _ change: (inout DecisionRule) throws -> Void
    ) throws -> Decision.Outcome {
        var rule = DecisionRule()
        rule.threshold = try #require(Share("1/2"))
        try change(&rule)
        let electorate = Electorate(
            voters: (0..<(voters ?? ballots.count)).map { .init(party: RecordID("p\($0)"), votes: DecimalNumber(1)) },
            rule: rule)
        return electorate.tally(
            ballots.enumerated().map { index, ballot in
                var vote = Vote()
                (vote.party, vote.vote) = (RecordID("p\(index)"), ballot)
                vote.lapsedOn = lapsed.contains(index) ? Talks.day : nil
                return vote
            }
        ).outcome
    }

    @Test func votesThatHaveLapsedDoNot() throws {
        #expect(try Self.outcome([.inFavour, .inFavour, .against], lapsed: [0, 1]) { _ in } == .lost)
        #expect(try Self.outcome([.inFavour, .against, .against], lapsed: [1, 2]) { _ in } == .carried)
    }

    @Test func whoAbstainsTakesPart() throws {
        let half = try #require(Share("1/2"))
        #expect(try Self.outcome([.inFavour, .abstain], voters: 4) { $0.quorum = half } == .carried)
        #expect(try Self.outcome([.inFavour], voters: 4) { $0.quorum = half } == .noQuorum)
    }

    /// A party may have lost its seat since it voted.
    @Test func neitherVoteNorVetoOfWhoHasNoVoteDoes() throws {
        let veto: (inout DecisionRule) -> Void = { $0.vetoes = ["p2"] }
        #expect(try Self.outcome([.inFavour, .inFavour, .against], voters: 2, veto) == .carried)
        #expect(try Self.outcome([.inFavour, .inFavour, .against], voters: 3, veto) == .lost)
        #expect(try Self.outcome([.against, .against, .inFavour, .inFavour, .inFavour], voters: 2) { _ in } == .lost)
    }

    @Test func aGroupMayHaveToExceedItsShare() throws {
        func outcome(_ comparison: DecisionRule.Comparison) throws -> Decision.Outcome {
            var group = GroupMajority()
            (group.title, group.parties, group.comparison) = ("Harbours", ["p0", "p1"], comparison)
            group.threshold = try #require(Share("1/2"))
            return try Self.outcome([.inFavour, .against, .inFavour]) { $0.groups = [group] }
        }
        #expect(try outcome(.atLeast) == .carried)
        #expect(try outcome(.moreThan) == .lost)
    }
}

@Suite struct VotingPowerTests {
    static func electorate(_ votes: [Int], _ change: (inout DecisionRule) -> Void) -> Electorate {
        var rule = DecisionRule()
        change(&rule)
        return Electorate(
            voters: votes.enumerated().map {
                .init(party: RecordID("p\($0.offset)"), votes: DecimalNumber($0.element))
            },
            rule: rule)
    }

    /// The Council of the European Economic Community of 1958: votes 4, 4, 4, 2, 2, 1, 12 of 17 needed. Luxembourg, with one
    /// vote, is in no smallest group (Felsenthal and Machover, The Measurement of Voting Power, 1998).
    @Test func councilOf1958() throws {
        let share = try #require(Share("12/17"))
        let power = Self.electorate([4, 4, 4, 2, 2, 1]) { $0.threshold = share }.power()
        #expect(power.passAlone.isEmpty && power.blockAlone.isEmpty)
        #expect(power.smallestPassing == 3)
        #expect(power.passingGroups == [["p0", "p1", "p2"]])
    }

    @Test func shareholdersOfFiftyOnePercentDecideAlone() throws {
        let half = try #require(Share("1/2"))
        let power = Self.electorate([51, 25, 15, 9]) {
            $0.threshold = half
            $0.comparison = .moreThan
        }.power()
        #expect(power.passAlone == ["p0"] && power.blockAlone == ["p0"])
        #expect(power.smallestPassing == 1 && power.passingGroupCount == 1)
    }

    /// Fifteen members, nine votes needed, five with a veto: the smallest group has nine members, the five and four of ten.
    @Test func securityCouncil() throws {
        let share = try #require(Share("9/15"))
        let power = Self.electorate(Array(repeating: 1, count: 15)) {
            $0.threshold = share
            $0.vetoes = ["p0", "p1", "p2", "p3", "p4"]
        }.power()
        #expect(power.blockAlone == ["p0", "p1", "p2", "p3", "p4"])
        #expect(power.smallestPassing == 9)
        #expect(power.passingGroupCount == 210)  // 10 choose 4
        #expect(power.passingGroups.count == 12)
    }

    @Test func nothingPassesWhereTheRuleAsksForMoreThanThereIs() {
        let power = Self.electorate([1, 1]) { $0.minimumParties = 3 }.power()
        #expect(power.smallestPassing == nil && power.blockAlone == ["p0", "p1"])
        #expect(Self.electorate([]) { _ in }.power().smallestPassing == nil)
        #expect(Self.electorate([0, 0]) { _ in }.power().smallestPassing == nil)
    }

    /// One more vote in favour never loses a decision, whatever the rule: a tie decides nothing where more than half is needed.
    @Test(arguments: UInt64(1)...20)
    func moreVotesInFavourNeverLoseWhatFewerCarry(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let parties = (0..<5).map { RecordID<Party>("p\($0)") }
        let threshold = try #require(Share(Int128(Int.random(in: 1...8, using: &generator)), of: 8))
        let electorate = Electorate(
            voters: parties.map { .init(party: $0, votes: DecimalNumber(Int.random(in: 1...3, using: &generator))) },
            rule: {
                var rule = DecisionRule()
                (rule.threshold, rule.castingVote) = (threshold, parties[0])
                return rule
            }())
        func carries(_ set: Int) -> Bool {
            let votes = parties.indices.map { index in
                var vote = Vote()
                (vote.party, vote.vote) = (parties[index], set >> index & 1 == 1 ? .inFavour : .against)
                return vote
            }
            return electorate.tally(votes).outcome == .carried
        }
        for set in 0..<32 where carries(set) {
            for index in 0..<5 { #expect(carries(set | 1 << index)) }
        }
        let needed = parties.indices.filter { index in !(0..<32).contains { carries($0) && $0 >> index & 1 == 0 } }
        #expect(electorate.power().blockAlone == needed.map { parties[$0] })
    }

    @Test func aCastingVoteGoesWithAMajorityOfHalf() throws {
        var it = try Preparation()
        let rule: Value.Members = ["title": "Two thirds", "threshold": "2/3", "castingVote": "north"]
        #expect(
            it.refusal(ofAdding: DecisionRule.register, rule) == [
                "governance.rules[x].castingVote: with a majority of 2/3 a tie is lost, whoever votes how"
            ])
        try it.add(
            DecisionRule.register, "half",
            ["title": "Half", "threshold": "1/2", "comparison": "moreThan", "castingVote": "north"])
    }

    /// Counting votes and reasoning about groups are two ways to the same answer.
    @Test(arguments: UInt64(1)...20)
    func agreesWithTheTally(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let count = Int.random(in: 2...6, using: &generator)
        let parties = (0..<count).map { RecordID<Party>("p\($0)") }
        func rule() throws -> DecisionRule {
            var rule = DecisionRule()
            rule.threshold = try #require(Share(Int128(Int.random(in: 1...6, using: &generator)), of: 7))
            rule.comparison = Bool.random(using: &generator) ? .moreThan : .atLeast
            rule.basis = try #require(DecisionRule.Basis.allCases.randomElement(using: &generator))
            rule.vetoes = parties.filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
            if Bool.random(using: &generator) { rule.castingVote = parties.randomElement(using: &generator) }
            if Bool.random(using: &generator) { rule.minimumParties = Int.random(in: 1...count, using: &generator) }
            if Bool.random(using: &generator) {
                var group = GroupMajority()
                group.title = "Group"
                group.parties = parties.filter { _ in Bool.random(using: &generator) }
                group.threshold = try #require(Share("1/2"))
                rule.groups = [group]
            }
            return rule
        }
        let electorate = Electorate(
            voters: parties.map { .init(party: $0, votes: DecimalNumber(Int.random(in: 0...5, using: &generator))) },
            rule: try rule(), otherRules: Bool.random(using: &generator) ? [try rule()] : [])
        func carries(_ set: Int) -> Bool {
            electorate.tally(
                parties.indices.map { index in
                    var vote = Vote()
                    vote.party = parties[index]
                    vote.vote = set >> index & 1 == 1 ? .inFavour : .against
                    return vote
                }
            ).outcome == .carried
        }
        let all = 1 << count
        let power = electorate.power()
        let winning = (1..<all).filter(carries)
        #expect(power.passAlone == parties.indices.filter { carries(1 << $0) }.map { parties[$0] })
        #expect(power.blockAlone == parties.indices.filter { !carries(all - 1 - 1 << $0) }.map { parties[$0] })
        #expect(power.smallestPassing == winning.map(\.nonzeroBitCount).min())
        let smallest = winning.filter { $0.nonzeroBitCount == power.smallestPassing }
        #expect(power.passingGroupCount == smallest.count)
    }

    /// Who passes or blocks alone is worked out from sums; trying the groups one by one says the same.
    @Test func whoDecidesAloneIsWhatTheGroupsSay() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<200 {
            let ids = (0..<Int.random(in: 1...6, using: &random)).map { RecordID<Party>("p\($0)") }
            var rule = DecisionRule()
            rule.threshold = try #require(Share(Int128(Int.random(in: 1...6, using: &random)), of: 6))
            rule.comparison = rule.threshold == .whole || Bool.random(using: &random) ? .atLeast : .moreThan
            rule.minimumParties = Bool.random(using: &random) ? Int.random(in: 1...4, using: &random) : nil
            rule.vetoes = ids.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
            rule.castingVote = Bool.random(using: &random) ? ids.randomElement(using: &random) : nil
            let electorate = Electorate(
                voters: ids.map { .init(party: $0, votes: DecimalNumber(Int.random(in: 0...4, using: &random))) },
                rule: rule)
            func isCarried(by parties: [RecordID<Party>]) -> Bool {
                let votes = ids.map { id -> Vote in
                    var vote = Vote()
                    (vote.party, vote.vote) = (id, parties.contains(id) ? .inFavour : .against)
                    return vote
                }
                return electorate.tally(votes).outcome == .carried
            }
            let (pass, block) = electorate.alone()
            #expect(pass == ids.filter { isCarried(by: [$0]) })
            #expect(block == ids.filter { id in !isCarried(by: ids.filter { $0 != id }) })
        }
    }
}

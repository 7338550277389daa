/// How votes become a decision.
public struct DecisionRule: Record {
    public static let register = RegisterName(.governance, "rules")
    public static let noun = "decision rule"

    public var title = ""
    public var threshold = Share.whole
    public var comparison = Comparison.atLeast
    public var basis = Basis.votesCast
    public var abstention = Abstention.notCast
    public var quorum: Share?
    public var whenQuorumFails: QuorumPath?
    public var quorumDays: Int?
    public var weights: [VoteWeight] = []
    public var groups: [GroupMajority] = []
    public var minimumParties: Int?
    public var vetoes: [RecordID<Party>] = []
    public var vetoLimit: String?
    public var castingVote: RecordID<Party>?
    public var orElse: RecordID<DecisionRule>?
    public var note: String?

    public init() {}
    public var predecessors: [RecordID<DecisionRule>] { orElse.map { [$0] } ?? [] }

    public static let fields: [Field<DecisionRule>] = [
        Field(\.title, "title", "Rule", help: "Such as Two thirds of the votes cast"),
        Field(\.threshold, "threshold", "Majority", help: "The share of votes in favour, such as 2/3 or 60 %"),
        Field(\.comparison, "comparison", "Reached by", required: false),
        Field(\.quorum, "quorum", "Quorum", help: "The share of members who must take part, such as 2/3"),
        Field(\.basis, "basis", "Share of", help: "Of which votes the majority is counted", required: false),
        Field(\.abstention, "abstention", "Abstention", help: "What an abstention means", required: false),
        Field(\.whenQuorumFails, "whenQuorumFails", "Without quorum", help: "How a decision still comes about"),
        Field(
            \.quorumDays, "quorumDays", "Within", help: "When the next meeting is",
            kind: .integer(0...3650, unit: "days")),
        Field(\.weights, "weights", "Weights", help: "Votes of a party, where they are not those of its seats"),
        Field(\.groups, "groups", "Majorities in groups", help: "What must also be reached within groups of parties"),
        Field(
            \.minimumParties, "minimumParties", "Least number of parties", help: "How many parties must be in favour",
            kind: .integer(1...10_000)),
        Field(\.vetoes, "vetoes", "Vetoes", help: "Parties whose vote against stops it"),
        Field(\.vetoLimit, "vetoLimit", "Veto only for", help: "The reasons for which a veto may be cast"),
        Field(
            \.castingVote, "castingVote", "Casting vote",
            help: "Whose vote decides a tie, where more than half is needed"),
        Field(\.orElse, "orElse", "Or else by", help: "A second rule under which it is also carried"),
        Field(\.note, "note", "Note", help: "Why this rule", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] {
        var problems: [Problem] = []
        if threshold == .whole, comparison == .moreThan {
            problems.append(
                Problem("comparison", "nothing is more than all votes", "Say at least, or name a smaller share."))
        }
        if castingVote != nil, decidingTies == nil {
            problems.append(
                Problem(
                    "castingVote", "with a majority of \(threshold) a tie is lost, whoever votes how",
                    "Leave it out, or name a majority of 1/2."))
        }
        if vetoLimit != nil, vetoes.isEmpty {
            problems.append(
                Problem("vetoLimit", "nobody has a veto", "Name the parties that have one, or leave it out."))
        }
        var weighed: Set<RecordID<Party>> = []
        for (index, weight) in weights.enumerated() where !weighed.insert(weight.party).inserted {
            problems.append(Problem("weights[\(index)]", "“\(weight.party)” has two weights", "Leave out one of them."))
        }
        return problems
    }

    /// Whose vote decides a tie. Nobody's does where a tie is far from the majority: else more votes in favour could lose what fewer
    /// carry.
    var decidingTies: RecordID<Party>? { threshold <= .half ? castingVote : nil }

    public enum Comparison: String, Choice {
        case atLeast, moreThan
    }

    public enum Basis: String, Choice {
        /// Votes in favour and against.
        case votesCast
        /// Those who take part, abstaining or not.
        case present
        /// All members, whether they take part or not.
        case allMembers
    }

    public enum Abstention: String, Choice {
        /// As if no vote was cast.
        case notCast
        /// As a vote against.
        case against
    }

    /// How a decision comes about where the quorum is missed.
    public enum QuorumPath: String, Choice {
        case nextMeetingDecides, lowerQuorum, writtenProcedure, escalation
    }
}

/// The votes of a party under a rule.
public struct VoteWeight: Part {
    public var party: RecordID<Party> = ""
    public var weight = DecimalNumber(1)

    public init() {}

    public static let fields: [Field<VoteWeight>] = [
        Field(\.party, "party", "Party"),
        Field(\.weight, "weight", "Votes", kind: .decimal(DecimalNumber.notNegative)),
    ]
}

/// What must be reached within a group of parties, as a majority of each community.
public struct GroupMajority: Part {
    public var title = ""
    public var parties: [RecordID<Party>] = []
    public var threshold = Share.whole
    public var comparison = DecisionRule.Comparison.atLeast

    public init() {}

    public static let fields: [Field<GroupMajority>] = [
        Field(\.title, "title", "Group"),
        Field(\.parties, "parties", "Parties"),
        Field(\.threshold, "threshold", "Majority", help: "The share of the group's votes in favour, such as 1/2"),
        Field(\.comparison, "comparison", "Reached by", required: false),
    ]
}

import AllianceModel
import Ledger

/// What the first entries of a ledger lead to.
struct LedgerState: Sendable {
    var head: LedgerHead
    var counts = AudienceCounts()
    private var shared = Shared(Alliance())

    init(head: LedgerHead) { self.head = head }

    var alliance: Alliance {
        _read { yield shared.alliance }
        _modify {
            if !isKnownUniquelyReferenced(&shared) { shared = Shared(shared.alliance) }
            yield &shared.alliance
        }
    }

    /// The alliance, shared by copies of the state until one of them changes it: a submission passes its state on several times, and
    /// each copy of an alliance counts a reference to each of its registers.
    private final class Shared: @unchecked Sendable {
        var alliance: Alliance

        init(_ alliance: Alliance) { self.alliance = alliance }
    }
}

/// How many entries each viewer may see.
struct AudienceCounts: Hashable, Sendable {
    var everyone: Int64 = 0
    var ofParty: [String: Int64] = [:]

    mutating func count(_ audience: Ledger.Audience) {
        switch audience {
        case .everyone: everyone += 1
        case .party(let party): ofParty[party, default: 0] += 1
        case .sealed: break
        }
    }

    mutating func count(_ audience: AllianceModel.Audience) { count(Ledger.Audience(audience)) }

    func revision(for viewer: Viewer) -> Revision {
        Revision(everyone + (viewer.party.flatMap { ofParty[$0.text] } ?? 0))
    }
}

extension Ledger.Audience {
    init(_ audience: AllianceModel.Audience) {
        self =
            switch audience {
            case .everyone: .everyone
            case .party(let party): .party(party.text)
            case .sealed: .sealed
            }
    }
}

extension Viewer {
    func sees(_ audience: AllianceModel.Audience) -> Bool {
        switch audience {
        case .everyone: true
        case .party(let party): self.party == party
        case .sealed: false
        }
    }
}

extension Ledger.Author {
    /// Begins the bytes that a request's key stands for, in a spelling that stays the same for ever.
    var signature: String {
        if case .person(_, let person) = self { "\(scope)/\(person)\n" } else { "\(scope)\n" }
    }
}

/// Services in whose name the server makes entries.
enum ServiceName {
    /// Lays down what an alliance begins with, and what the neutral makes known.
    static let founder = "founder"
    /// Proposes, concludes and tells with what parties allowed it to use.
    static let neutral = "neutral"
    /// Speaks for a party as a whole.
    static let party = "party"
}

extension LedgerState {
    /// The author as the ledger names it.
    static func author(_ author: AllianceModel.Author) -> Ledger.Author {
        switch author {
        case .person(let person, let party): .person(party: party.text, person: person.text)
        case .party: .service(ServiceName.party)
        case .founder: .service(ServiceName.founder)
        case .neutral: .service(ServiceName.neutral)
        }
    }

    /// The author as the alliance knows it.
    static func author(
        of entry: Entry, for party: RecordID<Party>?
    ) throws(HostingFailure) -> AllianceModel.Author {
        switch (entry.author, party) {
        case (.person(let party, let person), nil): return .person(RecordID(person), of: RecordID(party))
        case (.service(ServiceName.founder), nil): return .founder
        case (.service(ServiceName.neutral), nil): return .neutral
        case (.service(ServiceName.party), let party?), (.token, let party?): return .party(party)
        default: throw .damaged("entry \(entry.envelope.sequence) has an author that it cannot have")
        }
    }

    /// Follows an entry: checks that it continues the ledger, and applies what it says.
    ///
    /// - Throws: `damaged`, `newerVersion`.
    mutating func follow(_ entry: Entry) throws(HostingFailure) {
        guard let made = try made(by: entry) else { return advance(over: entry) }
        try apply(made, of: entry)
    }

    /// Follows an entry and tells of it.
    mutating func journal(_ entry: Entry) throws(HostingFailure) -> JournalEntry {
        guard let made = try made(by: entry) else {
            advance(over: entry)
            return JournalEntry(of: entry)
        }
        let basis = EffectBasis(made.change, on: alliance)
        try apply(made, of: entry)
        return JournalEntry(
            made.change, by: made.author, at: made.moment, sequence: entry.envelope.sequence, since: basis, on: alliance
        )
    }

    private typealias Made = (change: Change, author: AllianceModel.Author, moment: Moment)

    /// The change that an entry holds, which must continue the ledger; nil for the genesis, and for private content that was
    /// erased.
    private func made(by entry: Entry) throws(HostingFailure) -> Made? {
        let envelope = entry.envelope
        guard envelope.alliance == head.alliance, envelope.sequence == head.size, envelope.previous == head.leaf,
            envelope.time >= head.time
        else { throw .damaged("entry \(head.size) of \(head.alliance) does not follow the one before") }
        guard let payload = entry.payload else { return nil }
        if payload.type == Genesis.type {
            guard envelope.sequence == 0 else {
                throw .damaged("entry \(envelope.sequence) of \(head.alliance) founds it again")
            }
            return nil
        }
        let (change, party) = try ChangeBody.decode(payload)
        let author = try Self.author(of: entry, for: party)
        guard Ledger.Audience(change.audience) == envelope.audience else {
            throw .damaged("entry \(envelope.sequence) has an audience that its change cannot have")
        }
        return (change, author, Moment(seconds: envelope.time / 1000))
    }

    private mutating func apply(_ made: Made, of entry: Entry) throws(HostingFailure) {
        do throws(Refusal) {
            try alliance.apply(made.change, by: made.author, at: made.moment)
        } catch {
            throw .damaged("entry \(entry.envelope.sequence) of \(head.alliance) cannot be made: \(error)")
        }
        advance(over: entry)
    }

    private mutating func advance(over entry: Entry) {
        head = LedgerHead(after: entry)
        counts.count(entry.envelope.audience)
    }
}

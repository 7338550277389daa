/// Who made an entry, as everyone sees it.
public enum Author: Hashable, Sendable {
    /// A person of a party: entries for everyone.
    case person(party: String, person: String)
    /// A party: entries that are not for everyone. Which person it was belongs to what is committed to.
    case party(String)
    /// A one-time token in place of an author, so that not even the ledger tells who answered a survey.
    case token(String)
    /// The server itself: what no person did, such as closing a vote at its end.
    case service(String)

    /// The party whose idempotency keys the entry shares: `party:ID`, `token:TOKEN` or `service:NAME`. Commitments are
    /// bound to it too, so that nobody can copy another party's commitment as its own.
    public var scope: String {
        switch self {
        case .person(let party, _), .party(let party): "party:\(party)"
        case .token(let token): "token:\(token)"
        case .service(let service): "service:\(service)"
        }
    }
}

/// Who may see the content of an entry.
public enum Audience: Hashable, Sendable {
    case everyone
    /// One party only.
    case party(String)
    /// Only the neutral engine: survey answers, secret acceptances.
    case sealed

    /// As it stands in the envelope: `everyone`, `party:ID`, `sealed`.
    public var text: String {
        switch self {
        case .everyone: "everyone"
        case .party(let party): "party:\(party)"
        case .sealed: "sealed"
        }
    }
}

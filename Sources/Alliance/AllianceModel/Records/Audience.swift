/// Who may see a record, or the change that made it.
public enum Audience: Hashable, Sendable {
    /// All parties of the alliance.
    case everyone
    /// One party alone.
    case party(RecordID<Party>)
    /// Nobody: only a neutral engine reads it, and shows no more than sums over enough people.
    case sealed
}

/// The privacy that the records of a register have.
public enum Privacy: Hashable, Sendable {
    /// Every record is for everyone.
    case shared
    /// Every record belongs to one party, which alone sees it.
    case ofParty
    /// The party that adds a record says whether others see it.
    case eitherWay
    /// Nobody sees single records.
    case sealed

    /// Whether a record of a register with this privacy can have an audience.
    public func allows(_ audience: Audience) -> Bool {
        switch (self, audience) {
        case (.shared, .everyone), (.eitherWay, .everyone), (.ofParty, .party), (.eitherWay, .party),
            (.sealed, .sealed):
            true
        default: false
        }
    }
}

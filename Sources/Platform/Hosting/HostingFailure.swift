public import AllianceModel
public import Database

/// Why an alliance does not do what it is asked, and what to do about it. Nothing was changed.
public enum HostingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The alliance refuses the change, with the fields and reasons.
    case refused(Refusal)
    /// Others changed the same since the revision that the changes are based on.
    case conflict(Conflict)
    /// The idempotency key belongs to another request.
    case keyReused(String)
    /// There is no such alliance here.
    case unknownAlliance(String)
    /// An alliance with this id exists already.
    case exists(String)
    /// The request itself cannot be: no changes, too many, a malformed key.
    case request(String)
    /// A stored row is not what it must be. Nothing is shown or written until it has been looked at.
    case damaged(String)
    /// The entry was made by a newer version of the program, with a shape that this one does not know.
    case newerVersion(String)
    case storage(DatabaseFailure)

    public var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .conflict(let conflict): conflict.description
        case .keyReused(let key): "The key \(key) belongs to another request. Use a new one for each request"
        case .unknownAlliance(let id): "There is no alliance “\(id)” here. Look at the list of alliances"
        case .exists(let id): "There is already an alliance “\(id)”. Choose another name"
        case .request(let problem): "The request cannot be: \(problem)"
        case .damaged(let problem):
            "The stored alliance is damaged: \(problem). Restore a backup; `entente verify` on an export names what is wrong"
        case .newerVersion(let what): "\(what). Run the newer version of the program, or restore a backup made before"
        case .storage(let failure): failure.description
        }
    }
}

import AllianceModel
import AlliancePages
import Synchronization

/// Files that somebody brought, kept between the page that shows what they would change and the request that does it.
///
/// They are kept in memory alone, so that nothing private is left behind on a disk, each for the account, alliance and register that
/// it was brought for, for half an hour, and until it is used. Where several servers share a database, the one that showed the page
/// has to get the request, as a balancer with sticky sessions sees to.
final class Uploads: Sendable {
    /// How long a file waits, in seconds.
    static let lifetime: Int64 = 30 * 60
    /// The most bytes that wait: of all accounts, and of one.
    static let most = 128 << 20
    static let mostOfOne = 32 << 20
    /// The most files of one account that wait.
    static let mostFiles = 8

    struct Upload: Hashable, Sendable {
        var text: String
        var fileName: String
    }

    /// Who brought a file, and for what.
    struct Purpose: Hashable, Sendable {
        var account: String
        var alliance: String
        /// Nil where it is for the whole alliance.
        var register: RegisterName?
    }

    /// What a token stands for.
    enum Taking: Hashable, Sendable {
        case upload(Upload)
        /// The file was taken before.
        case used
        /// There never was one, it was for somebody or something else, or its time is over: nobody learns which.
        case missing
    }

    private struct Entry {
        let purpose: Purpose
        let expires: Int64
        /// Nil once it was taken.
        var upload: Upload?
        var size: Int { upload?.text.utf8.count ?? 0 }
    }

    /// The entries by their tokens, and the tokens, oldest first.
    private let waiting = Mutex<(entries: [String: Entry], order: [String])>(([:], []))

    /// How many files are held, those that were taken not among them.
    var count: Int { waiting.withLock { $0.entries.values.count { $0.upload != nil } } }

    /// Keeps a file. Where there is no room, the oldest of the same account go first, then the oldest of all.
    ///
    /// - Returns: the token by which ``take(_:for:at:)`` gives it back.
    /// - Complexity: O(files that wait).
    func keep(_ upload: Upload, for purpose: Purpose, at moment: Moment) -> String {
        let token = Identifiers.random()
        let entry = Entry(purpose: purpose, expires: moment.seconds + Uploads.lifetime, upload: upload)
        waiting.withLock { waiting in
            Uploads.forget(&waiting) { $0.expires <= moment.seconds }
            let own = waiting.order.filter { waiting.entries[$0]?.purpose.account == purpose.account }
            Uploads.makeRoom(
                in: &waiting, oldestFirst: own, bytes: Uploads.mostOfOne - entry.size, files: Uploads.mostFiles - 1)
            Uploads.makeRoom(
                in: &waiting, oldestFirst: waiting.order, bytes: Uploads.most - entry.size, files: .max)
            waiting.entries[token] = entry
            waiting.order.append(token)
        }
        return token
    }

    /// Gives a file to the one who brought it, for what it was brought for, once.
    func take(_ token: String, for purpose: Purpose, at moment: Moment) -> Taking {
        waiting.withLock { waiting in
            Uploads.forget(&waiting) { $0.expires <= moment.seconds }
            guard let entry = waiting.entries[token], entry.purpose == purpose else { return .missing }
            guard let upload = entry.upload else { return .used }
            waiting.entries[token]?.upload = nil
            return .upload(upload)
        }
    }

    /// Lets a file be taken once more: what was to be done with it failed.
    func putBack(_ upload: Upload, as token: String) { waiting.withLock { $0.entries[token]?.upload = upload } }

    /// Forgets the files whose time is over.
    func sweep(at moment: Moment) { waiting.withLock { Uploads.forget(&$0) { $0.expires <= moment.seconds } } }

    private static func forget(
        _ waiting: inout (entries: [String: Entry], order: [String]), where isOver: (Entry) -> Bool
    ) {
        let gone = waiting.order.filter { waiting.entries[$0].map(isOver) ?? true }
        guard !gone.isEmpty else { return }
        for token in gone { waiting.entries[token] = nil }
        waiting.order.removeAll { waiting.entries[$0] == nil }
    }

    /// Forgets some of the given entries, from the first on, until the rest is within the limits.
    private static func makeRoom(
        in waiting: inout (entries: [String: Entry], order: [String]), oldestFirst tokens: [String], bytes: Int,
        files: Int
    ) {
        var size = tokens.reduce(0) { $0 + (waiting.entries[$1]?.size ?? 0) }
        var left = tokens.count
        for token in tokens where size > bytes || left > files {
            size -= waiting.entries[token]?.size ?? 0
            left -= 1
            waiting.entries[token] = nil
        }
        waiting.order.removeAll { waiting.entries[$0] == nil }
    }
}

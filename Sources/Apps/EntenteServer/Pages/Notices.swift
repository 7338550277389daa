import AlliancePages
import HTTPTypes
import Hummingbird
import Synchronization

/// What somebody's last action did, kept until their next page shows it, and never longer than the server runs.
final class Notices: Sendable {
    /// Beyond so many, the oldest are forgotten: they are a courtesy.
    private static let most = 10_000
    private let waiting = Mutex<(notices: [String: Site.Notice], order: [String])>(([:], []))

    func leave(_ notice: Site.Notice, for visit: SignedInVisit) {
        guard let key = Notices.key(visit) else { return }
        waiting.withLock { waiting in
            if waiting.notices.updateValue(notice, forKey: key) == nil { waiting.order.append(key) }
            if waiting.order.count > Notices.most {
                for key in waiting.order.prefix(Notices.most / 2) { waiting.notices[key] = nil }
                waiting.order.removeFirst(Notices.most / 2)
            }
        }
    }

    func take(for visit: SignedInVisit) -> Site.Notice? {
        guard let key = Notices.key(visit) else { return nil }
        return waiting.withLock { waiting in
            guard let notice = waiting.notices.removeValue(forKey: key) else { return nil }
            waiting.order.removeAll { $0 == key }
            return notice
        }
    }

    private static func key(_ visit: SignedInVisit) -> String? {
        if case .session(let id, _) = visit.visit.context.visitor { id } else { nil }
    }
}

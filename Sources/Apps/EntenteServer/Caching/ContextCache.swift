import AllianceModel
import AlliancePages
import Hosting
import Synchronization

/// What pages are made from, for each viewer of each alliance, for as long as nothing that they see changes and the day lasts.
///
/// Findings, gates and the thread cost more than a page. The cache never mixes viewers: the viewer is part of the key.
final class ContextCache: Sendable {
    private struct Key: Hashable {
        let alliance: String
        let viewer: Viewer
    }

    private struct Kept {
        let revision: Revision
        let context: PageContext
    }

    /// Contexts that are kept at most.
    private static let most = 256
    private let kept = Mutex<[Key: Kept]>([:])

    var count: Int { kept.withLock { Set($0.keys.map(\.alliance)).count } }

    /// The context of a view: kept, or made anew.
    func context(_ alliance: String, _ view: View, _ revision: Revision, on day: Day) -> PageContext {
        let key = Key(alliance: alliance, viewer: view.viewer)
        if let known = kept.withLock({ $0[key] }), known.revision == revision, known.context.day == day {
            return known.context
        }
        let context = PageContext.onSite(view, on: day, alliance: alliance)
        kept.withLock { kept in
            if kept.count >= ContextCache.most { kept.removeAll(keepingCapacity: true) }
            kept[key] = Kept(revision: revision, context: context)
        }
        return context
    }
}

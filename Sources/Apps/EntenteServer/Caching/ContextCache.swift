import AllianceModel
import AlliancePages
import Hosting

/// What pages are made from, for each viewer of each alliance, for as long as nothing that they see changes and the day lasts.
///
/// Findings, gates and the thread cost more than a page. The cache never mixes viewers: the viewer is part of the key.
struct ContextCache: Sendable {
    private struct Key: Hashable {
        let alliance: String
        let viewer: Viewer
    }

    private struct Stamp: Equatable {
        let revision: Revision
        let day: Day
    }

    /// So many records weigh as much as a context by itself: what is kept of large alliances is kept of fewer of their viewers.
    private static let heavy = 500

    private let kept = StampedCache<Key, Stamp, PageContext>(capacity: 256)

    /// How many alliances are looked at.
    var count: Int { Set(kept.keys.map(\.alliance)).count }

    /// The context of what a viewer sees at a revision, where it is kept.
    func keptContext(_ alliance: String, _ viewer: Viewer, _ revision: Revision, on day: Day) -> PageContext? {
        kept.value(of: Key(alliance: alliance, viewer: viewer), Stamp(revision: revision, day: day))
    }

    /// The context of a view: kept, or made anew.
    func context(_ alliance: String, _ view: View, _ revision: Revision, on day: Day) -> PageContext {
        if let known = keptContext(alliance, view.viewer, revision, on: day) { return known }
        let (key, stamp) = (Key(alliance: alliance, viewer: view.viewer), Stamp(revision: revision, day: day))
        let context = PageContext.onSite(view, on: day, alliance: alliance)
        let records = Alliance.registers.reduce(0) { $0 + view.count(of: $1) }
        kept.keep(context, of: key, stamp, weight: 1 + records / Self.heavy)
        return context
    }
}

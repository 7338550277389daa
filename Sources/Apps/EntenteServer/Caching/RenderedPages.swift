import AllianceModel
import AlliancePages
import Hosting
import Markup
import NIOCore

/// Pages of alliances as they were sent, each kept for the one reader it was made for.
///
/// A page is found again by the account, the alliance, the address and the theme, and given out only where everything else that it
/// was made from is the same: what the reader sees (revision), as whom (party, person, role, name), what is new to them, and the day.
/// Who asks and what they may see is found out for every request before that; a page is never looked for by what a request says of
/// itself. So whoever loses a seat, a role or a session gets no page of before, and nobody gets another's.
///
/// Pages that show a notice are not kept, nor those that depend on anything else, as the invitations that are open.
struct RenderedPages: Sendable {
    /// What all pages may take together, in bytes.
    static let capacity = 16 << 20

    struct Key: Hashable {
        let account: String
        let alliance: String
        /// The path with its query, as it was asked for.
        let address: String
        let theme: Page.Theme
    }

    struct Stamp: Equatable {
        let revision: Revision
        let day: Day
        let reader: AllianceReader
        let name: String
        let newCount: Int
    }

    private struct Kept: Sendable {
        let bytes: ByteBuffer
        /// From when on it would read differently though nothing has changed: what could be undone cannot any more.
        let until: Moment?
    }

    private let kept = StampedCache<Key, Stamp, Kept>(capacity: RenderedPages.capacity)

    /// The page, if it is kept and still reads as it did.
    func page(_ key: Key, _ stamp: Stamp, at now: Moment) -> ByteBuffer? {
        guard let page = kept.value(of: key, stamp), page.until.map({ now < $0 }) ?? true else { return nil }
        return page.bytes
    }

    func keep(_ bytes: ByteBuffer, _ key: Key, _ stamp: Stamp, until: Moment?) {
        // The address is part of what is kept, and strangers choose how long it is.
        let weight = bytes.readableBytes + key.address.utf8.count + 512
        kept.keep(Kept(bytes: bytes, until: until), of: key, stamp, weight: weight)
    }

    /// What all pages take, in bytes.
    var weight: Int { kept.weight }
}

import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Markup
import NIOCore

/// A page with the moment from which on it would read differently though nothing has changed.
struct TimedPage: Sendable {
    let html: HTML
    let until: Moment?
}

extension SiteServer {
    /// A page that is made from nothing but what ``AllianceSite`` holds, the history that the reader may see, and the address.
    ///
    /// It is kept for its reader until any of that changes (``RenderedPages``). What depends on anything else (invitations, the
    /// ledger's checkpoint, what a form sent) is answered with ``page(_:status:)``.
    func page(of visit: AllianceVisit, _ make: (AllianceSite) async throws -> HTML) async throws -> Response {
        try await timedPage(of: visit) { TimedPage(html: try await make($0), until: nil) }
    }

    /// The same, for pages that show what can be done for a while only.
    func timedPage(of visit: AllianceVisit, _ make: (AllianceSite) async throws -> TimedPage) async throws -> Response {
        // A notice is shown once, so the page that bears it is nobody's to keep.
        if let notice = notices.take(for: visit.signedIn) {
            return page(try await onPool { try await make(allianceSite(visit, notice: notice)) }.html)
        }
        return htmlResponse(
            try await kept(visit) {
                let page = try await make(allianceSite(visit, notice: nil))
                return (ByteBuffer(bytes: page.html.bytes), page.until)
            })
    }

    /// What was made for the reader from the same before, or is made now and kept.
    func kept(
        _ visit: AllianceVisit, _ make: () async throws -> (bytes: ByteBuffer, until: Moment?)
    ) async throws -> ByteBuffer {
        let account = visit.signedIn.account
        let key = RenderedPages.Key(
            account: account.id, alliance: visit.id, address: visit.address,
            theme: Cookies.theme(of: visit.request))
        let stamp = RenderedPages.Stamp(
            revision: visit.revision, day: visit.now.day, reader: visit.reader, name: account.name,
            newCount: visit.newCount)
        if let known = pages.page(key, stamp, at: visit.now) { return known }
        let (bytes, until) = try await onPool { try await make() }
        pages.keep(bytes, key, stamp, until: until)
        return bytes
    }
}

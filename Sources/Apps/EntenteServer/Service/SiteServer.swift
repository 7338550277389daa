import Accounts
import AllianceModel
import AlliancePages
import Foundation
import HTTPTypes
import Hosting
import Hummingbird
import Logging
import Markup
import Synchronization

/// The site: what every handler needs. Handlers are its methods, by topic in `Pages/` and `API/`.
struct SiteServer: Sendable {
    let settings: Settings
    let accounts: Accounts
    let directory: AllianceDirectory
    let assets: SiteAssets
    let starts: AllianceStarts
    let metrics: Metrics
    let listeners: Listeners
    let limiter: RateLimiter
    let notices: Notices
    let uploads: Uploads
    let largeFiles: LargeFiles
    let contexts: ContextCache
    let news: NewsCounts
    let pages: RenderedPages
    let submissionKeys: SubmissionKeys
    let changesInFlight: ChangesInFlight
    /// Whether the program that converts documents of word processors was there at the start.
    let hasDocuments: Bool
    let logger: Logger
    /// The time, from outside: tests move it.
    let now: @Sendable () -> Moment

    // MARK: Limits

    func limit(_ subject: RateLimiter.Subject) throws(SiteError) {
        let seconds = (ContinuousClock.now - SiteServer.epoch) / .seconds(1)
        guard let wait = limiter.take(subject, at: seconds) else { return }
        throw SiteError(
            .tooManyRequests, "more was asked for than this server answers at a time",
            "Wait \(wait) \(wait == 1 ? "second" : "seconds") and try again.", retryAfter: wait)
    }

    private static let epoch = ContinuousClock.now

    // MARK: Answers

    func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        htmlResponse(ByteBuffer(bytes: html.bytes), status: status)
    }

    func htmlResponse(_ bytes: ByteBuffer, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: .init(byteBuffer: bytes))
    }

    /// After a form was sent: the browser asks for the next page by itself, so that reloading sends nothing again.
    func redirect(_ link: SiteLink) -> Response {
        Response(status: .seeOther, headers: [.location: link.path])
    }

    // MARK: What pages need

    /// The site for a reader who is not signed in, or where it does not matter.
    func anonymousSite(_ request: Request) -> Site {
        var site = Site(assets: assets.page, theme: Cookies.theme(of: request))
        site.hasDocuments = hasDocuments
        return site
    }

    func site(_ visit: Visit) async throws -> Site {
        guard visit.context.visitor.account != nil else { return anonymousSite(visit.request) }
        return site(try await signedIn(visit))
    }

    func site(_ visit: SignedInVisit) -> Site {
        site(visit, notice: visit.request.method == .get ? notices.take(for: visit) : nil)
    }

    private func site(_ visit: SignedInVisit, notice: Site.Notice?) -> Site {
        var site = anonymousSite(visit.request)
        site.reader = Site.Reader(name: visit.account.name)
        site.notice = notice
        return site
    }

    func allianceSite(_ visit: AllianceVisit) -> AllianceSite {
        allianceSite(visit, notice: visit.request.method == .get ? notices.take(for: visit.signedIn) : nil)
    }

    func allianceSite(_ visit: AllianceVisit, notice: Site.Notice?) -> AllianceSite {
        let key = submissionKeys.key(
            account: visit.signedIn.account.id, alliance: visit.id, revision: visit.revision)
        return AllianceSite(
            site: site(visit.signedIn, notice: notice), alliance: visit.id, context: visit.context,
            reader: visit.reader, submission: Submission(key: key, revision: Int(visit.revision.number)),
            newCount: visit.newCount)
    }
}

extension Identifiers {
    /// 128 random bits in hexadecimal: nobody has had them before.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return hexadecimal(generator.next()) + hexadecimal(generator.next())
    }

    /// A key for a request that came without one: 128 bits that nobody has had before, in hexadecimal, the first 32 of them the time
    /// in seconds. So keys of the same time stand beside each other in the database, and a commit of many touches few of its
    /// pages. All parties read the keys, also of private entries: they tell no finer time than the entries themselves.
    static func requestKey() -> String {
        let seconds = UInt64(max(0, Date().timeIntervalSince1970)) & 0xFFFF_FFFF
        var generator = SystemRandomNumberGenerator()
        return hexadecimal(seconds << 32 | generator.next() & 0xFFFF_FFFF) + hexadecimal(generator.next())
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits: [UInt8] = (0..<16).map { place in
            let digit = UInt8(truncatingIfNeeded: number >> (60 - 4 * place)) & 15
            return digit < 10 ? 0x30 + digit : 0x57 + digit
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Eight letters and digits that one can read out, such as `4f0k-q2ve`: what page and log call the same case.
    static func reference() -> String {
        let text = String(UInt64.random(in: 0..<1 << 40), radix: 32)
        let all = String(repeating: "0", count: 8 - text.count) + text
        return "\(all.prefix(4))-\(all.suffix(4))"
    }
}

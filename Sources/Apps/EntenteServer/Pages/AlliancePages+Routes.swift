import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Interchange
import Markup
import NIOCore

// One alliance: overview, steps, history, people, data in and out.
extension SiteServer {
    func overview(_ visit: AllianceVisit) async throws -> Response {
        try await page(of: visit) { $0.overviewPage(recent: try await history(visit, limit: 8)) }
    }

    func step(_ visit: AllianceVisit) async throws -> Response {
        guard let step = StepName(rawValue: visit["step"]) else { throw SiteError.notFound }
        var visit = visit
        if step == .culture, try await publishDueResults(visit) {
            visit = try await inAlliance(visit.id, visit.signedIn)
        }
        return try await page(of: visit) { $0.sitePage(of: step) }
    }

    func findings(_ visit: AllianceVisit) async throws -> Response {
        try await page(of: visit) { $0.findingsPage() }
    }

    func historyPage(_ visit: AllianceVisit) async throws -> Response {
        let before = visit.request.queryPairs.first { $0.name == "before" }.flatMap { Int($0.value) }.map { max(0, $0) }
        return try await timedPage(of: visit) { site in
            let items = try await history(visit, before: before, limit: 51)
            let shown = Array(items.prefix(50))
            return TimedPage(
                html: site.historyPage(shown, older: items.count > 50 ? shown.last?.entry : nil),
                until: undoEnds(shown))
        }
    }

    func search(_ visit: AllianceVisit) async throws -> Response {
        let words = visit.request.queryPairs.first { $0.name == "q" }?.value ?? ""
        return try await page(of: visit) { $0.searchPage(words) }
    }

    func index(_ visit: AllianceVisit) async throws -> Response {
        let index = try await kept(visit) {
            (ByteBuffer(string: allianceSite(visit, notice: nil).searchIndex), until: nil)
        }
        return Response(
            status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: index))
    }

    /// The report as one file that needs nothing else; it brings its styles along, so it has a policy of its own.
    func report(_ visit: AllianceVisit) async throws -> Response {
        var response = htmlResponse(
            try await kept(visit) {
                (ByteBuffer(bytes: PageContext(visit.view, on: visit.now.day).reportDocument.bytes), until: nil)
            })
        response.headers[.contentSecurityPolicy] = Stylesheet.reportPolicy + "; frame-ancestors 'none'"
        return response
    }

    // MARK: Data in and out

    func exchange(_ visit: AllianceVisit) async throws -> Response {
        try await page(of: visit) { $0.exchangePage() }
    }

    func exportAlliance(_ visit: AllianceVisit) async throws -> Response {
        let file = AllianceFile.value(of: visit.view)
        switch AllianceLink.FileFormat(rawValue: visit["format"]) {
        case .yaml: return .file(file.yaml, name: "\(visit.id).yaml", type: "application/yaml")
        case .json: return .file(file.json(indented: true) + "\n", name: "\(visit.id).json", type: "application/json")
        case .csv, nil: throw SiteError.notFound
        }
    }
}

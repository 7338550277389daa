import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Interchange
import Markup

// One alliance: overview, steps, history, people, data in and out.
extension SiteServer {
    func overview(_ visit: AllianceVisit) async throws -> Response {
        page(allianceSite(visit).overviewPage(recent: try await history(visit, limit: 8)))
    }

    func step(_ visit: AllianceVisit) async throws -> Response {
        guard let step = StepName(rawValue: visit["step"]) else { throw SiteError.notFound }
        if step == .culture {
            try await publishDueResults(visit)
            return page(allianceSite(try await inAlliance(visit.id, visit.signedIn)).sitePage(of: step))
        }
        return page(allianceSite(visit).sitePage(of: step))
    }

    func findings(_ visit: AllianceVisit) async throws -> Response { page(allianceSite(visit).findingsPage()) }

    func historyPage(_ visit: AllianceVisit) async throws -> Response {
        let before = visit.request.queryPairs.first { $0.name == "before" }.flatMap { Int($0.value) }
        let items = try await history(visit, before: before, limit: 51)
        let shown = Array(items.prefix(50))
        return page(allianceSite(visit).historyPage(shown, older: items.count > 50 ? shown.last?.entry : nil))
    }

    func search(_ visit: AllianceVisit) async throws -> Response {
        page(allianceSite(visit).searchPage(visit.request.queryPairs.first { $0.name == "q" }?.value ?? ""))
    }

    func index(_ visit: AllianceVisit) async throws -> Response {
        .text(allianceSite(visit).searchIndex, type: "application/json")
    }

    /// The report as one file that needs nothing else; it brings its styles along, so it has a policy of its own.
    func report(_ visit: AllianceVisit) async throws -> Response {
        var response = page(PageContext(visit.view, on: visit.now.day).reportDocument)
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'"
        return response
    }

    // MARK: Data in and out

    func exchange(_ visit: AllianceVisit) async throws -> Response { page(allianceSite(visit).exchangePage()) }

    func exportAlliance(_ visit: AllianceVisit) async throws -> Response {
        let file = AllianceFile.value(of: visit.view)
        switch AllianceLink.FileFormat(rawValue: visit["format"]) {
        case .yaml: return .file(file.yaml, name: "\(visit.id).yaml", type: "application/yaml")
        case .json: return .file(file.json(indented: true) + "\n", name: "\(visit.id).json", type: "application/json")
        case .csv, nil: throw SiteError.notFound
        }
    }
}

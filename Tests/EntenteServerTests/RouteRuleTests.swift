import AlliancePages
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import EntenteServer

@Suite struct RouteRuleTests {
    @Test func `every route of the router states who may ask`() throws {
        let world = try World()
        defer { world.remove() }
        let (router, rules) = world.server.site.router()
        let routes = router.routes.map { Routes.name($0.method, "\($0.path)") }
        #expect(routes.count > 80)
        for route in routes { #expect(rules[route] != nil, "\(route) has no access rule") }
        #expect(Set(routes) == Set(rules.keys))
    }

    @Test func `the rule of each page is the one that the page states`() throws {
        let world = try World()
        defer { world.remove() }
        let (_, rules) = world.server.site.router()
        for route in SiteRoute.allCases {
            for (method, name) in [(SiteRoute.Methods.get, "GET"), (.post, "POST")] where route.methods.contains(method)
            {
                let rule = try #require(rules["\(name) \(route.rawValue)"], "\(name) \(route.rawValue)")
                switch route.access {
                case .anybody: #expect(rule == .anybody, "\(route)")
                case .signedIn: #expect(rule == .signedIn, "\(route)")
                case .ofAlliance: #expect(rule == .ofAlliance, "\(route)")
                }
            }
        }
    }

    @Test func `who is not signed in is sent to sign in, and programs are told so`() async throws {
        let world = try World()
        let rules = world.server.site.router().rules
        try await world.test { client in
            let nobody = TestBrowser(client)
            for (route, rule) in rules where rule == .signedIn || rule == .ofAlliance {
                let parts = route.split(separator: " ")
                let address = String(parts[1]).replacing(/\{[a-z]+\}/, with: "x")
                let response = parts[0] == "GET" ? try await nobody.get(address) : try await nobody.post(address, [])
                if address.hasPrefix("/api/") {
                    #expect(response.status == .unauthorized, "\(route)")
                    #expect(response.headers[.contentType] == "application/problem+json")
                } else {
                    #expect(response.status == .seeOther, "\(route)")
                    #expect(response.headers[.location]?.hasPrefix("/sign-in") == true)
                }
            }
        }
    }

    @Test func `every answer has the headers of protection`() async throws {
        let world = try World()
        try await world.test { client in
            let nobody = TestBrowser(client)
            for address in ["/sign-in", "/nothing", "/help", "/api/v1/openapi.json", "/api/v1/alliances", "/health"] {
                let response = try await nobody.get(address)
                #expect(response.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(address)")
                #expect(response.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
                #expect(response.headers[.cacheControl] != nil)
            }
        }
    }
}

import AllianceModel
import AlliancePages
import Foundation
import Hosting
import Hummingbird
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// No page grows with what an alliance holds: each is asked for of alliances with many records and with many parties.
@Suite struct PageSizeTests {
    /// What issue 3 allows a page.
    private static let most = 100_000
    /// What the palette may load once it is opened.
    private static let mostOfIndex = 300_000
    /// The whole alliance as one document: it lists the first records of each register, and says how many there are.
    private static let mostOfReport = 8_000_000

    /// Pages that grow with the issues and offers of the talks, since they ask or tell about each; with their bounds for this test.
    private static let exceptions = ["/terms/preferences": 300_000, "/terms": 150_000]

    @Test func `no page of an alliance with many records is long`() async throws {
        let many = 1_200
        let large = LargeAlliance(
            115,
            more: [
                Objective.register: many, PlannedTask.register: many, IdentifiedRisk.register: many,
                ScopeItem.register: many,
            ])
        try await checkAllPages(of: large)
    }

    @Test func `no page of an alliance with many parties is long`() async throws {
        try await checkAllPages(of: LargeAlliance(4, parties: 260))
    }

    private func checkAllPages(of large: LargeAlliance) async throws {
        #expect(large.failures.isEmpty, "\(large.failures.joined(separator: "\n"))")
        let world = try World()
        try await world.server.directory.found("large", changes: large.changes, at: world.clock.now)
        let patterns = world.server.site.router().router.routes.filter { $0.method == .get }.map { "\($0.path)" }
            .filter { !$0.hasSuffix("/events") }
        let assets = world.server.site.assets.files.keys.sorted()
        try await world.test { client in
            let browser = try await world.visitor(
                "Lead", in: "large", party: LargeAlliance.party.text, person: LargeAlliance.person.text, client)
            var long: [String] = []
            var pages = 0
            for pattern in patterns {
                for address in Self.addresses(of: pattern, in: large, assets) {
                    #expect(!address.contains("{"), "Tell this test what \(address) stands for.")
                    let response = try await browser.get(address)
                    #expect(response.status.code < 500, "\(address)")
                    guard response.status == .ok, let most = Self.limit(of: response, at: address) else { continue }
                    pages += 1
                    let size = response.body.readableBytes
                    if size > most { long.append("\(size) \(address)") }
                }
            }
            #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
            #expect(pages > 300)
        }
    }

    /// How long an answer may be; nil for what is data, which is as long as what it holds.
    private static func limit(of response: TestResponse, at address: String) -> Int? {
        if address.hasSuffix(SiteRoute.report.rawValue.split(separator: "/").last ?? "") { return mostOfReport }
        if address.hasSuffix("index.json") { return mostOfIndex }
        guard response.headers[.contentType]?.hasPrefix("text/html") == true,
            response.headers[.contentDisposition] == nil
        else { return nil }
        return exceptions.first { address.hasSuffix($0.key) }?.value ?? most
    }

    /// The addresses that a pattern stands for, each of its names with a value of the alliance.
    private static func addresses(of pattern: String, in large: LargeAlliance, _ assets: [String]) -> [String] {
        let address = pattern.replacing("{alliance}", with: "large")
        if address.contains("{register}") {
            return Alliance.registers.flatMap { register -> [String] in
                let address = address.replacing("{step}", with: register.name.step.rawValue)
                    .replacing("{register}", with: register.name.name).replacing("{format}", with: "csv")
                let first = large.ids[register.name]?.first ?? register.name.name
                let own = register.privacy.allows(.party(LargeAlliance.party)) ? ["~o0"] : []
                guard address.contains("{record}") else {
                    return pattern == SiteRoute.register.rawValue
                        ? [address, "\(address)?page=2", "\(address)?q=record"] : [address]
                }
                return ([first] + own).map { address.replacing("{record}", with: $0) }
            }
        }
        var filled = [address]
        for (name, values) in values(assets) {
            filled = filled.flatMap { address in
                address.contains("{\(name)}") ? values.map { address.replacing("{\(name)}", with: $0) } : [address]
            }
        }
        if pattern == SiteRoute.search.rawValue { return filled.map { $0 + "?q=record" } }
        return filled
    }

    private static func values(_ assets: [String]) -> [(String, [String])] {
        let verbs =
            Vision.Change.verbs.map(\.name) + Terms.Change.verbs.map(\.name) + Governance.Change.verbs.map(\.name)
            + Culture.Change.verbs.map(\.name)
        return [
            ("step", StepName.allCases.map(\.rawValue)),
            ("criterion", GateCriterion.catalogue.map(\.key) + ["wording.s0"]),
            ("objective", ["s0"]), ("round", ["s0"]), ("offer", ["s0"]), ("closing", ["s0"]), ("instrument", ["s0"]),
            ("act", Signature.Act.allCases.map(\.rawValue)), ("verb", Set(verbs).sorted()), ("token", ["nothere"]),
            ("session", ["nothere"]), ("invitation", ["nothere"]), ("entry", ["1"]), ("file", assets),
            ("format", ["yaml", "json", "html", "txt"]),
        ]
    }
}

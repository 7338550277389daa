import AllianceModel
import AlliancePages
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Logging
import Synchronization
import Testing

@testable import EntenteServer

/// An answer that somebody may ask about names a reference, and the log tells of it under the same, without secrets.
@Suite struct ErrorReferenceTests {
    @Test func `a refusal is in the log under the reference that the page names`() async throws {
        let log = LogLines()
        let world = try World(logger: Logger(label: "test") { JSONLogHandler(label: $0, write: log.add) })
        try await world.server.directory.found("baltic", changes: SecretAlliance().changes, at: world.clock.now)
        try await world.test { client in
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            let secret = "q7secretq7"
            var headers = HTTPFields()
            if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "cross-site" }
            for address in ["/a/baltic/seen?t=\(secret)", "/api/v1/alliances/baltic/changes?t=\(secret)"] {
                let page = try await browser.post(address, [("text", secret)], headers: headers)
                #expect(page.status == .forbidden)
                let found =
                    page.text.firstMatch(of: /<code>([0-9a-v]{4}-[0-9a-v]{4})<\/code>/)
                    ?? page.text.firstMatch(of: /urn:entente:request:([0-9a-v]{4}-[0-9a-v]{4})/)
                let reference = try #require(found.map { String($0.output.1) }, "\(page.text)")
                let lines = log.all.filter { $0.contains("\"reference\":\"\(reference)\"") }
                #expect(lines.count == 1)
                #expect(lines[0].contains("\"status\":\"403\"") && lines[0].contains("another site"))
            }
            // The page knows who reads it.
            #expect(try await browser.get("/nothing-here").text.contains(">One</a>"))
            #expect(!log.all.contains { $0.contains(secret) || $0.contains("entente=") || $0.contains("vault") })
        }
    }

    @Test func `what is not there has no reference`() async throws {
        let log = LogLines()
        let world = try World(logger: Logger(label: "test") { JSONLogHandler(label: $0, write: log.add) })
        try await world.test { client in
            let page = try await TestBrowser(client).get("/nothing-here")
            #expect(page.status == .notFound && !page.text.contains("<code>"))
            #expect(!log.all.contains { $0.contains("\"reference\"") })
        }
    }

    @Test func `a fault of the server is in the log under the reference that the page names`() async throws {
        let log = LogLines()
        let world = try World(logger: Logger(label: "test") { JSONLogHandler(label: $0, write: log.add) })
        try await world.server.directory.found("baltic", changes: SecretAlliance().changes, at: world.clock.now)
        try await world.test { client in
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            try await world.server.closeDatabase()
            let page = try await browser.get("/a/baltic")
            #expect(page.status.kind == .serverError)
            let found = page.text.firstMatch(of: /<code>([0-9a-v]{4}-[0-9a-v]{4})<\/code>/)
            let reference = try #require(found.map { String($0.output.1) }, "\(page.text)")
            #expect(log.all.contains { $0.contains(reference) && $0.contains("\"level\":\"error\"") })
        }
    }

    @Test func `references are eight letters and digits`() {
        let references = (0..<200).map { _ in Identifiers.reference() }
        #expect(references.allSatisfy { $0.wholeMatch(of: /[0-9a-v]{4}-[0-9a-v]{4}/) != nil })
        #expect(Set(references).count > 190)
    }
}

/// Collects what is logged.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    @Sendable func add(_ line: String) { lines.withLock { $0.append(line) } }
}

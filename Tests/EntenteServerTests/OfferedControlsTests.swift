import AllianceModel
import AlliancePages
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// Nobody is shown a link or a form that they may not use.
@Suite struct OfferedControlsTests {
    private static let id = "canary"

    @Test(
        "every link and form of every page works for whom it is shown",
        arguments: [
            ("north", Person.Role.lead), ("north", .negotiator), ("north", .contributor), ("north", .observer),
            ("harbour", .lead),
        ])
    func offered(party: String, role: Person.Role) async throws {
        let world = try World()
        let secrets = SecretAlliance()
        try await world.server.directory.found(Self.id, changes: secrets.changes, at: world.clock.now)
        try await world.test { client in
            let browser = try await world.visitor(
                "Reader", in: Self.id, party: party, person: "\(party)-\(role.rawValue)", client)
            var walk = OfferedWalk(browser, from: ["/", "/a/\(Self.id)"])
            try await walk.all()
            let shown = walk.faults.joined(separator: "\n")
            #expect(
                walk.faults.isEmpty, "\(role.rawValue) of \(party), \(walk.pages) pages, \(walk.sent) forms:\n\(shown)")
            #expect(walk.pages > 100 && walk.sent > 50)
        }
    }
}

/// Opens every page that links lead to and sends every form as it stands there.
private struct OfferedWalk {
    private let browser: TestBrowser
    private(set) var faults: [String] = []
    private(set) var pages = 0
    /// One form of a kind is sent: many records have the same one.
    private var kinds: Set<String> = []
    var sent: Int { kinds.count }
    private var known: Set<String>
    private var waiting: [(address: String, from: String)]
    /// What takes something away comes last, so that the rest of the pages have something to show.
    private var last: [(form: PageForms.Offered, from: String)] = []

    init(_ browser: TestBrowser, from addresses: [String]) {
        self.browser = browser
        known = Set(addresses)
        waiting = addresses.map { ($0, "") }
    }

    mutating func all() async throws {
        while let (address, source) = waiting.popLast() {
            let answer = try await browser.get(address)
            if Self.refuses(answer) {
                let links = PageForms(try await browser.get(source).bytes).links
                if links.contains(where: { Self.path($0) == address }) {
                    faults.append("\(source) links to \(address): \(answer.status.code)")
                }
                continue
            }
            guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
            pages += 1
            let offered = PageForms(answer.bytes)
            for link in offered.links.map(Self.path)
            where link.hasPrefix("/") && !Self.isElsewhere(link) && known.insert(link).inserted {
                waiting.append((link, address))
            }
            for form in offered.forms where !Self.ends(form.action) {
                guard kinds.insert(Self.kind(form)).inserted else { continue }
                if Self.takesAway(form.action) { last.append((form, address)) } else { try await send(form, address) }
            }
        }
        for (form, address) in last { try await send(form, address) }
    }

    /// Notes a form that is refused, unless it is not offered any more since another changed what it was about.
    private mutating func send(_ form: PageForms.Offered, _ address: String) async throws {
        let answer = try await browser.post(form.action, form.fields.map { ($0.name, $0.value) })
        guard Self.refuses(answer) else { return }
        let again = PageForms(try await browser.get(address).bytes)
        guard again.forms.contains(where: form.isLike) else { return }
        faults.append("\(address) offers \(form.action): \(answer.status.code)")
    }

    private static func refuses(_ answer: TestResponse) -> Bool {
        [403, 404, 405].contains(answer.status.code) || answer.status.code >= 500
            || answer.text.contains("you may not do this")
    }

    /// What is not sent: it ends the visit.
    private static func ends(_ action: String) -> Bool {
        action == "/sign-out" || action.hasPrefix("/account/sessions") || action.hasSuffix("/leave")
    }

    private static func takesAway(_ action: String) -> Bool { action.contains("/remove/") || action.hasSuffix("/undo") }
    /// What is no page, or needs a program that not every machine has.
    private static func isElsewhere(_ link: String) -> Bool { link.hasPrefix("/assets/") || link.hasSuffix(".docx") }
    private static func path(_ link: String) -> String { String(link.prefix { $0 != "#" }) }

    /// The address without the record that it names, a / alliance / what / step / register / record, and the fields.
    private static func kind(_ form: PageForms.Offered) -> String {
        let parts = form.action.prefix { $0 != "?" }.split(separator: "/")
        let pattern = parts.enumerated().map { place, part in place == 5 ? "*" : String(part) }.joined(separator: "/")
        let button = ["do", "by"].contains(form.fields.last?.name ?? "") ? form.fields.last?.value ?? "" : ""
        return "\(pattern) \(form.fields.map(\.name)) \(button)"
    }
}

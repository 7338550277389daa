import AllianceModel
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Interchange
import Testing

@testable import EntenteServer

/// Texts on the site: clauses from the library, documents out and back in, reopeners, weights taken over.
@Suite struct TextSiteTests {
    static let id = TermsSiteTests.id

    struct Site {
        let north: TestBrowser
        let harbour: TestBrowser
        let live: LiveAlliance

        var view: View { get async { await live.view(for: .everyone).view } }
    }

    /// - Parameter programs: folders in which Pandoc is looked for.
    private func test(
        programs: String? = nil, _ body: @Sendable @escaping (Site) async throws -> Void
    ) async throws {
        let world = try World { $0.programs = programs }
        try await TermsSiteTests.found(world)
        try await world.test { client in
            try await body(
                Site(
                    north: try await world.visitor("Ada", in: Self.id, party: "north", person: "north-lead", client),
                    harbour: try await world.visitor(
                        "Ben", in: Self.id, party: "harbour", person: "harbour-lead", client),
                    live: try await world.server.directory.open(Self.id)))
        }
    }

    private static func file(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        Array(
            "--b\r\nContent-Disposition: form-data; name=\"_key\"\r\n\r\n\(UUID())\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
                .utf8) + bytes + Array("\r\n--b--\r\n".utf8)
    }

    private static let returned = "/a/\(id)/terms/text/pact/returned"

    private static func bring(_ browser: TestBrowser, _ name: String, _ bytes: [UInt8]) async throws -> TestResponse {
        try await browser.send(returned, file(name, bytes), type: "multipart/form-data; boundary=b")
    }

    @Test func `several clauses of the library are added at once, and then shown as here`() async throws {
        try await test { site in
            let address = "/a/\(Self.id)/terms/clauses"
            let page = try await site.north.get(address + "?instrument=pact")
            #expect(page.status == .ok)
            #expect(page.text.contains("net sales, joint offer, competitor"), "each says why it is there")
            let before = await site.view.terms.clauses.count
            let sent = try await site.north.post(
                address,
                [
                    ("clause", "definitions"), ("clause", "finance"), ("clause", "nothing"), ("instrument", "pact"),
                    ("_key", "k1"),
                ])
            #expect(sent.status == .seeOther)
            let clauses = await site.view.terms.clauses
            #expect(clauses.count == before + 2)
            #expect(clauses["finance"]?.instrument == "pact" && clauses["finance"]?.state == .absent)
            let after = try await site.harbour.get(address)
            #expect(after.text.contains("Already here"))
            #expect(!after.text.contains("value=\"finance\""))
            // Again, or nothing at all, or into no text: said in words.
            for form in [[("clause", "finance")], [], [("clause", "benefits"), ("instrument", "none")]] {
                let refused = try await site.north.post(address, form + [("_key", "\(UUID())")])
                #expect(refused.status == .unprocessableContent)
            }
            #expect(try await site.north.get(address + "?context=gaming").text.contains("Clauses for: gaming"))
        }
    }

    @Test func `what came back changed is shown first, and proposed only where confirmed`() async throws {
        try await test { site in
            let text = try await site.north.get("/a/\(Self.id)/terms/text/pact/text.md").text
            let same = try await Self.bring(site.north, "same.md", Array(text.utf8))
            #expect(same.text.contains("Nothing was changed"))
            let changed = text.replacing("says", with: "and the weather say") + "\n## Rain\n\nNobody pays.\n"
            let shown = try await Self.bring(site.north, "changed.md", Array(changed.utf8))
            #expect(shown.status == .ok)
            #expect(shown.text.contains("<ins>") && shown.text.contains("the weather"))
            #expect(shown.text.contains("name=\"take.c1\"") && shown.text.contains("name=\"new.0\""))
            let digest = await site.view.text(of: "pact")?.digest
            #expect(await site.view.terms.versions.isEmpty, "nothing has changed yet")
            let form = [
                ("fileName", "changed.md"), ("take.c1", "yes"), ("text.c1", "As {berth} and the weather say."),
                ("take.none", "yes"), ("text.none", "x"), ("new.0", "yes"), ("heading.0", "Rain"),
                ("wording.0", "Nobody pays."), ("_key", "k2"),
            ]
            let applied = try await site.north.post(Self.returned + "/apply", form)
            #expect(applied.status == .seeOther)
            #expect(applied.headers[.location]?.hasSuffix("/terms/text/pact") == true)
            let view = await site.view
            #expect(view.terms.clauses["c1"]?.text == "As {berth} and the weather say.")
            #expect(view.terms.clauses.contains { $0.title == "Rain" && $0.instrument == "pact" })
            #expect(view.versions(of: "pact").map(\.digest) == [digest])
            #expect(view.text(of: "pact")?.digest != digest)
        }
    }

    @Test func `nothing of a document is trusted`() async throws {
        try await test { site in
            let documents: [(String, [UInt8])] = [
                ("a.docx", Array("no zip at all".utf8)),
                ("a.docx", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 999)),
                ("a.md", [0xC3, 0x28]), ("a.exe", [0x4D, 0x5A]), ("", [1]), ("../../etc/passwd", Array("x".utf8)),
            ]
            for (name, bytes) in documents {
                let answer = try await Self.bring(site.north, name, bytes)
                #expect(answer.status == .unprocessableContent, "\(name)")
                #expect(!answer.text.contains("/tmp") && !answer.text.contains("entente-"))
            }
            let large = try await Self.bring(site.north, "a.md", [UInt8](repeating: 35, count: BodyLimit.document + 1))
            #expect(large.status == .contentTooLarge)
            // Markup of a document is text on the page.
            let text = "# Pact\n\n## Berths\n\n<script>alert(1)</script>\n"
            let shown = try await Self.bring(site.north, "a.md", Array(text.utf8))
            #expect(shown.status == .ok && !shown.text.contains("<script>alert"))
        }
    }

    @Test func `what cannot be made here is not offered`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = "/a/\(Self.id)/terms/text/pact"
        try await test(programs: folder.path) { site in
            let page = try await site.north.get(text).text
            #expect(!page.contains(".docx") && page.contains("As Markdown"))
            let form = try await site.north.get(Self.returned).text
            #expect(!form.contains(".docx") && form.contains("this server does not read documents of word processors"))
            // Who kept the address is told.
            let missing = try await site.north.get("\(text)/text.docx")
            #expect(missing.status == .notFound && missing.text.contains(">This server makes no such documents</h1>"))
        }
        let program = folder.appending(path: "pandoc")
        try Data("#!/bin/sh\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        try await test(programs: folder.path) { site in
            let (page, form) = (try await site.north.get(text).text, try await site.north.get(Self.returned).text)
            #expect(page.contains("text.docx\"") && form.contains(".docx,.md"))
        }
    }

    @Test func `a text goes out and comes back as a document of word processors`() async throws {
        guard let pandoc = try? Pandoc() else {
            print("Skipped: Pandoc is not installed.")
            return
        }
        try await test { site in
            let out = try await site.north.get("/a/\(Self.id)/terms/text/pact/text.docx")
            #expect(out.status == .ok)
            #expect(out.headers[.contentDisposition] == "attachment; filename=\"pact.docx\"")
            #expect(try await Self.bring(site.north, "pact.docx", out.bytes).text.contains("Nothing was changed"))
            let text = try await site.north.get("/a/\(Self.id)/terms/text/pact/text.md").text
            let changed = try await pandoc.docx(of: text.replacing("says", with: "and the tide say"))
            let shown = try await Self.bring(site.north, "pact.docx", changed)
            #expect(shown.text.contains("the tide"))
        }
    }

    @Test func `a missing Pandoc is said in words`() {
        #expect(throws: PandocFailure.notInstalled) { try Pandoc(path: "/nowhere") }
        #expect(SiteError(PandocFailure.notInstalled).status == .notFound)
        #expect(PandocFailure.notInstalled.remedy.contains("apt install pandoc"))
    }

    @Test func `a form about a text returns to it`() async throws {
        try await test { site in
            let place = "/a/\(Self.id)/terms/text/pact"
            let forms: [(String, [(String, String)])] = [
                ("empower", [("mandate", "m9"), ("person", "north-lead"), ("instrument", "pact")]),
                ("keepVersion", [("version", "v9"), ("instrument", "pact")]), ("approve", [("instrument", "pact")]),
                ("reject", [("instrument", "pact"), ("reason", "Too early")]),
            ]
            for (verb, form) in forms {
                let answer = try await site.north.post("/a/\(Self.id)/do/terms/\(verb)", form + [("_key", "\(UUID())")])
                #expect(answer.status == .seeOther, "\(verb)")
                #expect(answer.headers[.location]?.hasSuffix(place) == true, "\(verb)")
            }
            let page = try await site.harbour.get(place)
            #expect(page.text.contains("Rejected by North") && page.text.contains("Too early"))
        }
    }

    @Test func `weights are taken over where they were confirmed as shown`() async throws {
        try await test { site in
            let address = "/a/\(Self.id)/terms/weights"
            #expect(try await site.north.get(address).text.contains("Nothing to take over"))
            let refused = try await site.north.post(address, [("weight.berth", "99"), ("_key", "k1")])
            #expect(refused.status == .unprocessableContent)
            #expect(try await TestBrowser(site.north.client).get(address).status != .ok)
        }
    }
}

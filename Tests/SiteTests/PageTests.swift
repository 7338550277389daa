import AllianceModel
import Foundation
import Markup
import Testing

@testable import AlliancePages

/// What holds for every page of the site.
@Suite struct PageTests {
    @Test func everyPageIsSoundForAFilledAlliance() throws { check(SamplePages(try SampleAlliance.corridor()).all) }

    @Test func everyPageIsSoundForAnEmptyAlliance() { check(SamplePages(Alliance()).all) }

    @Test func everyPageIsSoundForAnOnlooker() throws {
        var pages = SamplePages(try SampleAlliance.corridor())
        pages.newCount = 0
        check(SamplePages(view: pages.view.shared, reader: AllianceReader(), site: pages.site, newCount: 0).all)
    }

    @Test(arguments: SampleAlliance.files)
    func everyPageIsSoundForEveryExample(file: URL) throws {
        check(SamplePages(try SampleAlliance.read(file)).ofAlliance)
    }

    private func check(_ pages: [(name: String, page: HTML)]) {
        let patterns = SiteRoute.allCases.map(pattern)
        var paths: [String: String] = [:]
        for (name, page) in pages {
            let html = page.text
            let markup = PageMarkup(html)
            let escaped = [
                "Markup.HTML(", "&lt;p", "&lt;strong", "&lt;ol", "&lt;ul", "&lt;a ", "&lt;span", "Optional(",
            ]
            #expect(!escaped.contains(where: html.contains), "\(name): markup that was taken for text")
            #expect(markup.all("h1").count == 1, "\(name): one h1")
            #expect(markup.all("main").count == 1, "\(name): one main")
            #expect(markup.all("style").isEmpty, "\(name): no style element")
            #expect(
                markup.all("script").allSatisfy { $0.attributes["src"]?.hasPrefix("/assets/") ?? false },
                "\(name): scripts come from files")
            var ids: [String: Int] = [:]
            let labelled = Set(markup.all("label").compactMap { $0.attributes["for"] })
            var isInLabel = false
            var described: Set<String> = []
            for element in markup.elements {
                #expect(element.attributes["style"] == nil, "\(name): style on \(element.name)")
                #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(name): handler on \(element.name)")
                if let id = element.attributes["id"] { ids[id, default: 0] += 1 }
                if element.name == "label" { isInLabel = true }
                if element.name == "/label" { isInLabel = false }
                if ["input", "select", "textarea"].contains(element.name), element.attributes["type"] != "hidden" {
                    let isNamed =
                        isInLabel || element.attributes["aria-label"] != nil
                        || element.attributes["id"].map(labelled.contains) ?? false
                    #expect(isNamed, "\(name): \(element.attributes) has no label")
                }
                for id in (element.attributes["aria-describedby"] ?? "").split(separator: " ") {
                    described.insert(String(id))
                }
                for attribute in ["href", "action", "src"] {
                    guard let link = element.attributes[attribute],
                        !["#", "http", "mailto:"].contains(where: link.hasPrefix)
                    else { continue }
                    paths[String(link.prefix { $0 != "?" && $0 != "#" })] = name
                }
            }
            #expect(described.isSubset(of: ids.keys), "\(name): descriptions that stand nowhere")
            let twice = ids.filter { $0.value > 1 }.map(\.key)
            #expect(twice.isEmpty, "\(name): ids that stand twice: \(twice)")
        }
        for (path, name) in paths {
            #expect(patterns.contains { path.wholeMatch(of: $0) != nil }, "\(name): \(path) leads to no route")
        }
    }

    private func pattern(_ route: SiteRoute) -> Regex<AnyRegexOutput> {
        let text = route.rawValue.replacing(".", with: "\\.").replacing(/\{[a-z]+\}/, with: "[^/]+")
        return (try? Regex(text)) ?? Regex(/never/)
    }

    @Test func hostileTextStaysText() throws {
        var alliance = try SampleAlliance.corridor()
        let hostile = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>"
        for register in Alliance.registers {
            let view = alliance.view(for: .party("north"))
            for record in view.records(of: register) {
                for field in register.fields {
                    guard case .text = field.kind, !field.isByVerb else { continue }
                    try? alliance.apply(
                        .edit(Edit(register.name, record.id, for: record.audience, .set([field.key: .text(hostile)]))),
                        by: .founder,
                        at: Moment(SampleAlliance.day))
                }
            }
        }
        var pages = SamplePages(alliance)
        pages.typed = hostile
        pages.site.reader = Site.Reader(name: hostile)
        pages.site.notice = Site.Notice(hostile, undo: .alliance("corridor", .undo(entry: 4)))
        var seen = 0
        for (name, page) in pages.all {
            let html = page.text
            #expect(!html.contains("<script>alert"), "\(name)")
            #expect(!html.contains("<img"), "\(name)")
            #expect(PageMarkup(html).elements.allSatisfy { $0.attributes["onerror"] == nil }, "\(name)")
            if html.contains("&lt;script&gt;alert(1)") { seen += 1 }
        }
        #expect(seen > 100)
    }

    @Test func scriptsAndFirstPageStaySmall() throws {
        let scripts = SiteAsset.modules.reduce(0) { $0 + $1.text.utf8.count }
        #expect(scripts <= 30_000)
        #expect(SiteAsset.all.count + 1 <= 12)
        #expect(Set(SiteAsset.all.map(\.name)).count == SiteAsset.all.count)
    }

    @Test func privateRecordsAreFenced() throws {
        let pages = SamplePages(try SampleAlliance.corridor())
        let record = try #require(pages.view.record(RecordKey(Stance.register, "waits"), of: .party("north")))
        let html = pages.alliance.recordPage(record, history: [], remarks: []).text
        #expect(html.contains("Private: only Northwind sees this"))
        let shared = SamplePages(view: pages.view.shared, reader: AllianceReader(party: "harbour", role: .lead))
        #expect(shared.all.allSatisfy { !$0.page.text.contains("Our drivers ask for it") })
    }

    @Test func theIndexOfThePaletteIsJSONWithTitlesAndAddresses() throws {
        let pages = SamplePages(try SampleAlliance.corridor())
        var places: [[String: String]] = []
        let found = try JSONSerialization.jsonObject(with: Data(pages.alliance.searchIndex.utf8))
        places = try #require(found as? [[String: String]])
        #expect(
            places.contains([
                "t": "Shorter waits at the ports", "k": "Objective", "u": "/a/corridor/record/vision/objectives/waits",
            ]))
        #expect(
            places.contains([
                "t": "Supports Shorter waits at the ports", "k": "Stance",
                "u": "/a/corridor/record/vision/stances/~waits",
            ]))
        let others = SamplePages(view: pages.view.shared, reader: AllianceReader(party: "harbour", role: .lead))
        #expect(!others.alliance.searchIndex.contains("stances"))
    }

    @Test func rolesAreOfferedOnlyWhatTheyMayDo() throws {
        let all = SamplePages(try SampleAlliance.corridor())
        let observer = SamplePages(
            view: all.view, reader: AllianceReader(person: "olav", party: "north", role: .observer))
        for step in StepName.allCases {
            // Whoever looks on may still comment.
            let html = observer.alliance.sitePage(of: step).text.replacing("/a/corridor/add/charter/comments", with: "")
            #expect(!html.contains("/a/corridor/add/"), "\(step)")
            #expect(!html.contains("/a/corridor/edit/"), "\(step)")
        }
        #expect(all.alliance.sitePage(of: .vision).text.contains("/a/corridor/add/vision/objectives"))
    }
}

import Crypto
import FoundationEssentials
import Testing

@testable import Markup

struct ComponentTests {
    @Test func theStylesheetKeepsItsBudgetAndBalancesItsBraces() {
        let text = Stylesheet.text
        #expect(text.utf8.count <= 30_000)
        #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
        #expect(!text.contains("//") && !text.contains("@import") && !text.contains("url("))
        for needed in ["prefers-reduced-motion", "forced-colors", "@media print", "data-theme=dark", ":focus-visible"] {
            #expect(text.contains(needed))
        }
    }

    @Test func theStylesheetUsesNoPhysicalSides() {
        let physical = Stylesheet.text.matches(of: /[{;](margin|padding|border)-(left|right)|text-align:(left|right)/)
        #expect(physical.isEmpty)
    }

    @Test func anErrorIsSaidBesideTheFieldAndInTheSummary() {
        let field = FormField("risks.impact[0]", "Impact", hint: "In euro", error: "Enter a number")
        let control = numberField(field, value: "\"lots\"", unit: "k€").text
        #expect(control.contains("id=\"field-risks-impact-0-\" name=\"risks.impact[0]\""))
        #expect(
            control.contains(
                "aria-describedby=\"field-risks-impact-0--hint field-risks-impact-0--error\" aria-invalid=\"true\""))
        #expect(control.contains("value=\"&quot;lots&quot;\""))
        let summary = errorSummary([field, FormField("x", "X")]).text
        #expect(summary.contains("<a href=\"#field-risks-impact-0-\">Enter a number</a>"))
        #expect(errorSummary([FormField("x", "X")]).isEmpty)
    }

    @Test func aChoiceMarksWhatIsSelectedAndTheFirstHasTheFieldsId() {
        let field = FormField("c", "Choice")
        let radios = choiceField(field, [Choice("a", "A"), Choice("b", "B")], selected: "b").text
        #expect(radios.contains("value=\"a\" id=\"field-c\" required"))
        #expect(radios.contains("value=\"b\" id=\"field-c-2\" checked required"))
        let list = selectField(FormField("s", "S"), [Choice("a", "A")]).text
        #expect(list.contains("<option value=\"\" selected>Choose…</option>"))
        #expect(
            selectField(FormField("s", "S"), [Choice("a", "A")], selected: "a").text.contains(
                "<option value=\"\">Choose…</option>"))
        #expect(
            selectField(FormField("s", "S", isRequired: false), [Choice("a", "A")], selected: "a").text.contains(
                ">None<"))
    }

    @Test func linesOfAValueKeepTheirBreaks() {
        let area = multilineField(FormField("t", "T"), value: "\nsecond</textarea><b>").text
        #expect(area.contains(">\n\nsecond&lt;/textarea&gt;&lt;b&gt;</textarea>"))
    }

    @Test func anEmptyRegisterOffersItsFirstRecord() {
        let field = referenceField(FormField("o", "Owner"), [], whenEmpty: ("Invite a person", "/people/new")).text
        #expect(field.contains("<a href=\"/people/new\">Invite a person</a>") && !field.contains("<select"))
    }

    @Test func tablesHeadTheirRowsAndAlignNumbers() {
        let table = DataTable(
            "T", columns: ["A", .number("B"), "C"], rows: [["x", .number(-1.25)], ["y", .missing, "z"]],
            footer: ["Sum", .number(3)])
        let text = dataTable(table).text
        #expect(text.contains("<th scope=\"row\">x</th><td class=\"n\">−1.3</td><td></td>"))
        #expect(text.contains("<td class=\"n\">–</td><td>z</td>"))
        #expect(text.contains("<tfoot><tr><th scope=\"row\">Sum</th>"))
        #expect(text.contains("<caption>T</caption>"))
    }

    @Test func aStatusNeverSpeaksByColourAlone() {
        let tag = statusTag(.waiting(for: "Ostrava & sons")).text
        #expect(tag.contains("<svg") && tag.hasSuffix("Waiting for Ostrava &amp; sons</span>"))
    }

    @Test func acceptedFindingsAreFoldedAwayAndSeveritiesAreOrdered() {
        let list = findingsList([
            Finding(.medium, "second", reason: ""), Finding(.accepted, "third", reason: ""),
            Finding(.critical, "first", reason: ""),
        ]).text
        let places = ["first", "second", "<details", "third"].compactMap { list.firstRange(of: $0)?.lowerBound }
        #expect(places.count == 4 && places == places.sorted())
    }

    @Test func aReportNeedsNothingFromOutside() {
        let text = report(Gallery.report).text
        #expect(text.contains("<style>") && !text.contains("<link rel=\"stylesheet\"") && !text.contains("<script"))
        #expect(text.contains("default-src &#39;none&#39;"))
        for rules in [
            Stylesheet.tokens, Stylesheet.components, Stylesheet.charts, Stylesheet.tiles, Stylesheet.records,
            Stylesheet.adaptations,
        ] {
            #expect(text.contains(rules))
        }
    }

    @Test func thePolicyOfAReportAdmitsItsOwnStylesAlone() throws {
        let text = report(Gallery.report).text
        let rules = try #require(text.split(separator: "<style>").last?.split(separator: "</style>").first)
        let digest = Data(SHA256.hash(data: Data(rules.utf8))).base64EncodedString()
        #expect(text.contains("style-src &#39;sha256-\(digest)&#39;") && !text.contains("unsafe-inline"))
        #expect(!text.contains(" style=\""))
    }

    @Test func aPageSaysItsLanguageDirectionAndTheme() {
        var page = Page(title: "<T>", content: "<p>x</p>")
        page.language = "ar"
        page.direction = .rightToLeft
        page.theme = .dark
        let text = document(page, assets: PageAssets(stylesheet: "/a.css", modules: ["/live.mjs"])).text
        #expect(text.contains("<html lang=\"ar\" dir=\"rtl\" data-theme=\"dark\">"))
        #expect(text.contains("<title>&lt;T&gt; – Entente</title>"))
        #expect(text.contains("<script type=\"module\" src=\"/live.mjs\"></script>"))
        #expect(text.contains("<main id=\"main\" tabindex=\"-1\">\n<h1 dir=\"auto\">&lt;T&gt;</h1>"))
    }

    @Test func hostileNamesStayTextInEveryComponent() {
        let name = EdgeCases.hostile
        let party = Party(name, .circle)
        let pieces: [HTML] = [
            taskList([TaskItem(name, status: .waiting(for: name), note: name)]),
            section(name, id: name, lead: name, ""), card(name, ""),
            privateFence(seenBy: name, ""), emptyState(name, actions: [(name, "/x")]), legend([party]),
            organisation(party),
            findingCard(Finding(.critical, name, reason: name, mend: (name, nil), acceptance: name)),
            textField(FormField(name, name, hint: name, error: name), value: name),
            valuesField(FormField(name, name), values: [name]),
            choiceField(FormField(name, name), [Choice(name, name, hint: name)]),
            summaryList([SummaryRow(name, HTML(text: name), change: "/x")]),
            approvalStrip([(party, .waiting(for: name))]), help(name, id: name, ""), more(name, ""),
            progress(1, of: 2, name),
            dataTable(DataTable(name, columns: [DataTable.Column(name)], rows: [[.text(name)]])),
        ]
        let leaks = pieces.filter {
            $0.text.contains("<b>") || $0.text.contains("\"Tom\"") || $0.text.contains("'Jerry'")
        }
        #expect(leaks.map(\.text).isEmpty)
    }
}

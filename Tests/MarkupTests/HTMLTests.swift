import SeededRandom
import Testing

@testable import Markup

struct HTMLTests {
    let hostile = "\"'><script>alert(1)</script><!-- & --> javascript:x onload=y `\u{0}\u{1}\u{FFFE}"

    @Test func textIsEscapedBetweenTags() {
        let page: HTML = "<p>\("a < b & c > \"d\" 'e'")</p>"
        #expect(page.text == "<p>a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;</p>")
    }

    @Test func textStaysInsideQuotedAttributes() {
        let double: HTML = "<p title=\"\(hostile)\">x</p>"
        let single: HTML = "<p title='\(hostile)'>x</p>"
        #expect(double.text.split(separator: "\"").count == 3)
        #expect(single.text.split(separator: "'").count == 3)
        #expect(!double.text.contains("<script"))
    }

    @Test func textCannotBecomeAnAttributeOrATag() {
        let inTag: HTML = "<p \(hostile)>x</p>"
        let inName: HTML = "<\("b onclick=x")>"
        #expect(inTag.text == "<p scriptalert1script----javascriptxonloady>x</p>")
        #expect(inName.text == "<bonclickx>")
    }

    @Test func textAfterEqualsIsQuoted() {
        let input: HTML = "<input value=\("a b=\"c\"") disabled>"
        #expect(input.text == "<input value=\"a b=&quot;c&quot;\" disabled>")
    }

    @Test func textInUnquotedValueCannotEndIt() {
        let input: HTML = "<input value=x\(" onclick=alert(1)>")>"
        #expect(input.text == "<input value=xonclickalert1>")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "java\nscript:x", "\u{1}javascript:x",
        "data:text/html,x",
        "vbscript:x", "//evil.example", "\\\\evil.example", "/\\evil.example", "",
    ])
    func textThatIsNoSafeAddressBecomesAHash(_ address: String) {
        #expect(WebLink(checking: address) == nil)
        let link: HTML = "<a href=\"\(address)\">x</a><form action='\(address)'><img src=\(address)>"
        #expect(link.text == "<a href=\"#\">x</a><form action='#'><img src=\"#\">")
    }

    @Test(arguments: [
        "/a/b?c=d#e", "page.html", "#top", "?x=1:2", "/a:b", "https://example.org/ä", "mailto:a@example.org",
        "tel:+4912",
        "HTTP://example.org", "",
    ])
    func safeAddressesPass(_ address: String) {
        guard !address.isEmpty else { return #expect(WebLink(checking: address) == nil) }
        #expect(WebLink(checking: address)?.text == address)
        let link: HTML = "<a href=\"\(address)\">"
        #expect(link.text == "<a href=\"\(address)\">")
    }

    @Test func textInsideAnAddressIsOneComponent() {
        let link: HTML = "<a href=\"/a/\("x/y?z&\"")/\("ü")\">"
        #expect(link.text == "<a href=\"/a/x%2Fy%3Fz%26%22/%C3%BC\">")
    }

    @Test func linksAreWrittenWhole() {
        let link = WebLink(path: ["a", "b c", "../d"], query: [("q", "1&2")], fragment: "e f")
        #expect(link.text == "/a/b%20c/..%2Fd?q=1%262#e%20f")
        let markup: HTML = "<a href=\"\(link)\">\(link)</a>"
        #expect(markup.text == "<a href=\"/a/b%20c/..%2Fd?q=1%262#e%20f\">/a/b%20c/..%2Fd?q=1%262#e%20f</a>")
        #expect(WebLink(path: ["", "evil.example"]).text == "/./evil.example")
    }

    @Test func handlersStylesAndCommentsTakeNothing() {
        let markup: HTML = "<p onclick=\"\("x")\" style=\"\("color:red")\"><!-- \("y") --><!doctype \("z")>"
        #expect(markup.text == "<p onclick=\"\" style=\"\"><!--  --><!doctype >")
    }

    @Test func rawTextTakesMarkupButNoText() {
        let rules: HTML = "p{color:red}"
        let page: HTML = "<style>\(rules)\("</style><b>")</style><b>\("<i>")</b>"
        #expect(page.text == "<style>p{color:red}</style><b>&lt;i&gt;</b>")
    }

    @Test func nestedMarkupIsKeptInTextAndEscapedInAttributes() {
        let bold: HTML = "<b>\("&")</b>"
        let page: HTML = "<p title=\"\(bold)\">\(bold)\(bold as HTML?)\(nil as HTML?)\([bold, bold])</p>"
        #expect(page.text.hasPrefix("<p title=\"&lt;b&gt;&amp;amp;&lt;/b&gt;\"><b>&amp;</b><b>"))
        #expect(page.text.split(separator: "<b>").count == 5)
    }

    @Test func halfOfATagKeepsItsPlaceAcrossPieces() {
        var markup: HTML = "<a href=\""
        markup += HTML("\("javascript:x")\">\("<")")
        #expect(!markup.text.contains("javascript:x\">"))
        let start: HTML = "<p title=\""
        let whole = start + HTML(text: "a\"b") + "\">"
        #expect(!whole.text.contains("a\"b"))
    }

    @Test func conditionsListsAndAttributesReadWell() {
        let limit: Int? = 9
        let input: HTML = "<input\(attribute: "max", limit)\(attribute: "min", nil as Int?)\(flag: "checked", true)>"
        #expect(input.text == "<input max=\"9\" checked>")
        let list: HTML = "<ul>\(each: [1, 2], { "<li>\($0)</li>" })</ul>"
        #expect(list.text == "<ul><li>1</li><li>2</li></ul>")
        let words: HTML = "\(when: false, "<b>a</b>", otherwise: "<i>b</i>")\(when: true, "c")"
        #expect(words.text == "<i>b</i>c")
        #expect([HTML("a"), "b"].joined(separator: "<br>").text == "a<br>b")
        let misplaced: HTML = "<p>\(attribute: "max", limit)</p>"
        #expect(misplaced.text == "<p></p>")
    }

    @Test func controlCharactersBecomeTheReplacementCharacter() {
        #expect(
            HTML(text: "a\u{0}\u{8}\t\n\u{7F}\u{FFFF}\u{FEFF}b").text
                == "a\u{FFFD}\u{FFFD}\t\n\u{FFFD}\u{FFFD}\u{FEFF}b")
    }

    @Test func noRandomTextLeavesItsPlace() {
        var random = SplitMix64(seed: 7)
        let alphabet = Array("<>\"'&=/ \n!-aonclickjavscript:;`{}()#?%\u{202E}é\u{0}")
        var leaks: [String] = []
        for _ in 0..<3000 {
            let text = String((0..<random.below(24)).map { _ in alphabet[random.below(alphabet.count)] })
            let markup: HTML = "<p title=\"\(text)\" data-x='\(text)'>\(text)</p><a href=\"\(text)\"></a>"
            let utf8 = markup.text.utf8
            let isSafe =
                utf8.filter { $0 == 0x3C }.count == 4 && utf8.filter { $0 == 0x22 }.count == 4
                && utf8.filter { $0 == 0x27 }.count == 2 && !markup.text.lowercased().contains("href=\"javascript:")
            if !isSafe { leaks.append(text) }
        }
        #expect(leaks.isEmpty)
    }

    @Test(arguments: [
        (0.0, "0"), (-0.04, "0"), (2.25, "2.3"), (-2.25, "-2.3"), (1234567, "1234567"), (.nan, "–"), (.infinity, "–"),
        (1e300, "1e+300"),
    ])
    func numbersHaveAtMostOneDecimal(_ number: Double, _ expected: String) {
        #expect(decimal(number) == expected)
    }

    @Test func readableNumbersAreGrouped() {
        #expect(readable(-1_234_567.25) == "−1\u{202F}234\u{202F}567.3")
        #expect(readable(1234) == "1234")
        #expect(percent(0.125) == "12.5\u{00A0}%")
    }
}

extension SplitMix64 {
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}

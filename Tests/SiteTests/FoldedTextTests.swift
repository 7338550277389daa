import AllianceModel
import Markup
import Testing

@testable import AlliancePages

/// A search finds a word however it is accented, and marks what it found.
@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("Häfen", "hafen"), ("Société", "societe"), ("SOCIE\u{301}TE\u{301}", "societe"), ("Straße", "strasse"),
        ("Søren Łukasz Đorđe", "soren lukasz dorde"), ("Ærø œuvre", "aero oeuvre"), ("Việt Nam", "viet nam"),
        // Greek, whatever the accents and the last sigma; Turkish, dotted or not.
        ("Θάλασσα ΛΌΓΟΣ λόγος", "θαλασσα λογοσ λογοσ"), ("ἀρχή", "αρχη"),
        ("Işık İSTANBUL ISPARTA", "isik istanbul isparta"),
        ("Ёлка и йод", "елка и йод"), ("שָׁלוֹם", "שלום"), ("Plain text 1", "plain text 1"), ("港 コ ガ", "港 コ ガ"), ("", ""),
    ])
    func accentsAndCaseDoNotCount(_ text: String, _ folded: String) {
        #expect(FoldedText.of(text) == folded)
        #expect(FoldedText.of(FoldedText.of(text)) == FoldedText.of(text))
    }

    private func marked(_ words: [String], _ text: String) -> [String] {
        FoldedText.ranges(of: words, in: text).map { String(text[$0]) }
    }

    @Test func whatWasFoundIsMarkedAsItIsWritten() {
        #expect(marked(["hafen"], "Alle Häfen, hafen und HÄFEN") == ["Häfen", "hafen", "HÄFEN"])
        #expect(marked(["strasse"], "Die Straße.") == ["Straße"])
        // Half of a letter that stands for two marks it whole.
        #expect(marked(["as"], "Maß") == ["aß"])
        #expect(marked(["ab", "bc"], "xabcx") == ["abc"])
        #expect(marked(["aa"], "aaa aa") == ["aaa", "aa"])
        #expect(marked(["λογος"].map { FoldedText.of($0) }, "Ο λόγος") == ["λόγος"])
        #expect(marked(["", "longer than the text"], "text") == [])
    }

    private func site(_ titles: [(title: String, why: String?)]) throws -> AllianceSite {
        var alliance = try SampleAlliance.corridor()
        for (index, words) in titles.enumerated() {
            var members: Value.Members = ["title": .text(words.title)]
            members["why"] = words.why.map(Value.text)
            try alliance.apply(
                .edit(Edit(Objective.register, "accented-\(index)", .add(members))), by: .founder,
                at: Moment(SampleAlliance.day))
        }
        return SamplePages(alliance).alliance
    }

    @Test func theSearchFindsAndMarks() throws {
        let long = String(repeating: "Words before it. ", count: 40)
        let site = try site([
            ("Zwei Häfen & <Kanäle>", nil), ("Another aim", "\(long)The Société Générale pays <all>. \(long)"),
        ])
        let found = site.searchPage("hafen KANALE").text
        #expect(found.contains("Zwei <mark>Häfen</mark> &amp; &lt;<mark>Kanäle</mark>&gt;</a>"))
        let text = site.searchPage("societe").text
        // The excerpt is what stands around the word, and begins with a whole one.
        #expect(text.contains(/… \w[^<]*The <mark>Société<\/mark> Générale pays &lt;all&gt;\./))
        #expect(site.searchPage("Société").text.contains("<mark>Société</mark>"))
        #expect(site.searchPage("nowhere").text.contains("Nothing that you may see holds"))
    }
}

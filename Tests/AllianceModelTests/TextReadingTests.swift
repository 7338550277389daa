import Testing

@testable import AllianceModel

/// The same words are the same text, by whatever door they come and whatever signs are among them.
@Suite struct TextsFromOutside {
    private func objective(why: String) throws -> Preparation {
        var it = try Preparation()
        try it.add(Objective.register, "o1", ["title": "Shorter waits", "why": .text(why), "measure": "Hours"])
        return it
    }

    @Test(
        arguments: [
            ("a\r\n\r\nb", "a\n\nb"), ("a\rb", "a\nb"), ("\r\n", nil), ("a\n\r\nb\n", "a\n\nb\n"),
            ("a\r\r\nb", "a\n\nb"),
        ] as [(String, String?)])
    func linesEndInLineFeeds(given: String, kept: String?) throws {
        #expect(try objective(why: given).view().vision.objectives["o1"]?.why == kept)
    }

    @Test func aFormThatIsSentBackAsItWasChangesNothing() throws {
        var talks = try SigningTests.talks()
        try talks.set(Clause.register, "c1", ["text": "One fee.\n\nNo other."], by: .founder)
        var approve = Terms.Approve()
        approve.instrument = "treaty"
        try talks.apply(.approve(approve), by: Talks.lead("north"))
        try talks.set(Clause.register, "c1", ["text": "One fee.\r\n\r\nNo other."], by: Talks.lead("harbour"))
        #expect(talks.view.terms.instruments["treaty"]?.approvals.map(\.holds) == [true])
    }

    @Test func anEmptyLineEndsAParagraphAlsoInAForm() throws {
        var talks = try SigningTests.talks()
        try talks.set(Clause.register, "c1", ["text": "One fee.\r\n\r\nNo other."], by: .founder)
        let bodies = talks.view.text(of: "treaty")?.paragraphs.filter { $0.clause == "c1" && $0.kind == .body }
        #expect(bodies?.map(\.text) == ["One fee.", "No other."])
    }

    @Test(arguments: ["a\u{1B}[2Jb", "a\u{9B}2Jb", "a\u{7F}", "\u{85}a"]) func whatTerminalsObeyIsRefused(text: String)
        throws
    {
        var it = try Preparation()
        #expect(
            it.refusal(ofAdding: Objective.register, ["title": .text(text)]) == [
                "vision.objectives[x].title: the text contains control characters"
            ])
    }

    @Test(arguments: ["Â", "é\tü", "\u{A0}"]) func lettersThatBeginWithTheSameByteAreNot(text: String) throws {
        var it = try Preparation()
        #expect(it.refusal(ofAdding: Objective.register, ["title": .text("a" + text)]).isEmpty)
    }

    @Test func blanksClearAFieldThatMayBeEmpty() throws {
        var it = try objective(why: "It matters")
        try it.change(.edit(Edit(Objective.register, "o1", .set(["measure": " \t ", "due": "  "]))))
        let objective = try #require(it.view().vision.objectives["o1"])
        #expect(objective.measure == nil && objective.due == nil && objective.why == "It matters")
    }
}

@Suite struct TextsThatGoOut {
    private func markdown(_ words: String) throws -> (talks: Talks, text: String) {
        var talks = try SigningTests.talks()
        try talks.set(Clause.register, "c1", ["text": .text(words)], by: .founder)
        return (talks, try #require(talks.view.text(of: "treaty")).markdown)
    }

    /// With an accent on its bracket an image is one all the same, and a converter would fetch what it names.
    @Test(arguments: [
        "![\u{301}x](file:///etc/x.png)", "<\u{308}b>", "*\u{301}a*", "#\u{301} a", "1.\u{301} a", "a_\u{20DD}b",
    ])
    func noSignWithAnAccentIsMarkup(words: String) throws {
        let (talks, markdown) = try markdown(words)
        let line = try #require(markdown.split(separator: "\n").last).unicodeScalars
        for (before, sign) in zip([Unicode.Scalar("a")] + line, line) where "![<*_#".unicodeScalars.contains(sign) {
            #expect(sign == "!" || before == "\\")
        }
        #expect(try #require(talks.view.reading(of: "treaty", markdown: markdown)).edits.isEmpty)
    }

    @Test func aTextComesBackWithAnyEndsOfLines() throws {
        let (talks, markdown) = try markdown("One fee.\nNo other.")
        let windows = markdown.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let reading = try #require(talks.view.reading(of: "treaty", markdown: windows))
        #expect(reading.edits.isEmpty && reading.missing.isEmpty && reading.unknown.isEmpty)
    }

    @Test func differentParagraphsAreNeverTheSameText() {
        typealias Paragraph = InstrumentText.Paragraph
        let paragraphs =
            ["# a", "\\# a", "\\\\# a", "## a", "#a", "\\#a", "\\a", "a"].map { Paragraph(kind: .body, text: $0) }
            + [
                Paragraph(kind: .title, text: "a"), Paragraph(kind: .heading, text: "a"),
                Paragraph(kind: .title, text: "# a"),
            ]
        #expect(Set(paragraphs.map(\.canonical)).count == paragraphs.count)
        for paragraph in paragraphs { #expect(Paragraph(canonical: paragraph.canonical) == paragraph) }
    }

    @Test func bracesThatCloseNowhereAreWords() {
        let open = String(repeating: "{a", count: 5000)
        #expect(ClauseText(open).parts == [.words(open)])
        #expect(ClauseText(open + "{fee}").parts == [.words(open), .parameter("fee")])
        let longest = String(repeating: "a", count: 64)
        #expect(ClauseText("{\(longest)}").parameters == [RecordID(longest)])
        #expect(ClauseText("{\(longest)a}").parameters.isEmpty)
    }
}

import Testing

@testable import AllianceModel

/// What has no words is no part of a text, and so of nothing that is signed.
@Suite struct UnwordedClauseTests {
    private static func talks() throws -> Talks {
        var talks = try SigningTests.talks()
        try talks.add(
            Clause.register, "c9", ["title": "Liability", "topic": "liability", "instrument": "treaty", "number": "9"])
        return talks
    }

    @Test func aHeadingAloneIsNotSigned() throws {
        var talks = try Self.talks()
        #expect(talks.view.text(of: "treaty")?.canonical.contains("Liability") == false)
        #expect(talks.view.unwordedClauses(of: "treaty").map(\.id) == ["c9"])
        try talks.set(Clause.register, "c9", ["text": "   "], by: .founder)
        #expect(talks.view.unwordedClauses(of: "treaty").map(\.id) == ["c9"])
        try talks.set(Clause.register, "c9", ["text": "Nobody is liable for ice."], by: .founder)
        #expect(
            talks.view.text(of: "treaty")?.canonical.hasSuffix("## 9 Liability\n\nNobody is liable for ice.\n") == true)
        #expect(talks.view.unwordedClauses(of: "treaty").isEmpty)
    }

    @Test func wordsUnderItsHeadingComeBackAsAProposal() throws {
        let talks = try Self.talks()
        let sent = try #require(talks.view.text(of: "treaty")).markdown
        let same = try #require(talks.view.reading(of: "treaty", markdown: sent))
        #expect(same.missing.isEmpty && same.edits.isEmpty)
        let back = try #require(
            talks.view.reading(of: "treaty", markdown: sent + "\n## 9 Liability\n\nNobody is liable for ice.\n"))
        #expect(back.edits.map(\.clause) == ["c9"] && back.edits.first?.text == "Nobody is liable for ice.")
    }

    @Test func aTextNamesWhatItLeavesOpen() throws {
        var talks = try ClauseTextTests.agreed()
        #expect(talks.view.openIssues(in: "treaty") == ["berth", "fee"])
        try ClauseTextTests.agree(&talks, "o1", on: "own")
        #expect(talks.view.openIssues(in: "treaty") == ["fee"])
    }

    @Test func oneOfAUnitIsSaidInTheSingular() {
        #expect(quantity("1", "years") == "1 year" && quantity("2", "years") == "2 years")
        #expect(quantity("1", "people") == "1 person" && quantity("1", "EUR") == "1 EUR")
        #expect(quantity("1", "fifteenths for the south") == "1 fifteenths for the south")
        #expect(quantity("1.5", "days") == "1.5 days" && quantity("3", nil) == "3" && quantity("3", "") == "3")
    }

    @Test func largerProblemsAreSearchedForFewerSteps() {
        #expect(Neutral.searchLimit(parties: 2, choices: 300) == 200_000)
        #expect(Neutral.searchLimit(parties: 10, choices: 300) == 50_000)
        #expect(Neutral.searchLimit(parties: 1_000, choices: 10_000) == 5_000)
        #expect(Neutral.searchLimit(parties: 0, choices: 0) == 200_000)
    }
}

import Foundation
import FoundationXML
import SeededRandom
import Testing

@testable import Markup

struct PictureTests {
    @Test func everyPictureIsWellFormedXML() {
        let broken = EdgeCases.all.filter { !XMLReader.reads($0.picture.text) }.map(\.id)
        #expect(broken.isEmpty)
    }

    @Test func everyFigureIsWellFormedAsMarkup() {
        let broken = EdgeCases.all.filter { !XMLReader.reads(figure($0).text.replacing(" required>", with: "/>")) }.map(
            \.id)
        #expect(broken.isEmpty)
    }

    @Test func noPictureHasAStyleAttributeOrANumberThatIsNone() {
        let broken = EdgeCases.all.filter { figure in
            let text = figure.picture.text
            return text.contains("style=") || text.contains("nan") || text.contains("inf") || text.contains("=\"–\"")
                || text.contains(" –\"")
        }
        #expect(broken.map(\.id).isEmpty)
    }

    @Test func idsAreUniqueAndNamePicture() {
        for figure in EdgeCases.all where figure.picture.text.contains("<svg class=\"chart") {
            let ids = figure.picture.text.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
            #expect(
                Set(ids).count == ids.count && ids.contains("\(figure.id)-name") && ids.contains("\(figure.id)-claim"))
        }
        #expect(Set(EdgeCases.all.map(\.id)).count == EdgeCases.all.count)
    }

    @Test func drawingTwiceGivesTheSameBytes() {
        let again = alignmentPlot(id: "alignment", parties: Samples.parties, rows: [AlignmentRow("a", [1, 2, 3])])
        let twice = alignmentPlot(id: "alignment", parties: Samples.parties, rows: [AlignmentRow("a", [1, 2, 3])])
        #expect(again.picture == twice.picture)
    }

    /// The picture says what the table says: each number of the table is a text or a tooltip of the picture, a zero may be a dash.
    @Test(arguments: ["alignment", "risks", "pareto", "concessions", "drivers"])
    func numbersOfTheTableAppearInThePicture(_ id: String) throws {
        let figure = try #require(Samples.figures.first { $0.id == id })
        let text = figure.picture.text
        let numbers = try #require(figure.table).rows.flatMap { $0 }.compactMap { cell in
            if case .number(let number) = cell { number } else { nil }
        }
        let absent = numbers.filter { number in
            number != 0 && !text.contains(readable(number)) && !text.contains(readable(abs(number)))
        }
        // A tornado's swing and a spread that is printed in words are sums of what is drawn.
        #expect(id == "drivers" ? absent.count <= 4 : absent.isEmpty)
        #expect(numbers.count > 5)
    }

    @Test func sharesOfTheTableAppearAsPercentages() throws {
        for figure in [Samples.ranking, Samples.power] {
            let cells = try #require(figure.table).rows.flatMap { $0.dropLast() }
            let shares = cells.compactMap { cell in if case .number(let number) = cell { number } else { nil } }
            #expect(shares.allSatisfy { $0 == 0 || figure.picture.text.contains(percent($0 / 100)) })
            #expect(!shares.isEmpty)
        }
    }

    /// A table that is a picture needs no second one: what it says stands in its cells.
    @Test func tilesSayTheirWordsAndNumbers() throws {
        let effort = figure(Samples.effort).text
        #expect(effort.contains("<td class=\"h3\">8.5</td>") && effort.contains("<td class=\"h0\"></td>"))
        #expect(effort.contains("<th scope=\"row\">Sum</th>") && effort.contains("<td class=\"n\">77.5</td>"))
        #expect(!effort.contains("<details>"))
        let grid = figure(Samples.grid).text
        #expect(grid.contains("<td class=\"kbad\">Due</td>") && grid.contains("<td></td>"))
        let details = try #require(Samples.grid.table)
        #expect(details.rows.count == 1 && grid.contains("Ostrava: had signed an earlier version"))
        let thread = figure(Samples.thread).text
        #expect(thread.matches(of: /<td class="hole" data-l="[A-Z][a-z]+">missing/).count == 8)
        #expect(thread.contains("Data-sharing annex <small>and 1 more</small>"))
    }

    @Test func narrowTilesHaveSymbolsAndAKeyThatNamesEachTone() {
        let many = (0..<15).map { GridColumn("Member \($0)") }
        let cells: [[GridWord?]] = [
            many.indices.map { $0 == 3 ? nil : GridWord($0 < 3 ? "Due" : "Accepted", $0 < 3 ? .bad : .good) }
        ]
        let wide = figure(
            wordGrid(id: "w", title: "T", claim: "C", heading: "H", columns: many, rows: ["r"], cells: cells)
        ).text
        #expect(wide.contains("<table class=\"tiles brief stack many\">"))
        #expect(wide.contains("<ul class=\"key\"><li class=\"kbad\">Due</li><li class=\"kok\">Accepted</li></ul>"))
        #expect(wide.matches(of: /<td class="kok">Accepted<\/td>/).count == 11)
        let narrow = figure(
            wordGrid(id: "n", title: "T", claim: "C", heading: "H", columns: ["A", "B"], rows: ["r"], cells: cells)
        ).text
        #expect(narrow.contains("<table class=\"tiles\">") && !narrow.contains("class=\"key\""))
    }

    @Test func tilesOfAFewColumnsHaveSymbolsOnAPhoneAlone() {
        func grid(_ columns: Int, _ word: String) -> String {
            figure(
                wordGrid(
                    id: "w", title: "T", claim: "C", heading: "H",
                    columns: (0..<columns).map { GridColumn("Member \($0)") }, rows: ["r"],
                    cells: [Array(repeating: GridWord(word, .good), count: columns)])
            ).text
        }
        #expect(grid(6, "Accepted").contains("<table class=\"tiles terse stack\">"))
        #expect(grid(6, "Accepted").contains("<ul class=\"key terse-key\"><li class=\"kok\">Accepted</li></ul>"))
        // A symbol that two words share stands for both.
        let mixed = wordGrid(
            id: "w", title: "T", claim: "C", heading: "H", columns: (0..<6).map { GridColumn("Member \($0)") },
            rows: ["r"],
            cells: [
                [GridWord("Medium", .warning), GridWord("Missing", .warning)]
                    + Array(repeating: GridWord("Accepted", .good), count: 4)
            ])
        #expect(figure(mixed).text.contains(">Medium, Missing</li>"))
        // Numbers are narrow enough to be read as they are.
        #expect(grid(9, "4").contains("<table class=\"tiles stack many\">") && !grid(9, "4").contains("class=\"key"))
        #expect(grid(2, "Accepted").contains("<table class=\"tiles\">"))
    }

    @Test func aContactMapHasADrawingForPhones() {
        let parties = Party.named(["Northwind", "Harbour League"])
        let map = contactMap(
            id: "c", parties: parties,
            contacts: [Contact("Ada", party: 0), Contact("Ben", party: 1), Contact("Cleo", party: 0)],
            ties: [ContactTie(0, 1), ContactTie(2, 1, isMissing: true)]
        ).picture.text
        let narrow = map[(map.firstRange(of: "<div class=\"narrow\">")?.lowerBound ?? map.endIndex)...]
        #expect(
            narrow.contains("aria-labelledby=\"c-narrow-name c-narrow-claim\"")
                && narrow.contains("viewBox=\"0 0 340 125\""))
        #expect(narrow.matches(of: /class="tie"/).count == 1 && narrow.matches(of: /class="gap"/).count == 1)
        #expect(["Northwind", "Harbour League", "Ada", "Ben", "Cleo"].allSatisfy { narrow.contains(">\($0)</text>") })
    }

    @Test func barsAreDrawnToOneScaleAndSayTheirValues() {
        let bars = figure(
            barList(
                id: "b", title: "T", claim: "C", heading: "H", series: ["in", "out"],
                rows: [
                    BarRow("A", mark: .square, [0.5, 0.25], note: "can block alone"),
                    BarRow("B", mark: .other, [nil, -1]),
                ], words: percent)
        ).text
        #expect(bars.contains("<svg class=\"gauge knone\" width=\"200\" aria-hidden=\"true\"></svg>50\u{00A0}%"))
        #expect(bars.contains("<svg class=\"gauge c2\" width=\"100\" aria-hidden=\"true\"></svg>25\u{00A0}%"))
        #expect(
            bars.contains("<td>not known</td>")
                && bars.contains("<svg class=\"gauge c7\" width=\"1\" aria-hidden=\"true\"></svg>"))
        #expect(bars.contains("A<span class=\"note\">can block alone</span>"))
        #expect(bars.matches(of: /class="mark"/).count == 1)
        #expect(bars.contains("Upper bar: in. Lower bar: out."))
    }

    @Test func aLongGridSaysHowManyRowsItShows() {
        let rows = (0..<50).map { "row \($0)" }
        let long = wordGrid(
            id: "l", title: "T", claim: "C", heading: "H", columns: ["A"], rows: rows,
            cells: rows.map { _ in [GridWord("x")] })
        #expect(long.picture.text.contains("The first 30 of 50 are shown.") && !long.picture.text.contains("row 30"))
    }

    @Test func tablesOfNumbersLeaveOutEmptyColumns() {
        let plain = timeline(
            id: "t", rows: [TimelineRow("a", start: 0, end: 9), TimelineRow("b", start: 3, end: 3)],
            calendar: .plain)
        #expect(plain.table?.columns.map(\.title) == ["Task", "Start", "End", "Owner"])
        #expect(Samples.plan.table?.columns.count == 7)
        #expect(Samples.plan.table?.rows.allSatisfy { $0.count == 7 } == true)
    }

    @Test func aPhoneSeesTheWholeTimeline() throws {
        let rows = [
            TimelineRow("Work package with a name that is long", start: 16_000, end: 17_400, slack: 40),
            TimelineRow("Start", start: 16_000, end: 16_000), TimelineRow("End", start: 17_440, end: 17_440),
        ]
        let picture = timeline(id: "t", rows: rows, today: 16_500, calendar: .plain).picture.text
        let narrow = try #require(picture.components(separatedBy: "<div class=\"narrow\">").last)
        #expect(narrow.contains("viewBox=\"0 0 340 ") && narrow.contains(">today<") && narrow.contains(">2014<"))
        #expect(narrow.contains("Work package with a name that is long"))
        // Nothing sticks out of its 340 units.
        for match in narrow.matches(of: /x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"/) {
            #expect((Double(match.1) ?? 0) + (Double(match.2) ?? 0) <= 340)
        }
    }

    @Test func wordsStandUnderTheirGroup() {
        let picture = wordGroups(
            id: "g", title: "T", claim: "C",
            groups: [WordGroup("Full", .good, ["Scope", "<Term>"]), WordGroup("Absent", .warning, [])]
        ).picture.text
        #expect(picture.contains("Full: 2") && picture.contains("Scope · &lt;Term&gt;") && !picture.contains("Absent"))
        #expect(wordGroups(id: "g", title: "T", claim: "C", groups: []).picture.text.contains("Nothing to draw yet"))
    }

    @Test func claimsSayWhatThePicturesShow() {
        let claims = Dictionary(uniqueKeysWithValues: Samples.figures.map { ($0.id, $0.claim) })
        #expect(claims["alignment"] == "You agree on 3 of 5; Open timetable splits you most, by 40 points.")
        #expect(claims["effort"] == "77.5 person-months in five work packages; Harbour League bears 45.2\u{00A0}%.")
        #expect(claims["risks"] == "18 risks; 6 in the two darkest shades, 1 after the planned answers.")
        #expect(claims["thread"] == "1 of 3 objectives can be followed to an owner; eight holes to fill.")
        #expect(
            claims["plan"]
                == "Four tasks and two milestones from 2026-02-16 to 2026-04-28; 4 of 6 on the critical path.")
        #expect(claims["contacts"]?.hasPrefix("7 of 9 ties exist; missing: Bo Lindqvist and Jiří Novák") == true)
        #expect(claims["ranking"]?.hasPrefix("Port of Gdynia comes first in 62\u{00A0}%") == true)
        #expect(
            claims["pareto"]
                == "Five offers cannot be bettered for both sides at once; B2 is worse for both than Deal X.")
        #expect(claims["concessions"] == "Northwind has given 22 of its own points, Harbour League 16.")
        #expect(claims["power"]?.hasSuffix("Port of Gdynia can never turn a vote.") == true)
        #expect(
            claims["drivers"]
                == "Partner leaves moves the result most: up to +34 days; nothing else swings by more than 30.")
    }

    @Test func aCloseRankingIsNotCalledSure() {
        let figure = rankBars(id: "close", partners: [RankShares("A", [0.51, 0.49]), RankShares("B", [0.49, 0.51])])
        #expect(figure.claim == "The answers cannot tell A from B.")
    }

    @Test func everyStatusHasItsOwnSymbolAndWords() {
        let all: [Status] = [.notStarted, .inProgress, .needsYou, .done, .waiting(for: "A"), .cannotStart]
        #expect(Set(all.map(\.symbol)).count == 6)
        #expect(Set(all.map(\.words)).count == 6)
        #expect(Set(PartyMark.allCases.map { $0.outline(0, 0) }).count == 7)
    }

    @Test func namesInTheContactMapNeverShareALine() {
        let layout = LensLayout(groups: [Array(0..<7), Array(7..<9), Array(9..<20), [], [20]])
        for isLeft in [true, false] {
            let heights = layout.places.values.filter { ($0.x < 350) == isLeft }.map(\.y).sorted()
            #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 20 })
        }
        #expect(layout.places.count == 21)
        #expect(layout.headings.count == 4)
    }

    @Test func daysBecomeDates() {
        #expect(CivilDay(0).text == "1970-01-01")
        #expect(CivilDay(19_782).text == "2024-02-29")
        #expect(CivilDay(-1).text == "1969-12-31")
        #expect(CivilDay(20_500).text == "2026-02-16")
        #expect(TimeTick.ticks(from: 20_454, to: 20_818, .plain).map(\.label).prefix(3) == ["2026", "Feb", "Mar"])
    }

    @Test func axesCoverTheirValuesWithRoundTicks() {
        var random = SplitMix64(seed: 3)
        var worst = 0
        for _ in 0..<2000 {
            let values = (0..<3).map { _ in (random.unit() - 0.4) * 1000 }
            let axis = Axis(covering: values, start: 0, end: 100)
            if !values.allSatisfy({ $0 >= axis.low - 1e-9 && $0 <= axis.high + 1e-9 }) { worst = 99 }
            worst = max(worst, axis.ticks.count)
        }
        #expect(worst <= 8)
        #expect(Axis(covering: [], start: 0, end: 1).ticks.count > 1)
        #expect(Axis(covering: [5, 5], start: 0, end: 1).high > 5)
    }

    @Test func textsAreShortenedToTheirWidth() {
        #expect(fitted("Alliance", 500) == "Alliance")
        #expect(textWidth(fitted(EdgeCases.long, 100)) <= 100)
    }
}

/// Says whether a text is well-formed XML.
private final class XMLReader {
    static func reads(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }
}

import SeededRandom

@testable import Markup

/// Every picture with nothing, one, many, ties, long and hostile names, negative numbers, right-to-left names, and numbers that are none.
enum EdgeCases {
    static let long = "Directorate for Transboundary Cooperation"  // 41 letters
    static let hostile = "<b>\"Tom\" & 'Jerry'</b>\u{0}"
    static let hebrew = Party("ארגון הנמלים", .square)
    static let arabic = Party("اتحاد الموانئ الشمالية", .circle)
    static let strange = [
        Party(long, .circle), Party(hostile, .square), hebrew, arabic, Party("港湾連盟", .cross), Party("", .triangleDown),
    ]

    static let none: [Figure] = [
        alignmentPlot(id: "none-1", parties: [], rows: []),
        effortMatrix(id: "none-2", parties: [], workPackages: [], effort: []),
        riskMap(id: "none-3", inherent: []),
        wordGrid(id: "none-4", title: "", claim: "", heading: "", columns: [], rows: [], cells: []),
        threadPicture(id: "none-5", strands: []), timeline(id: "none-6", rows: [], calendar: .plain),
        contactMap(id: "none-7", parties: [], contacts: [], ties: []),
        rankBars(id: "none-8", partners: []), votingPowerBars(id: "none-9", members: [], quota: "nothing"),
        tornado(id: "none-10", drivers: [], base: "0", unit: "days"),
        sCurve(id: "none-11", quantiles: [], unit: "days", runs: 0, seed: 0),
        paretoPlot(id: "none-12", parties: [], first: arabic, second: hebrew, offers: []),
        concessionPlot(id: "none-13", series: []),
    ]

    static let one: [Figure] = [
        alignmentPlot(id: "one-1", parties: [arabic], rows: [AlignmentRow(long, [140])]),
        effortMatrix(id: "one-2", parties: [hebrew], workPackages: [long], effort: [[-3.25]]),
        riskMap(id: "one-3", inherent: [[0, 0, 0, 0, 123]]),
        wordGrid(
            id: "one-4", title: long, claim: long, heading: long, columns: [GridColumn(arabic)], rows: [long],
            cells: [[GridWord("Done", .good)]]),
        threadPicture(
            id: "one-5",
            strands: [
                ThreadStrand(
                    objective: long, capabilities: [long, long], partners: [hostile], terms: [], tasks: [], risks: [],
                    owners: [])
            ]),
        timeline(id: "one-6", rows: [TimelineRow(long, start: 20_000, end: 20_000)], today: 20_000, calendar: .plain),
        contactMap(id: "one-7", parties: [arabic], contacts: [Contact(long, party: 0)], ties: []),
        rankBars(id: "one-8", partners: [RankShares(long, [1])]),
        votingPowerBars(id: "one-9", members: [VotingMember(hebrew, weight: 1, power: 1)], quota: "one vote"),
        tornado(id: "one-10", drivers: [TornadoDriver(long, low: 0, high: 0)], base: "0", unit: "days"),
        sCurve(id: "one-11", quantiles: [12], unit: "days", target: (long, 12), runs: 1, seed: 1),
        paretoPlot(
            id: "one-12", parties: [arabic], first: arabic, second: hebrew,
            offers: [OfferPoint(long, proposer: 0, x: -5, y: -5)], noDeal: (-7, nil)),
        concessionPlot(id: "one-13", series: [ConcessionSeries(arabic, [(1, -1_234_567)])]),
    ]

    static let many: [Figure] = {
        var random = SplitMix64(seed: 11)
        func values(_ count: Int) -> [Double] { (0..<count).map { _ in Double(random.below(2000)) / 10 - 40 } }
        let names = (0..<30).map { "\($0 % 3 == 0 ? long : "Item") \($0)" }
        return [
            alignmentPlot(
                id: "many-1", parties: strange, rows: names.map { AlignmentRow($0, [50, 50, 50, 50, 50, 50]) }),
            effortMatrix(id: "many-2", parties: strange, workPackages: names, effort: names.map { _ in values(6) }),
            riskMap(
                id: "many-3", inherent: Array(repeating: [9, 99, 999, 1234, 0], count: 5),
                residual: Array(repeating: [0, 1, 2, 3, 40], count: 5)),
            wordGrid(
                id: "many-4", title: hostile, claim: hostile, heading: hostile,
                columns: strange.map { GridColumn($0) }, rows: names,
                cells: names.indices.map { row in (0..<6).map { GridWord(hostile, Tone.allCases[(row + $0) % 5]) } }),
            threadPicture(
                id: "many-5",
                strands: names.map {
                    ThreadStrand(
                        objective: $0, capabilities: [hostile], partners: [hebrew.name], terms: [], tasks: [long],
                        risks: ["R"], owners: [arabic.name])
                }),
            timeline(
                id: "many-6",
                rows: (0..<60).map {
                    TimelineRow(
                        names[$0 % 30], owner: strange[$0 % 6], start: 20_000 + $0 * 29, end: 20_000 + $0 * 31,
                        slack: $0, isCritical: $0 % 4 == 0, dependsOn: [$0 - 1, 99])
                },
                today: 20_300, calendar: .plain),
            contactMap(
                id: "many-7", parties: strange, contacts: (0..<70).map { Contact(names[$0 % 30], party: $0 % 7) },
                ties: (0..<90).map {
                    ContactTie($0 % 70, ($0 * 7 + 3) % 70, strength: Double($0 % 10) / 9, isMissing: $0 % 9 == 0)
                }),
            rankBars(id: "many-8", partners: names.map { RankShares($0, Array(repeating: 1.0 / 30, count: 30)) }),
            votingPowerBars(
                id: "many-9", members: strange.map { VotingMember($0, weight: 1.0 / 6, power: 0) }, quota: "all"),
            tornado(
                id: "many-10", drivers: names.map { TornadoDriver($0, low: -1e6, high: 2e6) }, base: "0", unit: "€",
                moreIsWorse: false),
            sCurve(
                id: "many-11", quantiles: (0..<5000).map { Double($0) * 1e5 - 3e8 }, unit: "€", target: (long, 1e9),
                runs: 1_000_000, seed: .max),
            paretoPlot(
                id: "many-12", parties: strange, first: strange[0], second: strange[2],
                offers: (0..<24).map {
                    OfferPoint("Offer \($0)", proposer: $0 % 6, x: Double($0 * 37 % 100), y: Double($0 * 53 % 100))
                }),
            concessionPlot(
                id: "many-13",
                series: strange.enumerated().map { index, party in
                    ConcessionSeries(party, (1...40).map { ($0, Double(100 - $0 + index % 2)) })
                }),
        ]
    }()

    static let strangeNumbers: [Figure] = [
        alignmentPlot(id: "odd-1", parties: strange, rows: [AlignmentRow("x", [.nan, .infinity, -5, 1e300])]),
        effortMatrix(id: "odd-2", parties: strange, workPackages: ["x"], effort: [[.nan, .infinity, -1e300, 1e300]]),
        timeline(
            id: "odd-6",
            rows: [
                TimelineRow("x", start: -900_000, end: 9_000_000),
                TimelineRow("y", start: .max, end: .min, slack: .max),
            ], today: .max, calendar: .plain),
        contactMap(
            id: "odd-7", parties: strange, contacts: [Contact("a", party: 0), Contact("b", party: 1)],
            ties: [ContactTie(0, 1, strength: .nan), ContactTie(0, -1), ContactTie(0, 0)]),
        rankBars(id: "odd-8", partners: [RankShares("x", [.nan, -1, 9])]),
        votingPowerBars(id: "odd-9", members: [VotingMember(hebrew, weight: .nan, power: -.infinity)], quota: ""),
        tornado(id: "odd-10", drivers: [TornadoDriver("x", low: .nan, high: -.infinity)], base: "", unit: ""),
        sCurve(id: "odd-11", quantiles: [.nan, 1, .infinity, 1], unit: "", target: ("t", .nan), runs: 2, seed: 2),
        paretoPlot(
            id: "odd-12", parties: [], first: arabic, second: hebrew,
            offers: [OfferPoint("x", proposer: 9, x: .nan, y: 1e300)], noDeal: (.nan, 1)),
        concessionPlot(id: "odd-13", series: [ConcessionSeries(arabic, [(-4, 1), (2, .nan), (5, 5), (5, 6)])]),
    ]

    static let all = Samples.figures + none + one + many + strangeNumbers
}

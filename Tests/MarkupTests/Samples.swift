@testable import Markup

/// An invented alliance of three organisations, in the shape in which pages hand it to the pictures.
enum Samples {
    static let parties = Party.named(["Northwind", "Harbour League", "Ostrava"])
    static let six = Party.named([
        "Northwind", "Harbour League", "Ostrava", "Port of Gdynia", "Baltic Institute", "Rail Union",
    ])

    static let alignment = alignmentPlot(
        id: "alignment", parties: parties,
        rows: [
            AlignmentRow("Shared vision", [82, 78, 74]), AlignmentRow("Data rules", [66, 31, 58]),
            AlignmentRow("Voting", [48, 48, 45]),
            AlignmentRow("Joint brand for the corridor and its services", [90, 90, 90]),
            AlignmentRow("Open timetable", [20, nil, 60]),
        ])

    static let effort = effortMatrix(
        id: "effort", parties: parties,
        workPackages: ["Coordination", "Data exchange", "Terminal pilot", "Dissemination and training", "Evaluation"],
        effort: [[6, 2, 2], [4, 12, 8.5], [0, 18, 10], [3, 3, 3], [0, 0, 6]])

    static let risks = riskMap(
        id: "risks",
        inherent: [[1, 1, 0, 0, 0], [2, 2, 1, 0, 0], [1, 0, 3, 1, 1], [0, 1, 2, 1, 0], [0, 0, 0, 1, 0]],
        residual: [[2, 2, 1, 0, 0], [3, 2, 2, 0, 0], [1, 1, 2, 0, 0], [0, 1, 0, 1, 0], [0, 0, 0, 0, 0]])

    static let grid = wordGrid(
        id: "readiness", title: "Who has signed off what", claim: "Northwind has signed off three of four steps.",
        heading: "Step", columns: parties.map { GridColumn($0) }, rows: ["Objectives", "Partners", "Plan", "Risk"],
        cells: [
            [GridWord("Done", .good), GridWord("Done", .good), GridWord("Done", .good)],
            [GridWord("Done", .good), GridWord("Waits", .warning), GridWord("Due", .bad)],
            [GridWord("Done", .good), GridWord("Begun", .accent), GridWord("Open")],
            [GridWord("Open"), nil, GridWord("Lapsed", .warning, note: "had signed an earlier version")],
        ])

    static let thread = threadPicture(
        id: "thread",
        strands: [
            ThreadStrand(
                objective: "Cut border time by half", capabilities: ["Customs data"], partners: ["Harbour League"],
                terms: ["Data-sharing annex", "Liability"], tasks: ["Joint pilot"], risks: ["Permit late"],
                owners: ["Ana Kovač"]),
            ThreadStrand(
                objective: "One timetable", capabilities: ["Planning system"], partners: ["Ostrava"], terms: [],
                tasks: ["Interface"],
                risks: [], owners: ["Jiří Novák"]),
            ThreadStrand(
                objective: "Shared brand", capabilities: [], partners: [], terms: [], tasks: [], risks: [], owners: []),
        ])

    static let plan = timeline(
        id: "plan",
        rows: [
            TimelineRow("Sign the charter", owner: parties[1], start: 20_500, end: 20_511, isCritical: true),
            TimelineRow(
                "Data-sharing annex", owner: parties[0], start: 20_511, end: 20_539, isCritical: true,
                baseline: (20_508, 20_532),
                dependsOn: [0]),
            TimelineRow(
                "Staff training at both terminals and offices", owner: parties[2], start: 20_514, end: 20_528,
                slack: 17, dependsOn: [0]),
            TimelineRow("Joint pilot", owner: parties[0], start: 20_539, end: 20_571, isCritical: true, dependsOn: [1]),
            TimelineRow("Budget vote", owner: parties[2], start: 20_545, end: 20_545, slack: 12, dependsOn: [2]),
            TimelineRow(
                "Public launch", owner: parties[1], start: 20_571, end: 20_571, isCritical: true, dependsOn: [3, 4]),
        ], today: 20_533, calendar: .plain)

    static let contacts = contactMap(
        id: "contacts", parties: parties,
        contacts: [
            Contact("Ana Kovač", party: 0), Contact("Bo Lindqvist", party: 0), Contact("Chiara Conti", party: 0),
            Contact("Dirk van der Meer", party: 1), Contact("Ewa Zielińska", party: 1),
            Contact("Farid Haddad", party: 1),
            Contact("Jiří Novák", party: 2), Contact("Katarína Horváthová-Szabó", party: 2),
        ],
        ties: [
            ContactTie(0, 3, strength: 0.9), ContactTie(0, 4, strength: 0.3), ContactTie(1, 4, strength: 0.6),
            ContactTie(2, 5, strength: 0.1), ContactTie(3, 6, strength: 0.7), ContactTie(1, 6, isMissing: true),
            ContactTie(5, 7, isMissing: true), ContactTie(0, 1, strength: 1), ContactTie(0, 6, strength: 0.4),
        ])

    static let ranking = rankBars(
        id: "ranking",
        partners: [
            RankShares("Port of Gdynia", [0.62, 0.28, 0.08, 0.02]),
            RankShares("Baltic Institute", [0.3, 0.45, 0.15, 0.1]),
            RankShares("Rail Union", [0.08, 0.2, 0.42, 0.3]),
            RankShares("Northern Data Cooperative of the Islands", [0, 0.07, 0.35, 0.58]),
        ])

    static let pareto = paretoPlot(
        id: "pareto", parties: parties, first: parties[0], second: parties[1],
        offers: [
            OfferPoint("A1", proposer: 0, x: 88, y: 20), OfferPoint("A2", proposer: 0, x: 74, y: 45),
            OfferPoint("B1", proposer: 1, x: 30, y: 82),
            OfferPoint("Deal X", proposer: nil, x: 66, y: 68), OfferPoint("B2", proposer: 1, x: 50, y: 55),
            OfferPoint("Deal Y", proposer: nil, x: 52, y: 80),
        ], noDeal: (42, 35))

    static let concessions = concessionPlot(
        id: "concessions",
        series: [
            ConcessionSeries(parties[0], [(1, 92), (3, 85), (5, 74), (7, 70)]),
            ConcessionSeries(parties[1], [(2, 88), (4, 86), (6, 72)]),
        ])

    static let power = votingPowerBars(
        id: "power",
        members: [
            VotingMember(parties[0], weight: 0.5, power: 0.6), VotingMember(parties[1], weight: 0.3, power: 0.2),
            VotingMember(parties[2], weight: 0.15, power: 0.2), VotingMember(six[3], weight: 0.05, power: 0),
        ], quota: "60 of 100 votes")

    static let finish = sCurve(
        id: "finish", title: "When will it be finished", quantiles: (0...100).map { 120 + growth(Double($0)) },
        unit: "working days", target: ("deadline", 150), runs: 10_000, seed: 42)

    private static func growth(_ step: Double) -> Double { 0.35 * step + 0.000_03 * step * step * step }

    static let drivers = tornado(
        id: "drivers", title: "What moves the finish date",
        drivers: [
            TornadoDriver("Exchange rate", low: -13, high: 11), TornadoDriver("Partner leaves", low: -6, high: 34),
            TornadoDriver("Permit late", low: -12, high: 18), TornadoDriver("Staff turnover", low: -4, high: 8.5),
        ], base: "142 days", unit: "days")

    static let figures = [
        alignment, effort, risks, grid, thread, plan, contacts, ranking, pareto, concessions, power, finish, drivers,
    ]
}

extension CalendarWords {
    /// Days as machines write them, with English months on axes.
    static let plain = CalendarWords(
        shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        day: { CivilDay($0).text })
}

import Testing

@testable import Bargaining

struct OfferTests {
    /// The six classes of Hindriks, Jonker and Tykhonov (2007).
    @Test(arguments: [
        (0.0, 0.0, Move.silent), (0, 0.1, .nice), (0.1, 0.1, .fortunate), (0.1, -0.1, .selfish), (0.1, 0, .selfish),
        (-0.1, 0.1, .concession), (-0.1, 0, .concession), (-0.1, -0.1, .unfortunate), (0, -0.1, .unfortunate),
    ])
    func movesAreClassified(_ own: Double, _ other: Double, _ move: Move) {
        #expect(Move(ownChange: own, otherChange: other) == move)
        #expect(!move.meaning.isEmpty)
    }

    @Test func concessionsAreSharedOut() {
        var history = OfferHistory()
        history.append(by: 0, utilities: [1, 0.2])
        history.append(by: 1, utilities: [0.3, 0.9])
        history.append(by: 0, utilities: [0.8, 0.5])
        history.append(by: 1, utilities: [0.3, 0.9])
        #expect(history.offers[0].moves == [nil, nil])
        #expect(history.offers[2].moves == [nil, .concession])
        #expect(history.offers[3].moves == [.silent, nil])
        #expect(history.concessionShares(parties: 2) == [1, 0])
    }

    /// Two issues that the parties value the other way round: (1, 0) and so on were worked out by hand.
    @Test func measuresAreThoseOfTheirDefinitions() throws {
        let values: [[String]] = [["0.7", "0"], ["0", "0.3"]]
        func party(_ id: String, _ rows: [[String]]) throws -> Party {
            Party(
                id: id,
                preferences: Preferences(
                    values: try rows.map { try .options($0.map { try Fraction(parsing: $0) }) }))
        }
        let problem = BargainingProblem(
            issues: [Issue(id: "x", options: ["a", "b"]), Issue(id: "y", options: ["a", "b"])],
            parties: [
                try party("A", values), try party("B", [["0", "0.3"], ["0.7", "0"]]),
            ])
        // (a, a) gives A 0.7 and B 0.7: the only efficient package; (b, b) gives each 0.3.
        let analysis = try PreparedProblem(problem).analyse()
        let measures = Dictionary(
            uniqueKeysWithValues: analysis.measures(of: [0.3, 0.3]).map { ($0.name, $0.value) })
        #expect(abs((measures["gain left for everyone"] ?? 0) - 0.4) < 1e-12)
        #expect(abs((measures["joint gain left"] ?? 0) - 0.8) < 1e-12)
        #expect(abs((measures["Nash ratio"] ?? 0) - 3.0 / 7) < 1e-12)
        #expect(measures["spread of gain ratios"] == 0)
        #expect(measures["Jain index"] == 1)
        #expect(measures["Gini coefficient"] == 0)
        #expect(analysis.measures(of: [0.3, 0.3]).allSatisfy { !$0.definition.isEmpty && !$0.source.isEmpty })
    }
}

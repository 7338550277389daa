/// What a survey round says, as far as groups are large enough to be shown.
public struct SurveySummary: Sendable {
    /// The mean agreement with one statement, 5 being best also where the statement is reversed.
    public struct Row: Sendable {
        public let question: Registered<SurveyQuestion>
        /// Of all parties together; nil where it would give a small group away.
        public let all: Double?
        /// Of each party whose group is large enough.
        public let byParty: [RecordID<Party>: Double]
    }

    public let round: Registered<SurveyRound>
    public let rows: [Row]
    /// The most answers that each party gave to a question, also where the group is too small to be shown.
    public let answers: [RecordID<Party>: Int]

    /// The mean of each party over the statements that it and at least one other party have a mean for, so that parties are
    /// compared by the same statements only; nil where there is none.
    public var means: [RecordID<Party>: Double] {
        let parties = Set(rows.flatMap(\.byParty.keys))
        let common = rows.filter { $0.byParty.count == parties.count }
        if common.isEmpty { return [:] }
        return parties.reduce(into: [:]) { means, party in
            means[party] = common.reduce(0) { $0 + ($1.byParty[party] ?? 0) } / Double(common.count)
        }
    }
}

/// How a party keeps what it promises.
public struct PromiseRecord: Sendable {
    public let party: RecordID<Party>
    public let kept: [Registered<Promise>]
    public let late: [Registered<Promise>]
    public let overdue: [Registered<Promise>]

    public var due: Int { kept.count + late.count + overdue.count }
    /// The share of promises kept in time among those that were due; nil where none was.
    public var rate: Double? { due == 0 ? nil : Double(kept.count) / Double(due) }
}

/// How far two parties stand apart on a culture dimension.
public struct CultureGap: Sendable {
    public let dimension: Registered<CultureDimension>
    public let low: Registered<CultureProfile>
    public let high: Registered<CultureProfile>
    public var distance: Int { high.position - low.position }
}

extension View {
    /// What the rounds say whose results are known, in the order in which they closed.
    ///
    /// - Complexity: O(results + questions · rounds with results).
    public var surveySummaries: [SurveySummary] {
        let byRound = Dictionary(grouping: self.culture.results, by: \.round)
        let rounds = self.culture.rounds.filter { byRound[$0.id] != nil }.sorted { $0.closesOn < $1.closesOn }
        let questions = Dictionary(grouping: self.culture.questions, by: \.survey)
        return rounds.map { round in
            let results = byRound[round.id] ?? []
            let ofQuestion = Dictionary(grouping: results, by: \.question)
            return SurveySummary(
                round: round,
                rows: (questions[round.survey] ?? []).compactMap { question in
                    ofQuestion[question.id].map { results in
                        SurveySummary.Row(
                            question: question,
                            all: results.first { $0.party == nil }?.record.mean(isReversed: question.isReversed),
                            byParty: results.reduce(into: [:]) { means, result in
                                guard let party = result.party else { return }
                                means[party] = result.record.mean(isReversed: question.isReversed)
                            })
                    }
                },
                answers: results.reduce(into: [:]) { counts, result in
                    guard let party = result.party else { return }
                    counts[party] = max(counts[party] ?? 0, result.answers)
                })
        }
    }

    /// How each party kept its promises that fell due in the days up to `day`, in the order of the charter; parties of
    /// which none did are left out. Withdrawn promises, and those without a due day, do not count.
    ///
    /// - Complexity: O(promises + parties).
    public func promiseRecords(on day: Day, within days: Int = 365) -> [PromiseRecord] {
        let due = self.culture.promises.filter { promise in
            guard let due = promise.due, promise.withdrawnOn == nil else { return false }
            return due > day + -days && (due < day || promise.keptOn != nil && due <= day)
        }
        let byParty = Dictionary(grouping: due, by: \.from)
        return self.charter.parties.compactMap { party in
            byParty[party.id].map { promises in
                PromiseRecord(
                    party: party.id, kept: promises.filter { $0.record.state(on: day) == .kept },
                    late: promises.filter { $0.record.state(on: day) == .keptLate },
                    overdue: promises.filter { $0.record.state(on: day) == .overdue })
            }
        }
    }

    /// For each dimension the two parties that see themselves furthest apart on it, where they differ at all.
    ///
    /// - Complexity: O(profiles).
    public var cultureGaps: [CultureGap] {
        let own = self.culture.profiles.filter { $0.seenBy == nil || $0.seenBy == $0.party }
        let byDimension = Dictionary(grouping: own, by: \.dimension)
        return self.culture.dimensions.compactMap { dimension in
            guard let places = byDimension[dimension.id], let low = places.min(by: { $0.position < $1.position }),
                let high = places.max(by: { $0.position < $1.position }), low.position < high.position
            else { return nil }
            return CultureGap(dimension: dimension, low: low, high: high)
        }
    }
}

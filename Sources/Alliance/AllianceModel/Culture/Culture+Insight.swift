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

    /// The mean of each party over the statements that all parties shown at all have a mean for, so that they are compared
    /// by the same statements only; empty where there is none.
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
    /// Kept by the day on which they were due.
    public let kept: [Registered<Promise>]
    /// Kept after it.
    public let late: [Registered<Promise>]
    /// Due before the day of asking, and not kept.
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

    /// For each dimension the two parties that see themselves furthest apart on it, where they differ at all. Parties that
    /// have left do not count; of several places that a party gives itself, the last does.
    ///
    /// - Complexity: O(profiles · log(profiles)).
    public var cultureGaps: [CultureGap] { cultureGaps { _, _, _ in false } }

    /// The widest gaps between pairs of parties that nothing bridges.
    ///
    /// - Parameter isBridged: whether a pair of parties is left out on a dimension.
    /// - Complexity: O(profiles · log(profiles)); where pairs are bridged, O(parties²) a dimension.
    func cultureGaps(
        except isBridged: (RecordID<CultureDimension>, RecordID<Party>, RecordID<Party>) -> Bool
    ) -> [CultureGap] {
        let own = self.culture.profiles.filter {
            ($0.seenBy == nil || $0.seenBy == $0.party) && self.charter.parties[$0.party]?.standing != .left
        }
        let byDimension = Dictionary(grouping: own, by: \.dimension)
        return self.culture.dimensions.compactMap { dimension in
            let last = Dictionary((byDimension[dimension.id] ?? []).map { ($0.party, $0) }) { $1 }
            let places = last.values.sorted { ($0.position, $0.party) < ($1.position, $1.party) }
            var widest: CultureGap?
            for low in places {
                for high in places.reversed() {
                    guard high.position - low.position > widest?.distance ?? 0 else { break }
                    if isBridged(dimension.id, low.party, high.party) { continue }
                    widest = CultureGap(dimension: dimension, low: low, high: high)
                    break
                }
            }
            return widest
        }
    }
}

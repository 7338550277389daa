extension Alliance {
    /// The results of a closed survey round, as edits that make them known to everyone.
    ///
    /// This is the only place that reads sealed answers. It is for whoever runs the alliance for all parties, who applies
    /// the edits as founder: they hold the numbers themselves, so that each party can replay them without the answers.
    ///
    /// - The number of answers of each party is told, so that one sees who answers; nothing else of a small group is.
    /// - A party's sum is told from the smallest group on that the survey, and everybody who answered, was told of.
    /// - The sum of all parties is told where the parties whose sums are withheld gave no answers, or enough together:
    ///   otherwise it would give theirs away by subtraction (complementary suppression).
    ///
    /// - Parameter day: today. A round that is still open, or whose results were told, gives nothing: two states of the
    ///   same sum would give away the answers between them.
    /// - Complexity: O(ratings + questions · parties).
    public func surveyResults(of id: RecordID<SurveyRound>, on day: Day) -> [Edit] {
        guard let round = culture.rounds[id], round.closesOn < day, round.publishedOn == nil,
            let survey = culture.surveys[round.survey]
        else { return [] }
        let answers = culture.answers[shelf: .sealed].records.filter { $0.round == id }
        let minimum = answers.map(\.smallestGroup).reduce(survey.minimumGroup, max)
        var groups: [RecordID<SurveyQuestion>: [RecordID<Party>: Group]] = [:]
        for answer in answers {
            for rating in answer.ratings {
                groups[rating.question, default: [:]][answer.party, default: Group()].add(rating.value)
            }
        }
        let members = charter.members.map(\.id)
        let parties = members + Set(answers.map(\.party)).subtracting(members).sorted()
        var results: [Value.Members] = []
        for question in culture.questions where question.survey == round.survey {
            let ofParty = groups[question.id] ?? [:]
            let withheld = ofParty.values.filter { $0.answers < minimum }.reduce(0) { $0 + $1.answers }
            for party in parties {
                results.append((ofParty[party] ?? Group()).members(id, question.id, party, from: minimum))
            }
            let all = ofParty.values.reduce(into: Group()) { $0.add($1) }
            results.append(
                all.members(id, question.id, nil, from: withheld == 0 || withheld >= minimum ? minimum : .max))
        }
        var number = culture.results.count
        let edits = results.map { members -> Edit in
            repeat { number += 1 } while culture.results[RecordID("result-\(number)")] != nil
            return Edit(SurveyResult.register, "result-\(number)", .add(members))
        }
        return edits + [Edit(SurveyRound.register, id.text, .set(["publishedOn": .date(day)]))]
    }

    /// The answers of some people to one question, added up.
    private struct Group {
        var answers = 0
        var sum = 0

        mutating func add(_ value: Int) {
            answers += 1
            sum += value
        }

        mutating func add(_ other: Group) {
            answers += other.answers
            sum += other.sum
        }

        func members(
            _ round: RecordID<SurveyRound>, _ question: RecordID<SurveyQuestion>, _ party: RecordID<Party>?,
            from minimum: Int
        ) -> Value.Members {
            var members: Value.Members = ["round": round.written, "question": question.written]
            if let party { members["party"] = party.written }
            members["answers"] = answers.written
            if answers >= minimum { members["sum"] = sum.written }
            return members
        }
    }
}

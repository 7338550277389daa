import Bargaining

/// The single negotiating text (Fisher and Ury 1981; used at Camp David in 1978), improved by private answers as a mediator does
/// (mediated single text: Klein, Faratin, Sayama and Bar-Yam 2003), here from what parties told the neutral instead of by chance:
///
/// 1. The text is a package. Each party answers it in secret and may say which issues should become better for it.
/// 2. When all have answered and not all accept, the neutral raises the floor of each party that declined by a share of what lies
///    between the text and the best that it can reach, a quarter first, then an eighth, a sixteenth. Those who accepted keep
///    their alternative as floor.
/// 3. Among the fair packages above these floors (Nash, leximin, Kalai–Smorodinsky) that were no text before, it takes the one that
///    betters most of the wanted issues, the first of equals.
/// 4. Where there is none, or after six texts, it says so, and the parties decide by themselves.
extension Neutral {
    static let mostTexts = 6

    var improvedText: Terms.Change? {
        guard let text = Array(terms.offers).last(where: { $0.origin == .singleText && $0.isOpen }),
            !terms.notices.contains(where: { $0.offer == text.id })
        else { return nil }
        let parties = alliance.parties(concernedBy: text.record)
        let answers = parties.map { answer(of: $0, to: text) }
        guard !parties.isEmpty, answers.allSatisfy({ $0 != nil }) else { return nil }
        let texts = terms.offers.filter { $0.origin == .singleText }
        guard texts.count < Self.mostTexts, let problem = problem(among: parties),
            let now = problem.utilities(of: text.package, in: terms), let ideal = analysis(problem)?.ideal
        else { return nothing(on: text.id, nil) }
        let known = Set(texts.map { Set($0.package) })
        var best: (package: [Settlement], bettered: Int)?
        for share in [4, 8, 16] as [Int128] {
            let floors = parties.indices.map { index -> Fraction? in
                guard answers[index]?.answer == .reject else { return nil }
                let rise = max(0, ideal[index] - now[index].double) * 1_000_000 / Double(share)
                return try? now[index].adding(Fraction(Int128(rise), over: 1_000_000))
            }
            guard let solutions = analysis(problem, floors: floors)?.solutions else { continue }
            for point in [solutions.nash, solutions.egalitarian, solutions.kalaiSmorodinsky] {
                guard let package = point.map({ problem.settlements(of: $0.package) }), !known.contains(Set(package))
                else { continue }
                let bettered = parties.indices.reduce(0) { sum, index in
                    sum
                        + (answers[index]?.wanted ?? []).count { issue in
                            problem.value(of: package, on: issue, to: index, in: terms)
                                > problem.value(of: text.package, on: issue, to: index, in: terms)
                        }
                }
                if best.map({ bettered > $0.bettered }) ?? true { best = (package, bettered) }
            }
        }
        guard let best else { return nothing(on: text.id, nil) }
        var details = proposal(
            .singleText, best.package, among: parties,
            comment:
                "Would this text do for you? \(changes(from: text.package, to: best.package)) Answer in secret, and say which issues should become better."
        )
        details.answersTo = text.id
        return .propose(details)
    }

    /// What a party said to a text, in secret or openly, of the text as it stands.
    private func answer(of party: RecordID<Party>, to text: Registered<Offer>) -> SecretAnswer? {
        if let open = text.answers.last(where: { $0.holds && $0.party == party }) {
            var answer = SecretAnswer()
            answer.answer = open.answer
            return answer
        }
        return terms.secretAnswers.of(party).first { $0.offer == text.id && $0.revision == text.revision }?.record
    }

    /// What hidden numbers come to, once all have given one.
    var closing: Terms.Change? {
        for closing in terms.closings where closing.state == .open {
            guard let issue = terms.issues[closing.issue], let minimum = issue.minimum, let maximum = issue.maximum
            else { continue }
            let parties = closing.parties.isEmpty ? alliance.charter.members.map(\.id) : closing.parties
            let numbers = parties.compactMap { party in
                terms.hiddenNumbers.of(party).last { $0.closing == closing.id }
            }
            guard parties.count > 1, numbers.count == parties.count else { continue }
            let floors = numbers.filter { $0.bound == .atLeast }.map(\.number)
            let ceilings = numbers.filter { $0.bound == .atMost }.map(\.number)
            var end = Terms.EndClosing()
            end.closing = closing.id
            // All on one side: there is no gap that a middle could close.
            guard let floor = floors.max(), let ceiling = ceilings.min() else { return .endClosing(end) }
            let gap = floor - ceiling
            let allowed = (maximum - minimum).millionths * closing.share.millionths / 100_000_000
            guard gap.millionths <= allowed else { return .endClosing(end) }
            var middle = DecimalNumber(millionths: (floor.millionths + ceiling.millionths) / 2)
            if issue.kind == .integer {
                let whole = middle.millionths + 500_000
                middle = DecimalNumber(millionths: (whole - ((whole % 1_000_000) + 1_000_000) % 1_000_000))
            }
            middle = min(max(middle, minimum), maximum)
            var details = proposal(
                .closing, [Settlement(closing.issue, middle)], among: parties,
                comment: "Your hidden numbers crossed, or lay as close as you agreed. This is their middle.")
            details.closing = closing.id
            return .propose(details)
        }
        return nil
    }
}

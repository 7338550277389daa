import AllianceModel
import Markup

extension PageContext {
    /// What a survey round says by party, as far as groups are large enough to be shown; nil where none is.
    func surveyPicture(_ summary: SurveySummary) -> Figure? {
        let shown = view.charter.parties.map(\.id).filter { party in
            summary.rows.contains { $0.byParty[party] != nil }
        }
        guard !shown.isEmpty else { return nil }
        let lowest = summary.rows.compactMap { row in row.all.map { (statement(row.question), $0) } }
            .min { $0.1 < $1.1 }
        let answers = summary.answers.values.reduce(0, +)
        var sentences = [
            "\(capitalisedFirst(counted(answers, "answer"))) by \(summary.round.closesOn.words)"
                + (lowest.map { "; lowest is “\($0.0)” with \(readable($0.1))." } ?? ".")
        ]
        if let hidden = hiddenGroups(summary) { sentences.append(hidden) }
        return alignmentPlot(
            id: "survey", title: "How it is going, from 1 to 5, 5 being best", claim: sentences.joined(separator: " "),
            heading: "Statement", parties: shown.compactMap(party),
            rows: summary.rows.map { row in
                AlignmentRow(statement(row.question), shown.map { row.byParty[$0] })
            },
            agreement: 1, scale: 1...5)
    }

    /// The members whose answers stay hidden, and why; nil where nothing does.
    func hiddenGroups(_ summary: SurveySummary) -> String? {
        let hidden = view.charter.members.filter { member in
            !summary.rows.contains { $0.byParty[member.id] != nil }
        }
        let silent = hidden.filter { summary.answers[$0.id] ?? 0 == 0 }.map(\.title)
        let few = hidden.filter { summary.answers[$0.id] ?? 0 > 0 }.map(\.title)
        let least = view.culture.surveys[summary.round.survey]?.minimumGroup ?? 5
        var sentences: [String] = []
        if !few.isEmpty {
            sentences.append(
                "What \(few.enumerated(with: "and")) said stays hidden: fewer than \(least) answered there.")
        }
        if !silent.isEmpty { sentences.append("Nobody of \(silent.enumerated(with: "or")) answered.") }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// A statement as its numbers are to be read: 5 is best also where agreeing is bad news.
    private func statement(_ question: Registered<SurveyQuestion>) -> String {
        question.isReversed ? "Not so: \(question.title)" : question.title
    }
}

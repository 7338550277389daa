import AllianceModel
import Markup

extension PageContext {
    var culturePage: StepPage {
        let gaps = view.cultureGaps
        let records = view.promiseRecords(on: day)
        let due = records.reduce(0) { $0 + $1.due }
        let kept = records.reduce(0) { $0 + $1.kept.count }
        var sentences: [String] = []
        if !view.culture.norms.isEmpty { sentences.append("\(view.culture.norms.count) working norms are agreed.") }
        if !gaps.isEmpty {
            sentences.append(
                "The parties differ most on \(gaps.prefix(2).map(\.dimension.title).enumerated(with: "and")).")
        }
        if due > 0 { sentences.append("\(kept) of \(due) promises that fell due in the last year were kept in time.") }
        return StepPage(
            question: "How do we want to work with each other, and how is it going?",
            claim: sentences.isEmpty
                ? "Nothing is agreed yet on how to work with each other." : sentences.joined(separator: " "))
    }
}

import AllianceModel
import Markup

extension PageContext {
    var culturePage: StepPage {
        let records = view.promiseRecords(on: day)
        let due = records.reduce(0) { $0 + $1.due }
        let kept = records.reduce(0) { $0 + $1.kept.count }
        var sentences: [String] = []
        let norms = view.culture.norms
        if !norms.isEmpty {
            let members = Set(view.charter.members.map(\.id))
            let agreed = norms.count { !members.isEmpty && members.isSubset(of: $0.agreements.parties) }
            sentences.append(
                "\(capitalisedFirst(counted(norms.count, "working norm is", "working norms are"))) written down, \(agreed == norms.count ? "each" : agreed == 0 ? "none" : "\(agreed)") agreed by every member."
            )
        }
        if !view.culture.behaviours.isEmpty {
            sentences.append("The charter names \(counted(view.culture.behaviours.count, "behaviour")).")
        }
        if due > 0 { sentences.append("\(kept) of \(due) promises that fell due in the last year were kept in time.") }
        return StepPage(
            question: "How do we want to work with each other, and how is it going?",
            claim: sentences.isEmpty
                ? "Nothing is agreed yet on how to work with each other." : sentences.joined(separator: " "),
            pictures: [
                profilePicture, view.surveySummaries.last.flatMap(surveyPicture), promisePicture(records),
            ])
    }

    /// Where the parties see themselves on each dimension.
    private var profilePicture: Figure? {
        let own = view.culture.profiles.filter { $0.seenBy == nil || $0.seenBy == $0.party }
        let involved = Set(own.map(\.party))
        let ids = view.charter.parties.map(\.id).filter(involved.contains)
        guard !ids.isEmpty else { return nil }
        let gaps = view.cultureGaps.sorted { $0.distance > $1.distance }
        let rows = view.culture.dimensions.map { dimension in
            AlignmentRow(
                "\(dimension.title): \(dimension.low.lowercasedFirst) … \(dimension.high.lowercasedFirst)",
                ids.map { party in
                    own.last { $0.party == party && $0.dimension == dimension.id }.map { Double($0.position) }
                })
        }
        let claim: String
        if let widest = gaps.first {
            let (low, high) = (view.charter.name(of: widest.low.party), view.charter.name(of: widest.high.party))
            claim =
                "The parties differ most on “\(widest.dimension.title)”: \(low) \(widest.low.position), \(high) \(widest.high.position)."
        } else if ids.count < 2 {
            let others = view.charter.members.filter { !involved.contains($0.id) }.map(\.title)
            claim =
                "Only \(view.charter.name(of: ids[0])) has placed itself so far"
                + (others.isEmpty
                    ? "; it takes two to compare." : ". Waiting for \(others.enumerated(with: "and").asSentence)")
        } else {
            claim = "No two parties see themselves apart."
        }
        return alignmentPlot(
            id: "profiles", title: "Where the parties see themselves, from 1 to 5", claim: claim,
            heading: "Ways of working", parties: ids.compactMap(party),
            rows: rows, agreement: 1, scale: 1...5)
    }

    /// How each party keeps what it promises.
    private func promisePicture(_ records: [PromiseRecord]) -> Figure? {
        guard !records.isEmpty else { return nil }
        let overdue = records.flatMap { record in record.overdue.map { ($0.title, view.charter.name(of: record.party)) }
        }
        return barList(
            id: "promises", title: "Promises that fell due in a year",
            claim: overdue.first.map {
                "\(capitalisedFirst(counted(overdue.count, "promise is", "promises are"))) overdue: “\($0.0)” of \($0.1)\(overdue.count > 1 ? " and others" : "")."
            }
                ?? "No promise is overdue.",
            heading: "Party", series: ["due", "kept in time"],
            rows: records.map { record in
                BarRow(
                    view.charter.name(of: record.party), mark: party(record.party)?.mark,
                    [Double(record.due), Double(record.kept.count)],
                    note: record.overdue.isEmpty ? nil : "\(record.overdue.count) overdue")
            })
    }
}

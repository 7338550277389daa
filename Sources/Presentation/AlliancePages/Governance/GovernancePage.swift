import AllianceModel
import Markup

extension PageContext {
    /// Of how many bodies the votes are drawn.
    private static let drawnBodies = 3

    var governancePage: StepPage {
        let bodies = view.governance.bodies.count
        let matters = view.governance.matters
        let undecided = matters.filter(\.bodies.isEmpty).map(\.title)
        var claim =
            bodies == 0
            ? "No body is named yet that could decide anything."
            : "\(capitalisedFirst(counted(bodies, "body decides", "bodies decide"))) \(matters.isEmpty ? "; no matter is named yet" : counted(matters.count, "matter"))"
        if bodies > 0 {
            claim = claim.replacing(" ;", with: ";")
            claim += undecided.isEmpty ? "." : "; nobody decides \(undecided.enumerated(with: "and").asSentence)"
        }
        let voting = view.governance.bodies.compactMap(votingPicture).prefix(Self.drawnBodies)
        return StepPage(
            question: "Who decides what, by which rule, and what if we cannot agree?", claim: claim,
            pictures: [matterPicture] + Array(voting))
    }

    /// Which body decides which matter.
    private var matterPicture: Figure? {
        let matters = Array(view.governance.matters)
        let bodies = view.governance.bodies.filter { body in matters.contains { $0.bodies.contains(body.id) } }
        guard !matters.isEmpty, !bodies.isEmpty else { return nil }
        let shared = matters.filter { $0.bodies.count > 1 }.map(\.title)
        let most = bodies.map { body in (body.title, matters.count { $0.bodies.contains(body.id) }) }.max {
            $0.1 < $1.1
        }
        var claim = most.map { "“\($0.0)” decides \($0.1) of \(counted(matters.count, "matter"))" } ?? ""
        claim += shared.isEmpty ? "." : "; more than one body decides \(shared.enumerated(with: "and").asSentence)"
        return wordGrid(
            id: "matters", title: "Who decides what", claim: claim, heading: "Matter",
            columns: bodies.map { GridColumn($0.title) }, rows: matters.map(\.title),
            cells: matters.map { matter in
                bodies.map { body in
                    guard matter.bodies.contains(body.id) else { return nil }
                    let rule = (matter.rule ?? body.rule).flatMap { view.governance.rules[$0] }?.title
                    return GridWord(
                        "Decides", matter.bodies.count > 1 ? .warning : .good,
                        note: rule.map { "by “\($0)”" })
                }
            })
    }

    /// The votes in a body, who can carry or stop a decision alone, and how few can carry one together.
    private func votingPicture(_ body: Registered<Body>) -> Figure? {
        let electorate = view.electorate(rule: body.rule, body: body.id)
        let voters = electorate.voters
        guard voters.count > 1, body.rule != nil else { return nil }
        let power = electorate.power()
        let votes = voters.map { voter in
            (electorate.rule.weights.first { $0.party == voter.party }?.weight ?? voter.votes).approximate
        }
        let all = max(votes.reduce(0, +), 1e-9)
        // Many alike are one bar: a list of equals says nothing that the sentence does not.
        let areAlike = Set(votes).count == 1 && power.passAlone.isEmpty && power.blockAlone.isEmpty && voters.count > 6
        let rows =
            areAlike
            ? [BarRow("Each of the \(voters.count) members", [(votes.first ?? 0) / all])]
            : zip(voters, votes).map { voter, vote in
                BarRow(
                    view.charter.name(of: voter.party), mark: party(voter.party)?.mark, [vote / all],
                    note: power.passAlone.contains(voter.party)
                        ? "decides alone" : power.blockAlone.contains(voter.party) ? "can stop it alone" : nil)
            }
        let blockers = power.blockAlone.map(view.charter.name)
        var claim = "“\(electorate.rule.title)”"
        if let smallest = power.smallestPassing {
            claim +=
                smallest == voters.count
                ? ": all \(voters.count) must agree."
                : ": the fewest that carry a decision are \(smallest) of \(voters.count)."
            if smallest < voters.count {
                claim +=
                    blockers.isEmpty
                    ? " Nobody can stop one alone." : " \(blockers.enumerated(with: "and")) can stop one alone."
            }
        } else {
            claim +=
                voters.count > AllianceModel.VotingPower.largestBody
                ? ": \(voters.count) voters." : ": nothing can be carried by it."
        }
        return barList(
            id: "votes-\(body.id)", title: "Votes in “\(body.title)”", claim: claim, heading: "Voter",
            series: ["share of the votes"], rows: rows, words: percent)
    }
}

import AllianceModel
import Markup

extension PageContext {
    var partnersPage: StepPage {
        let coverage = view.capabilityCoverage
        let gaps = coverage.gaps.map(\.capability.title)
        let count = coverage.capabilities.count
        let claim =
            count == 0
            ? "No capability is named as needed yet."
            : gaps.isEmpty
                ? "Members bring all \(counted(count, "capability", "capabilities")) that are needed."
                : gaps.count == count
                    ? "No member brings \(count == 1 ? "the one capability that is" : "any of the \(count) capabilities that are") needed yet."
                    : "\(gaps.count) of \(count) capabilities \(gaps.count == 1 ? "is" : "are") not brought by any member: \(gaps.enumerated(with: "and").asSentence)"
        return StepPage(
            question: "Who could bring what we need, and who should?", claim: claim,
            pictures: [
                coverage.providers.isEmpty || count == 0 ? nil : coveragePicture(coverage), rankingPicture,
            ])
    }

    /// Who offers which capability at which level, and what is needed.
    private func coveragePicture(_ coverage: CapabilityCoverage) -> Figure {
        let missing = Set(coverage.gaps.map(\.capability.id))
        let cells = coverage.capabilities.map { capability -> [GridWord?] in
            let needed = capability.level ?? 1
            let levels = coverage.providers.map { provider -> GridWord? in
                coverage.level(of: capability.id, by: provider).map { level in
                    GridWord("\(level)", level >= needed ? .good : .warning)
                }
            }
            let need = "\(needed)"
            return levels + [
                GridWord(need, missing.contains(capability.id) ? .bad : .neutral)
            ]
        }
        let single = coverage.capabilities.filter { capability in
            let offers = (coverage.offers[capability.id] ?? []).filter {
                $0.provider.isMember && $0.level >= capability.level ?? 1
            }
            return offers.count == 1
        }.map(\.title)
        let claim =
            !coverage.gaps.isEmpty
            ? coverage.gaps.prefix(3).map { gap in
                let closers = gap.couldClose.map(\.title)
                return "“\(gap.capability.title)” needs level \(gap.needed)"
                    + (closers.isEmpty ? "" : "; \(closers.enumerated(with: "or")) could bring it")
            }.joined(separator: ". ") + "."
            : single.isEmpty
                ? "Each capability is brought by two or more."
                : "\(capitalisedFirst(counted(single.count, "capability hangs", "capabilities hang"))) on one member alone: \(single.enumerated(with: "and").asSentence)"
        return wordGrid(
            id: "coverage", title: "Who brings what, from level 1 to 5", claim: claim, heading: "Capability",
            columns: coverage.providers.map { provider in
                GridColumn(provider.title, mark: provider.party.flatMap(party)?.mark)
            } + ["Needed"],
            rows: coverage.capabilities.map(\.title), cells: cells)
    }

    /// The candidates by their scores, as far as the reader may see scores.
    private var rankingPicture: Figure? {
        let ranking = view.ranking
        guard let best = ranking.rows.first, let total = best.total else { return nil }
        let passing = ranking.rows.filter { $0.missed.isEmpty && $0.total != nil }
        let decisive = ranking.decisiveCriteria().map(\.title)
        var claim =
            passing.isEmpty
            ? "No candidate passes all must-haves." : "\(best.candidate.title) leads with \(readable(total)) of 5"
        if passing.count > 1, let second = passing[1].total {
            claim += ", \(readable(total - second)) ahead of \(passing[1].candidate.title)"
            claim +=
                decisive.isEmpty
                ? "; no weight moved by a fifth changes that."
                : "; the weight of \(decisive.enumerated(with: "or")) decides."
        } else if !passing.isEmpty {
            claim += "."
        }
        var picture = barList(
            id: "ranking", title: "Candidates by their scores", claim: claim, heading: "Candidate",
            series: ["weighted mean, 1 to 5"],
            rows: ranking.rows.map { row in
                BarRow(
                    row.candidate.title, [row.total],
                    note: row.missed.isEmpty ? nil : "misses \(row.missed[0].title.lowercasedFirst)")
            })
        // Scores are their party's own.
        picture.onlySeenBy = view.viewer.party.flatMap(party)?.name
        return picture
    }
}

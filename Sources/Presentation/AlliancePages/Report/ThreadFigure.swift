import AllianceModel
import Markup

extension PageContext {
    /// The thread of each objective to those who deliver it, with the holes marked.
    ///
    /// - Parameters:
    ///   - threads: those of all objectives.
    ///   - isLinked: whether objectives lead to their own pages.
    ///   - most: how many objectives are shown; where there are more, those with the most holes are, and the claim says so.
    func threadFigure(_ threads: [ObjectiveThread], isLinked: Bool = false, atMost most: Int = .max) -> Figure {
        let broken = threads.filter(\.isBroken)
        let stages = ObjectiveThread.Stage.allCases
        let holes = stages.map { stage in (stage: stage, count: threads.count { $0[stage].isEmpty }) }
        var claim: String
        if threads.isEmpty {
            claim = "No objective is recorded yet that could be followed."
        } else if broken.isEmpty {
            claim = "Each of \(counted(threads.count, "objective")) can be followed to the person who answers for it."
        } else if threads.count == 1 {
            let missing = threads[0].holes.map(\.rawValue)
            claim =
                "The one objective cannot be followed all the way: \(missing.enumerated(with: "and")) \(missing.count == 1 ? "is" : "are") missing."
        } else {
            claim =
                "\(broken.count == threads.count ? "None" : "\(threads.count - broken.count)") of \(counted(threads.count, "objective")) can be followed all the way"
            let most = holes.map(\.count).max() ?? 0
            let stages = holes.filter { $0.count == most }.map(\.stage.rawValue)
            claim +=
                "; \(stages.enumerated(with: "and")) \(stages.count == 1 ? "is" : "are") missing for \(most == threads.count ? "all" : "\(most)")"
            claim += "."
        }
        var shown = threads
        if threads.count > most {
            let worst = threads.enumerated().sorted {
                let (one, other) = ($0.element.holes.count, $1.element.holes.count)
                return one == other ? $0.offset < $1.offset : one > other
            }.prefix(most).map(\.offset)
            shown = worst.sorted().map { threads[$0] }
            claim += " The picture has the \(most) with the most holes."
        }
        func names(_ thread: ObjectiveThread, _ stage: ObjectiveThread.Stage) -> [String] {
            thread[stage].map { name(of: $0) }
        }
        return threadPicture(
            id: "thread-picture", title: "From objective to owner", claim: claim,
            strands: shown.map { thread in
                ThreadStrand(
                    objective: thread.objective.title,
                    link: isLinked ? link(RecordKey(thread.objective.register, thread.objective.id)) : nil,
                    capabilities: names(thread, .capability),
                    partners: names(thread, .partner), terms: names(thread, .term), tasks: names(thread, .task),
                    risks: names(thread, .risk), owners: names(thread, .owner))
            })
    }
}

import AllianceModel
import Markup

extension PageContext {
    var planPage: StepPage {
        let matrix = view.effortMatrix
        let tasks = view.plan.tasks.count
        let claim =
            view.plan.workPackages.isEmpty
            ? "No work package is planned yet."
            : "\(view.plan.workPackages.count) work packages, \(tasks) \(tasks == 1 ? "task" : "tasks")\(matrix.isEmpty ? "" : ", \(matrix.total) person-months in all")."
        return StepPage(
            question: "Who does what by when, and with which means?", claim: claim,
            pictures: [timelinePicture, matrix.isEmpty ? nil : effortPicture(matrix)].compactMap { $0 })
    }

    /// Tasks along their dependencies and milestones on their days; work packages where no task is planned.
    private var timelinePicture: Figure? {
        let bars = view.timeline.tasks
        let places = Dictionary(uniqueKeysWithValues: bars.enumerated().map { ($1.task, $0) })
        var rows = bars.map { bar -> TimelineRow in
            let task = view.plan.tasks[bar.task]
            return TimelineRow(
                task?.title ?? bar.task.text, owner: task?.party.flatMap(party), start: bar.start.number,
                end: bar.finish.number + 1, dependsOn: task?.predecessors.compactMap { places[$0] } ?? [])
        }
        if rows.isEmpty {
            rows = view.plan.workPackages.compactMap { package in
                guard let start = package.start, let finish = package.finish else { return nil }
                return TimelineRow(
                    package.title, owner: package.lead.flatMap(party), start: start.number, end: finish.number + 1)
            }
        }
        rows += view.plan.milestones.compactMap { milestone in
            milestone.due.map {
                TimelineRow(milestone.title, owner: milestone.lead.flatMap(party), start: $0.number, end: $0.number)
            }
        }
        guard !rows.isEmpty else { return nil }
        return timeline(
            id: "timeline", claim: "Bars are work at its earliest, diamonds are milestones.", rows: rows,
            today: day.number)
    }

    private func effortPicture(_ matrix: EffortMatrix) -> Figure {
        effortMatrix(
            id: "effort", parties: matrix.parties.compactMap(party),
            workPackages: matrix.workPackages.map { view.plan.workPackages[$0]?.title ?? $0.text },
            effort: matrix.cells.map { $0.map(\.approximate) })
    }
}

import AllianceModel
import Markup

extension PageContext {
    /// Beyond how many tasks the timeline shows work packages.
    private static let manyTasks = 30

    var planPage: StepPage {
        let matrix = view.effortMatrix
        let packages = view.plan.workPackages.count
        let parts = [
            counted(packages, "work package"), counted(view.plan.tasks.count, "task"),
            counted(view.plan.milestones.count, "milestone"),
        ]
        let claim =
            packages == 0
            ? "No work package is planned yet."
            : capitalisedFirst(parts.joined(separator: ", "))
                + (matrix.isEmpty ? "." : "; \(matrix.total) person-months in all.")
        return StepPage(
            question: "Who does what by when, and with which means?", claim: claim,
            pictures: [timelinePicture, matrix.isEmpty ? nil : effortPicture(matrix), sharePicture])
    }

    /// Tasks along their dependencies and milestones on their days; work packages where tasks are not planned or too many.
    private var timelinePicture: Figure? {
        let plan = view.timeline
        var rows = plan.tasks.count > Self.manyTasks ? [] : taskRows(plan)
        let showsPackages = rows.isEmpty
        if showsPackages { rows = packageRows(plan) }
        let bars = rows.count
        let milestones = view.plan.milestones.compactMap { milestone in
            milestone.due.map { (milestone: milestone, due: $0) }
        }
        rows += milestones.map {
            TimelineRow(
                $0.milestone.title, owner: $0.milestone.lead.flatMap(party), start: $0.due.number, end: $0.due.number)
        }
        guard let start = rows.map(\.start).min(), let end = rows.map({ max($0.start, $0.end - 1) }).max() else {
            return nil
        }
        var claim = [
            bars > 0 ? counted(bars, showsPackages ? "work package" : "task") : nil,
            milestones.isEmpty ? nil : counted(milestones.count, "milestone"),
        ].compactMap { $0 }.joined(separator: " and ")
        claim += ", from \(Day(number: start).words) to \(Day(number: end).words)"
        let late = plan.tasks.filter { $0.slip > 0 }
        let longest = late.max { $0.slip < $1.slip }
        if let longest, let task = view.plan.tasks[longest.task] {
            claim +=
                "; dependencies push \(counted(late.count, "task")) beyond the planned finish, “\(task.title)” by \(counted(longest.slip, "day"))"
        } else if let next = milestones.filter({ $0.due >= day && $0.milestone.reachedOn == nil }).min(by: {
            $0.due < $1.due
        }) {
            claim += "; next is “\(next.milestone.title)” on \(next.due.words(on: day))"
        }
        if rows.count > 40 { claim += ". The first 40 rows are drawn; the table has all" }
        return timeline(
            id: "timeline", claim: capitalisedFirst(claim) + ".", rows: rows, today: day.number,
            calendar: .english)
    }

    private func taskRows(_ plan: AllianceModel.Timeline) -> [TimelineRow] {
        let places = Dictionary(uniqueKeysWithValues: plan.tasks.enumerated().map { ($1.task, $0) })
        return plan.tasks.map { bar in
            let task = view.plan.tasks[bar.task]
            return TimelineRow(
                task?.title ?? bar.task.text, owner: task?.party.flatMap(party), start: bar.start.number,
                end: bar.finish.number + 1, dependsOn: task?.predecessors.compactMap { places[$0] } ?? [])
        }
    }

    /// Each work package from its first task to its last, or by its own dates.
    private func packageRows(_ plan: AllianceModel.Timeline) -> [TimelineRow] {
        let bars = Dictionary(grouping: plan.tasks) { view.plan.tasks[$0.task]?.workPackage }
        return view.plan.workPackages.compactMap { package in
            let own = bars[package.id] ?? []
            guard let start = package.start ?? own.map(\.start).min(),
                let finish = package.finish ?? own.map(\.finish).max(),
                start <= finish
            else { return nil }
            return TimelineRow(
                package.title, owner: package.lead.flatMap(party), start: start.number, end: finish.number + 1)
        }
    }

    private func effortPicture(_ matrix: EffortMatrix) -> Figure {
        let total = matrix.total.approximate
        var claim = "No effort is planned yet."
        let titles = matrix.workPackages.map { view.plan.workPackages[$0]?.title ?? $0.text }
        if total > 0, let row = matrix.rowSums.indices.max(by: { matrix.rowSums[$0] < matrix.rowSums[$1] }) {
            let share = matrix.rowSums[row].approximate / total
            claim = "“\(titles[row])” carries \(percent((share * 100).rounded() / 100)) of the effort"
            var carried = 0.0
            let sums = matrix.columnSums.map(\.approximate).sorted(by: >)
            let half = sums.firstIndex { sum in
                carried += sum
                return carried >= total / 2
            }
            if let half, matrix.parties.count > 2 {
                claim +=
                    "; \(half == 0 ? "one of \(matrix.parties.count) parties carries" : "\(half + 1) of \(matrix.parties.count) parties carry") half"
            }
            let idle = view.charter.members.filter { !matrix.parties.contains($0.id) }.map(\.title)
            claim += idle.isEmpty ? "." : "; \(idle.enumerated(with: "and")) \(idle.count == 1 ? "has" : "have") none."
        }
        return effortMatrix(
            id: "effort", claim: claim, parties: matrix.parties.compactMap(party), workPackages: titles,
            effort: matrix.cells.map { $0.map(\.approximate) })
    }

    /// What each member puts in beside what it gets out.
    private var sharePicture: Figure? {
        let shares = view.partyShares.filter { $0.commitment != nil || $0.benefit != nil }
        let hasBenefits = shares.contains { $0.benefit != nil }
        guard shares.count > 1 else { return nil }
        let rows = shares.map { share in
            BarRow(
                view.charter.name(of: share.party), mark: party(share.party)?.mark,
                hasBenefits ? [share.commitment, share.benefit] : [share.commitment])
        }
        let most = shares.max { ($0.commitment ?? 0) < ($1.commitment ?? 0) }
        var claim =
            most.map {
                "\(view.charter.name(of: $0.party)) puts in \(percent((($0.commitment ?? 0) * 1000).rounded() / 1000)) of everything"
            } ?? ""
        let gaps = shares.compactMap { share in
            share.commitment.flatMap { put in share.benefit.map { (share.party, $0 - put) } }
        }
        if let worst = gaps.min(by: { $0.1 < $1.1 }), worst.1 < -0.005 {
            claim +=
                "; \(view.charter.name(of: worst.0)) gets \(readable((-worst.1 * 1000).rounded() / 10)) points less than it puts in"
        }
        return barList(
            id: "shares", title: hasBenefits ? "What each puts in and gets out" : "What each puts in",
            claim: claim + ".",
            heading: "Party", series: hasBenefits ? ["puts in", "gets out"] : ["puts in"], rows: rows,
            words: percent)
    }
}

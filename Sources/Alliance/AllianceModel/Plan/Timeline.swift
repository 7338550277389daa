/// When each task can take place at the earliest.
public struct Timeline: Hashable, Sendable {
    /// In the order of the plan.
    public let tasks: [Bar]
    /// The day on which everything could be finished; nil where there are no tasks with dates.
    public let finish: Day?

    /// A task in time.
    public struct Bar: Hashable, Sendable {
        public let task: RecordID<PlannedTask>
        /// The earliest day on which it can start, given what must come before.
        public let start: Day
        /// Its last day if it starts then.
        public let finish: Day
        /// By how many days its dependencies push it beyond its planned finish; 0 where it fits.
        public let slip: Int
        /// Whether its length is a guess, since neither dates nor an estimate are given: one day is shown.
        public let isGuess: Bool
    }
}

extension View {
    /// Early dates of all tasks along their dependencies, in calendar days.
    ///
    /// A task starts on its own start or the start of its work package or the alliance, unless dependencies hold it back. Working calendars,
    /// resources and slack are the matter of the scheduling engine.
    ///
    /// Edge cases: without any date in the plan or the charter there is nothing to count from, and the timeline is empty.
    /// Method: forward pass of the precedence diagramming method (J. W. Fondahl 1961); links that hold back a finish move
    /// the whole task.
    /// - Complexity: O(tasks + dependencies).
    public var timeline: Timeline {
        let tasks = Array(self.plan.tasks)
        let starts = self.plan.tasks.compactMap(\.start) + self.plan.workPackages.compactMap(\.start)
        guard let origin = self.charter.profile.first(where: { _ in true })?.startsOn ?? starts.min() else {
            return Timeline(tasks: [], finish: nil)
        }
        var spans: [RecordID<PlannedTask>: (start: Day, end: Day)] = [:]
        for task in inOrderOfDependencies(tasks) {
            let length = task.days ?? 1
            var start = task.start ?? self.plan.workPackages[task.workPackage]?.start ?? origin
            for link in task.dependencies {
                guard let before = spans[link.task] else { continue }
                // Ends are exclusive here: the day after the last.
                let earliest =
                    switch link.type {
                    case .finishToStart: before.end + link.lag
                    case .startToStart: before.start + link.lag
                    case .finishToFinish: before.end + link.lag + -length
                    case .startToFinish: before.start + link.lag + -length
                    }
                start = max(start, earliest)
            }
            spans[task.id] = (start, start + length)
        }
        let bars = tasks.compactMap { task -> Timeline.Bar? in
            guard let (start, end) = spans[task.id] else { return nil }
            let finish = max(start, end + -1)
            return Timeline.Bar(
                task: task.id, start: start, finish: finish, slip: task.finish.map { max(0, finish - $0) } ?? 0,
                isGuess: task.days == nil)
        }
        return Timeline(tasks: bars, finish: bars.map(\.finish).max())
    }

    /// The tasks, each after those on which it depends (A. B. Kahn, 1962).
    private func inOrderOfDependencies(_ tasks: [Registered<PlannedTask>]) -> [Registered<PlannedTask>] {
        let placeOf = Dictionary(uniqueKeysWithValues: tasks.enumerated().map { ($1.id, $0) })
        var waiting = [Int](repeating: 0, count: tasks.count)
        var successors = [[Int]](repeating: [], count: tasks.count)
        for (place, task) in tasks.enumerated() {
            for before in task.predecessors.compactMap({ placeOf[$0] }) {
                waiting[place] += 1
                successors[before].append(place)
            }
        }
        var order = tasks.indices.filter { waiting[$0] == 0 }
        var next = 0
        while next < order.count {
            for place in successors[order[next]] {
                waiting[place] -= 1
                if waiting[place] == 0 { order.append(place) }
            }
            next += 1
        }
        return order.map { tasks[$0] }
    }
}

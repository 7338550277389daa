/// One objective followed to those who deliver it: the capabilities that it needs, the partners that bring them, the terms
/// that were agreed, the tasks that deliver it, the risks that threaten it, and the person who answers for it.
public struct ObjectiveThread: Hashable, Sendable {
    public enum Stage: String, CaseIterable, Sendable {
        case capability, partner, term, task, risk, owner

        public var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    public let objective: RecordReference
    fileprivate(set) var found: [Stage: [RecordReference]] = [:]

    /// The records of a stage, without repetition; none where the thread is broken.
    public subscript(stage: Stage) -> [RecordReference] { found[stage] ?? [] }

    /// The stages at which nothing is recorded, in their order.
    public var holes: [Stage] { Stage.allCases.filter { self[$0].isEmpty } }
    public var isBroken: Bool { !holes.isEmpty }

    fileprivate init(_ objective: Registered<Objective>) { self.objective = RecordReference(objective) }

    fileprivate mutating func add<R>(_ records: some Sequence<Registered<R>>, to stage: Stage) {
        var known = Set(self[stage])
        found[stage, default: []] += records.map(RecordReference.init).filter { known.insert($0).inserted }
    }
}

extension View {
    /// The thread of each objective, in their order.
    ///
    /// A term is an obligation that serves the objective or brings a capability for it, an issue of it that is agreed, or
    /// the clause that words one. A task is one of a work package that serves the objective; a work package that has no
    /// tasks yet stands for them. Risks count that name the objective, or the work that serves it, and are not closed.
    /// - Complexity: O(records + references).
    public var threads: [ObjectiveThread] {
        let providers = self.capabilityCoverage.offers.mapValues { $0.map(\.provider).filter(\.isMember) }
        let obligations = Array(self.terms.obligations)
        let ofObjective = grouped(obligations, by: \.objectives)
        let ofCapability = Dictionary(grouping: obligations.filter { $0.capability != nil }, by: \.capability)
        let issues = grouped(Array(self.terms.issues), by: \.objectives)
        let states = self.issueStates
        let packages = grouped(Array(self.plan.workPackages), by: \.objectives)
        let tasks = Dictionary(grouping: self.plan.tasks, by: \.workPackage)
        let risks = self.risk.risks.filter { $0.status != .closed }
        let risksOfObjective = grouped(risks, by: \.objectives)
        let risksOfPackage = grouped(risks, by: \.workPackages)
        let risksOfTask = grouped(risks, by: \.tasks)

        return self.vision.objectives.map { objective in
            var thread = ObjectiveThread(objective)
            for id in objective.capabilities {
                thread.add([self.partners.capabilities[id]].compactMap { $0 }, to: .capability)
                for provider in providers[id] ?? [] {
                    if let party = self.charter.parties[provider.party] {
                        thread.add([party], to: .partner)
                    } else if let candidate = self.partners.candidates[provider.candidate] {
                        thread.add([candidate], to: .partner)
                    }
                }
                thread.add(ofCapability[id] ?? [], to: .term)
            }
            for issue in issues[objective.id] ?? [] {
                switch states[issue.id] {
                case .worded(let clause), .contradicted(_, let clause):
                    thread.add([self.terms.clauses[clause]].compactMap { $0 }, to: .term)
                case .agreed: thread.add([issue], to: .term)
                case .open, nil: break
                }
            }
            thread.add(ofObjective[objective.id] ?? [], to: .term)
            thread.add(risksOfObjective[objective.id] ?? [], to: .risk)
            for package in packages[objective.id] ?? [] {
                let own = tasks[package.id] ?? []
                if own.isEmpty { thread.add([package], to: .task) } else { thread.add(own, to: .task) }
                thread.add(risksOfPackage[package.id] ?? [], to: .risk)
                for task in own { thread.add(risksOfTask[task.id] ?? [], to: .risk) }
            }
            thread.add([self.charter.people[objective.owner]].compactMap { $0 }, to: .owner)
            return thread
        }
    }

    /// Records by each of the records that they name.
    private func grouped<R, S>(
        _ records: [Registered<R>], by references: KeyPath<R, [RecordID<S>]>
    ) -> [RecordID<S>: [Registered<R>]] {
        records.reduce(into: [:]) { groups, record in
            for id in Set(record.record[keyPath: references]) { groups[id, default: []].append(record) }
        }
    }
}

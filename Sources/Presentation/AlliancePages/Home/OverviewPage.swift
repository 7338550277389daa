import AllianceModel
public import Markup

extension AllianceSite {
    /// The first page of an alliance: how far each step is, what to do next, what changed.
    public func overviewPage(recent: [HistoryItem]) -> HTML {
        let gates = context.gates
        let passed = gates.count(where: \.isPassed)
        let critical = context.findings.count { $0.pitfall.severity == .critical }
        let items = openItems
        let threads = view.threads
        return page(
            context.name, at: .overview, window: "Overview", over: "Overview",
            lead:
                "<span dir=\"auto\">\(purpose)</span>\(changePurpose)",
            """
            \(partyLegend)\(banner(of: items))\
            <div class="columns"><div>\
            \(section("The journey", id: "journey", lead: "\(passed) of \(gates.count) gates are passed. You can take the steps in any order.", journey))\
            </div><div>\
            \(section("What needs me", id: "needs", items.isEmpty ? "<p>Nothing waits for you.</p>" : openItemList(items, self, limit: 4)))\
            \(section("Findings", id: "findings", findingsCount(critical)))\
            \(section("Latest changes", id: "changes", latest(recent)))\
            </div></div>\
            \(section("The thread", id: "thread", lead: "Who delivers each objective, and where is the thread broken?", threads.isEmpty ? firstObjective : thread(threads)))\
            \(agreement)
            """)
    }

    /// How many objectives the overview follows; the report follows all.
    private static let mostThreads = 6
    /// How many parties are named on top of the page; the charter names all.
    private static let mostParties = 6

    private func thread(_ threads: [ObjectiveThread]) -> HTML {
        let figure = figure(context.threadFigure(threads, isLinked: true, atMost: AllianceSite.mostThreads))
        guard threads.count > AllianceSite.mostThreads else { return grid([figure]) }
        return "\(grid([figure]))<p><a href=\"\(link(.report))\">All \(threads.count) objectives in the report</a></p>"
    }

    private var purpose: String {
        let purpose = view.charter.profile.first { _ in true }?.purpose ?? ""
        return purpose.isEmpty ? "Nobody has written down yet what this alliance is for." : purpose
    }

    private var changePurpose: HTML {
        guard let profile = Alliance.register(Profile.register).flatMap({ view.records(of: $0).first }),
            reader.mayEditShared(Profile.register)
        else {
            return ""
        }
        let place = AllianceLink.edit(RecordAddress(profile), field: "purpose")
        return " <a class=\"small no-print\" href=\"\(link(place))\">Change<span class=\"vh\"> the purpose</span></a>"
    }

    /// Who has signed off and accepted what. Of many parties the second picture is left to the step, and its sentence stays.
    private var agreement: HTML {
        // One alone has nobody to agree with.
        guard context.members.count > 1 else { return "" }
        let signOffs = context.page(of: .readiness).pictures
        let accepted = context.page(of: .vision).pictures.prefix(1)
        let isLong = context.parties.count > AllianceSite.mostParties
        let pictures = signOffs + (isLong ? [] : accepted)
        guard !pictures.isEmpty else { return "" }
        let rest: HTML? =
            isLong
            ? accepted.first.map {
                "<p>\($0.claim) <a href=\"\(link(.step(.vision)))\">\($0.title)</a></p>"
            } : nil
        return section("Who has agreed", id: "picture", "\(grid(pictures.map(figure)))\(rest)")
    }

    private var firstObjective: HTML {
        guard reader.mayEditShared(Objective.register) else { return "<p>No objective is recorded yet.</p>" }
        return emptyState(
            "Write down one thing that you want to reach together. From there Entente follows it to who brings what, what was agreed, the work, the risks and the person who answers for it.",
            actions: [("Add an objective", link(.add(Objective.register)))], isPrimary: false)
    }

    /// Which mark stands for whom, as far as the marks differ.
    var partyLegend: HTML {
        let parties = context.parties
        guard parties.count > AllianceSite.mostParties + 1 else { return legend(parties) }
        let others = "\(parties.count - AllianceSite.mostParties) others"
        return legend(
            Array(parties.prefix(AllianceSite.mostParties)),
            others: "<a href=\"\(link(.step(.charter)))\">\(others)</a>")
    }

    private func findingsCount(_ critical: Int) -> HTML {
        let count = context.findings.count
        guard count > 0 else { return "<p>Nothing is missing or wrong, as far as the rules can tell.</p>" }
        return """
            <p><a href="\(link(.findings))">\(numbered(count, "finding"))</a>, \
            \(critical == 0 ? "none of them critical" : "\(critical) critical").</p>
            """
    }

    private func latest(_ items: [HistoryItem]) -> HTML {
        guard !items.isEmpty else { return "<p>Nothing has changed yet.</p>" }
        return
            "<ol class=\"events\">\(each: items.prefix(4), { event($0, isShort: true) })</ol><p><a href=\"\(link(.history()))\">All changes</a></p>"
    }

    /// The steps with how far each is.
    var journey: HTML {
        taskList(
            context.gates.map { gate in
                TaskItem(
                    gate.step.label, link: link(.step(gate.step)), status: status(of: gate),
                    note: gate.isPassed ? nil : "\(gate.met) of \(gate.of) criteria. \(lack(of: gate))")
            })
    }

    /// What a step waits for, in a sentence.
    private func lack(of gate: Gate) -> String {
        if status(of: gate) == .notStarted { return "Nothing is recorded yet." }
        let isOnlySignOff = gate.met + 1 >= gate.of && !gate.awaited.isEmpty
        if isOnlySignOff, gate.awaited.count == view.charter.members.count, gate.awaited.count > 2 {
            return "Waiting for the sign-off of every member."
        }
        return gate.waitsFor.first ?? ""
    }

    /// How far a step is, for the reader.
    func status(of gate: Gate) -> Status {
        if gate.isPassed { return .done }
        if isEmpty(gate.step), gate.step != .readiness { return .notStarted }
        if gate.met + 1 >= gate.of, !gate.awaited.isEmpty {
            if let party = reader.party, gate.awaited.contains(party) { return .needsYou }
            return .waiting(
                for: gate.awaited.count == 1 ? view.charter.name(of: gate.awaited[0]) : "\(gate.awaited.count) parties")
        }
        return .inProgress
    }

    /// Whether nothing is recorded in a step.
    func isEmpty(_ step: StepName) -> Bool { context.isEmpty(step) }

    /// The one thing to do next: what others wait for first, then what the first step lacks in which the reader can do something.
    private func banner(of openItems: [OpenItem]) -> HTML {
        if view.charter.parties.count < 2, mayInvite {
            return nextAction(
                "An alliance needs a second organisation. Invite somebody by link.", button: "Invite somebody",
                link: link(.invite))
        }
        func banner(_ item: OpenItem) -> HTML {
            nextAction("\(item.sentence)", button: item.button, link: link(item.link))
        }
        if let item = openItems.first(where: \.isUrgent) ?? openItems.first(where: { $0.isAnswer }) {
            return banner(item)
        }
        let open = context.gates.filter { !$0.isPassed }
        guard let first = open.first else {
            return openItems.first.map(banner) ?? flash("Every gate is passed. The alliance is ready to run.")
        }
        for gate in open {
            guard let action = next(in: gate.step) else { continue }
            return nextAction(
                "<strong>\(gate.step.label)</strong>: \(action.sentence)", button: action.button,
                link: link(action.link))
        }
        if let item = openItems.first { return banner(item) }
        return nextAction(
            "Next: <strong>\(first.step.label)</strong>. \(first.waitsFor.first ?? "")",
            button: "Continue with \(first.step.shortLabel.lowercased())", link: link(.step(first.step)))
    }
}

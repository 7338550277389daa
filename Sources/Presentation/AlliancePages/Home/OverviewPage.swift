import AllianceModel
public import Markup

extension AllianceSite {
    /// The first page of an alliance: how far each step is, what to do next, what changed.
    public func overviewPage(recent: [HistoryItem]) -> HTML {
        let critical = context.findings.count { $0.pitfall.severity == .critical }
        let items = openItems
        let next = next
        let others = items.filter { $0.link != next?.action.link }
        let threads = view.threads
        return page(
            context.name, at: .overview, window: "Overview", over: "Overview",
            lead:
                "<span dir=\"auto\">\(purpose)</span>\(changePurpose)",
            """
            \(partyLegend)\(next.map(nextBanner) ?? flash("Every gate is passed. The alliance is ready to run."))\
            <div class="columns"><div>\
            \(section("The journey", id: "journey", lead: howFar, journey))\
            </div><div>\
            \(section("What needs me", id: "needs", others.isEmpty ? "<p>Nothing\(items.count > others.count ? " else" : "") waits for you.</p>" : openItemList(others, self, limit: 4)))\
            \(section("Missing or wrong", id: "findings", findingsCount(critical)))\
            \(section("Latest changes", id: "changes", latest(recent)))\
            </div></div>\
            \(section("The thread", id: "thread", lead: "Who delivers each objective, and where is the thread broken?", threads.isEmpty ? firstObjective : thread(threads)))\
            \(agreement)
            """)
    }

    /// What to do next, under the name of the step where that is not said yet.
    private func nextBanner(_ next: (step: StepName?, action: NextAction)) -> HTML {
        let step: HTML? = next.step.map { "<strong>\($0.label)</strong>: " }
        return nextAction("\(step)\(next.action.sentence)", button: next.action.button, link: link(next.action.link))
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
        let signOffs = context.page(of: .readiness).pictures.filter { _ in isAnySignOffDue }
        let accepted = context.page(of: .vision).pictures.prefix(1)
        let isLong = context.parties.count > AllianceSite.mostParties
        let pictures = signOffs + (isLong ? [] : accepted)
        guard !pictures.isEmpty else {
            return section("Who has agreed", id: "picture", "<p>Nobody has been asked to sign off a step yet.</p>")
        }
        let rest: HTML? =
            isLong
            ? accepted.first.map {
                "<p>\($0.claim) <a href=\"\(link(.step(.vision)))\">\($0.title)</a></p>"
            } : nil
        return section("Who has agreed", id: "picture", "\(grid(pictures.map(figure)))\(rest)")
    }

    /// Whether somebody has signed off a step, or could now: a picture of nothing but “later” shows nothing.
    private var isAnySignOffDue: Bool {
        context.gates.contains { $0.awaited.count < context.members.count || context.isSignOffDue($0) }
    }

    private var firstObjective: HTML {
        emptyState(
            "No objective is recorded yet. Once there is one, you see here who brings what, what was agreed, the work, the risks and the person who answers for it.",
            actions: reader.mayEditShared(Objective.register)
                ? [("Add an objective", link(.add(Objective.register)))] : [], isPrimary: false)
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

    /// How many gates are behind the parties.
    private var howFar: String {
        context.gates.allSatisfy(\.isPassed)
            ? context.gatesPassed : "\(context.gatesPassed) You can take the steps in any order."
    }

    /// The steps with how far each is.
    var journey: HTML {
        taskList(
            context.gates.map { gate in
                let status = status(of: gate)
                return TaskItem(
                    gate.step.label, link: link(.step(gate.step)), status: status, note: note(gate, status))
            })
    }

    /// How far a step is and what it waits for, in a line.
    private func note(_ gate: Gate, _ status: Status) -> String? {
        if gate.isPassed { return nil }
        if status == .notStarted { return "Nothing is recorded yet." }
        let done = "\(gate.met) of \(gate.of) criteria met."
        if gate.lacksOnlySignOffs, gate.awaited.count == view.charter.members.count, gate.awaited.count > 2 {
            return "\(done) Waiting for the sign-off of every member."
        }
        return "\(done) \(gate.waitsFor.first ?? "")"
    }

    /// How far a step is, for the reader.
    func status(of gate: Gate) -> Status {
        if gate.isPassed { return .done }
        if isEmpty(gate.step), gate.step != .readiness { return .notStarted }
        if context.isSignOffDue(gate) {
            if let party = reader.party, gate.awaited.contains(party),
                may(.readiness(.signOff(Readiness.OfStep(gate.step))))
            {
                return .needsYou
            }
            return .waiting(
                for: gate.awaited.count == 1 ? view.charter.name(of: gate.awaited[0]) : "\(gate.awaited.count) parties")
        }
        return .inProgress
    }

    /// Whether nothing is recorded in a step.
    func isEmpty(_ step: StepName) -> Bool { context.isEmpty(step) }
}

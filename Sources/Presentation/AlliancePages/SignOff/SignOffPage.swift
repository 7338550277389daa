public import AllianceModel
public import Markup

extension AllianceSite {
    /// Checking everything before a party signs a step off: what is there, what is missing, and what signing means.
    public func signOffPage(_ step: StepName, refusal: Refusal? = nil) -> HTML {
        let gate = context.gates.first { $0.step == step }
        let findings = context.findings.filter { $0.pitfall.step == step }
        let signed = view.readiness.signedOff(step)
        let isSigned = reader.party.map(signed.contains) ?? false
        let registers = Alliance.registers.filter { $0.name.step == step && $0.privacy.allows(.everyone) }
        let rows = registers.map { register -> SummaryRow in
            let records = view.records(of: register).filter { $0.audience == .everyone }
            let value: HTML = records.isEmpty ? "<span class=\"quietly\">None</span>" : named(records)
            let mayEdit = reader.mayEdit(register, for: .everyone)
            return SummaryRow(register.title, value, change: mayEdit ? link(.register(register.name)) : nil)
        }
        let members = view.charter.members.compactMap { member in
            context.party(member.id).map {
                (
                    party: $0,
                    status: signed.contains(member.id)
                        ? Status.done : member.id == reader.party ? .needsYou : .waiting(for: "its sign-off")
                )
            }
        }
        let open =
            gate.map {
                $0.checks.count {
                    if case .missing = $0.outcome { $0.key != "\(step.rawValue).signOff" } else { false }
                }
            } ?? 0
        let isFree = !isSigned && may(.readiness(.signOff(Readiness.OfStep(step))))
        return page(
            isSigned ? "\(ownName) has signed off this step" : "Check before you sign off", at: .step(step),
            window: "Sign off \(step.shortLabel)",
            over: step.label,
            lead: open == 0
                ? "Everything that the step asks for is there."
                : "\(numbered(open, "criterion is", "criteria are")) still open. \(isFree ? "You may sign off all the same; the" : "The") gate stays shut until \(open == 1 ? "it is" : "they are") met or waived.",
            """
            \(problemSummary(refusal))\(section("What is there", id: "records", summaryList(rows)))\
            \(section("What the gate asks for", id: "criteria", gate.map(criteria) ?? ""))\
            \(when: !findings.isEmpty, section("What the rules found", id: "findings", "<p>\(numbered(findings.count, "finding")). <a href=\"\(link(.step(step)))\">Look at them</a></p>"))\
            \(section("Who has signed off", id: "signed", members.isEmpty ? "<p>No party is a member yet.</p>" : "<p>\(signedWords(of: members))</p>\(approvalStrip(members))\(lapsedWords(step))"))\
            \(decision(step, isSigned))
            """)
    }

    /// How many records there are, and the first of them; those of one name stand for each other.
    private func named(_ records: [UntypedRecord]) -> HTML {
        var seen: Set<String> = []
        let shown = records.filter { seen.insert(title(of: $0)).inserted }.prefix(4)
        let names = shown.map { record -> HTML in
            "<a href=\"\(link(.record(RecordAddress(record))))\"><span dir=\"auto\">\(title(of: record))</span></a>"
        }
        let rest = records.count - shown.count
        return "\(records.count): \(names.joined(separator: ", "))\(when: rest > 0, " and \(rest) more")"
    }

    /// Who had signed off before something changed, among those who still take part.
    private func lapsedWords(_ step: StepName) -> HTML {
        let lapsed = view.readiness.lapsedSignOffs(of: step).compactMap { party in
            view.charter.members.first { $0.id == party }?.title
        }
        guard !lapsed.isEmpty else { return "" }
        return """
            <p>\(lapsed.enumerated(with: "and")) had signed off before. That no longer holds: the step was changed since, or it was \
            taken back. <a href="\(link(.history()))">See what changed</a></p>
            """
    }

    private func signedWords(of members: [(party: Markup.Party, status: Status)]) -> String {
        switch members.count(where: { $0.status == .done }) {
        case 0: "Nobody has signed off yet."
        case members.count: "Every member has signed off."
        case let count: "\(count) of \(members.count) members \(count == 1 ? "has" : "have") signed off."
        }
    }

    private func criteria(_ gate: Gate) -> HTML {
        let rows = gate.checks.map { check -> RecordTable.Row in
            switch check.outcome {
            case .met: RecordTable.Row(["\(check.title)", statusTag(.done), ""])
            case .waived(let reason): RecordTable.Row(["\(check.title)", tag("Waived"), "\(reason)"])
            case .missing(let sentence):
                RecordTable.Row([
                    "\(check.title)", tag("Open", .warning), "\(sentence)\(mendingLink(check))\(waivingLink(check))",
                ])
            }
        }
        return recordTable(RecordTable("Criteria", columns: ["Criterion", "State", "What is missing"], rows: rows))
    }

    private func decision(_ step: StepName, _ isSigned: Bool) -> HTML {
        guard may(.readiness(.signOff(Readiness.OfStep(step)))) else {
            return "<p>A lead of \(ownName) signs off.</p>"
        }
        if isSigned {
            return form(
                action: link(.withdrawSignOff(step)), hidden: hidden("withdraw"), button: "Take the sign-off back",
                tone: .bad,
                cancel: link(.step(step)), "<p>All parties will see that you took it back.</p>")
        }
        return form(
            action: link(.signOff(step)), hidden: hidden("sign"), button: "Sign off for \(ownName)",
            cancel: link(.step(step)),
            "<p>By signing off, \(ownName) says to all parties that this step is done as it stands here. If somebody changes it, all are asked anew. You can take it back later; that is seen as well.</p>"
        )
    }
}

public import AllianceModel
public import Markup

extension AllianceSite {
    /// The page of a step: its question, how it stands, the one thing to do next, pictures, registers, findings and tips.
    public func sitePage(of step: StepName) -> HTML {
        let stepPage = context.page(of: step)
        let registers = Alliance.registers.filter { $0.name.step == step && $0.privacy != .sealed }
        let used = registers.filter { view.count(of: $0) > 0 }
        let unused = registers.filter { view.count(of: $0) == 0 && !Permissions.writtenByVerbs.contains($0.name) }
        let findings = context.findings.filter { $0.pitfall.step == step }
        let gate = context.gates.first { $0.step == step }
        return page(
            stepPage.question, at: .step(step), window: step.label, over: step.label, lead: "\(stepPage.claim)",
            """
            \(stepStatus(gate, findings.count))\(nextInStep(step, gate, hasFindings: !findings.isEmpty))\
            \(when: step == .terms, section("Talks and texts", id: "talks", talksPlaces))\
            \(when: step == .readiness, context.gatesListing({ link(.step($0)) }, status: status(of:)))\
            \(when: !stepPage.pictures.isEmpty, grid(stepPage.pictures.map(figure)))\
            \(each: used, { registerSection($0, picture: stepPage.picture(of: $0.name)?.title) })\
            \(when: !unused.isEmpty, unusedRegisters(unused, areAll: used.isEmpty))\
            \(when: !findings.isEmpty, section("Missing or wrong", id: "findings", findingCards(findings)))\
            \(context.tips(of: step))
            """)
    }

    private func stepStatus(_ gate: Gate?, _ findings: Int) -> HTML {
        guard let gate else { return "" }
        let maySignOff =
            reader.party.map(gate.awaited.contains) ?? false
            && may(.readiness(.signOff(Readiness.OfStep(gate.step))))
        let checks = gate.checks.map { check -> HTML in
            switch check.outcome {
            case .met: "<li>\(statusTag(.done)) \(check.title)</li>"
            case .waived(let reason): "<li>\(tag("Waived")) \(check.title): \(reason)</li>"
            case .missing(let sentence):
                "<li>\(tag("Open", .warning)) \(check.title). <span class=\"quietly\">\(sentence)</span>\(mendingLink(check))</li>"
            }
        }
        return """
            <details class="gate"><summary>\(statusTag(status(of: gate))) Gate: \(gate.met) of \(gate.of) criteria met</summary>\
            <ul class="checks">\(checks)</ul>\
            \(when: maySignOff, "<p class=\"no-print\"><a href=\"\(link(.signOff(gate.step)))\">Check and sign off<span class=\"vh\"> \(gate.step.label)</span></a></p>")</details>\
            \(when: findings > 0, "<p class=\"to-findings\"><a href=\"#findings\">\(numbered(findings, "finding")) below</a></p>")
            """
    }

    /// The one primary action of the step.
    private func nextInStep(_ step: StepName, _ gate: Gate?, hasFindings: Bool) -> HTML {
        // Findings of the reader's own records come last: they hold up nobody.
        guard let action = next(in: step) ?? openItems.first(where: { $0.isAbout(step) }).map(NextAction.init) else {
            return missing(gate, hasFindings: hasFindings)
        }
        return nextAction(
            "\(action.isLack ? "Before anybody can sign off: " : "")\(action.sentence)", button: action.button,
            link: link(action.link))
    }

    /// The way to mend an open criterion, where the reader can.
    func mendingLink(_ check: Gate.Check) -> HTML {
        mending(check).map {
            " <a class=\"no-print\" href=\"\(link($0.link))\">\($0.button)<span class=\"vh\">: \(check.title)</span></a>"
        } ?? ""
    }

    /// What keeps the gate of a step shut, where the reader cannot do anything about it right away.
    private func missing(_ gate: Gate?, hasFindings: Bool) -> HTML {
        guard let gate, let party = reader.party, gate.awaited.contains(party), gate.met + 1 < gate.of, hasFindings,
            let lack = gate.waitsFor.first
        else { return "" }
        return nextAction(
            "Before anybody can sign off: \(lack)", button: "See what is missing", link: "#findings")
    }

    /// Registers that hold nothing yet: what belongs into them, and the way to begin.
    private func unusedRegisters(_ registers: [RegisterDescription], areAll: Bool) -> HTML {
        let rows = registers.map { register -> HTML in
            """
            <li id="\(register.name.step.rawValue)-\(register.name.name)"><span><strong>\(register.title)</strong>\
            <span class="quietly small"> \(register.help)</span></span><span class="actions">\(addButtons(register, hasRecords: false))\
            \(when: reader.mayEdit(register, for: .everyone), "<a href=\"\(link(.importRegister(register.name)))\">Import<span class=\"vh\"> \(register.title)</span></a>")</span></li>
            """
        }
        return section(
            areAll ? "Nothing is recorded here yet" : "Not used yet", id: "unused",
            lead: areAll ? "Start with what you know; the rest can wait." : nil,
            "<ul class=\"tasks registers\">\(rows)</ul>")
    }
}

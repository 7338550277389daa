public import AllianceModel
public import Markup

extension AllianceSite {
    /// The page of a step: its question, how it stands, the one thing to do next, pictures, registers, findings and tips.
    public func sitePage(of step: StepName) -> HTML {
        let stepPage = context.page(of: step)
        let registers = Alliance.registers.filter {
            $0.name.step == step && $0.privacy != .sealed && !AllianceSite.registersOfPages.contains($0.name)
        }
        let used = registers.filter { view.count(of: $0) > 0 }
        let unused = unusedRegisters(of: step)
        let findings = context.findings.filter { $0.pitfall.step == step }
        let gate = context.gates.first { $0.step == step }
        return page(
            stepPage.question, at: .step(step), window: step.label, over: step.label, lead: "\(stepPage.claim)",
            """
            \(nextInStep(step, gate))\(stepStatus(gate, findings.count))\
            \(when: step == .terms, section("Talks and texts", id: "talks", talksPlaces))\
            \(when: step == .readiness, context.gatesListing({ link(.step($0)) }, status: status(of:)))\
            \(when: !stepPage.pictures.isEmpty, grid(stepPage.pictures.map(figure)))\
            \(each: used, { registerSection($0, picture: picture(of: $0.name, on: stepPage)?.title) })\
            \(when: !unused.isEmpty, unusedSection(unused, areAll: used.isEmpty))\
            \(when: !findings.isEmpty, section("Missing or wrong", id: "findings", findingCards(findings)))\
            \(context.tips(of: step))
            """)
    }

    /// The picture that stands for the list of a register. The reasons behind stances are a link away here, but not in a report.
    private func picture(of register: RegisterName, on page: StepPage) -> Figure? {
        page.picture(of: register)
            ?? (register == Stance.register ? page.pictures.first { $0.id == "stances" } : nil)
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
            case .missing(let sentence): open(check, sentence)
            }
        }
        return """
            <div class="gate-row"><details class="gate"><summary>\(statusTag(status(of: gate))) Gate: \(gate.met) of \(numbered(gate.of, "criterion", "criteria")) met</summary>\
            <ul class="checks" id="checks">\(checks)</ul>\
            \(when: maySignOff, "<p class=\"no-print\"><a href=\"\(link(.signOff(gate.step)))\">Check and sign off<span class=\"vh\"> \(gate.step.label)</span></a></p>")\
            <p class="small no-print"><a href="\(SiteLink.help)#words">What these words mean</a></p></details>\
            \(when: findings > 0, "<p class=\"to-findings\"><a href=\"#findings\">\(numbered(findings, "finding")) below</a></p>")</div>
            """
    }

    /// A criterion that is not met, with the way to mend it where the reader may.
    private func open(_ check: Gate.Check, _ sentence: String) -> HTML {
        // A criterion of the parties' own has nothing to add to its title.
        let lack: HTML? = sentence.contains(check.title) ? nil : " <span class=\"quietly\">\(sentence)</span>"
        return
            "<li>\(tag("Open", .warning)) \(check.title.asSentence)\(lack)\(mendingLink(check))\(waivingLink(check))</li>"
    }

    /// The way to do without an open criterion, for a reason that all parties see.
    func waivingLink(_ check: Gate.Check) -> HTML {
        guard check.mayBeWaived, reader.mayEditShared(Waiver.register) else { return "" }
        return """
             <a class="no-print quietly" href="\(link(.add(Waiver.register, of: check.key)))">Waive it<span class="vh">: \(check.title)</span></a>
            """
    }

    /// The one primary action of the step.
    private func nextInStep(_ step: StepName, _ gate: Gate?) -> HTML {
        guard let action = next(in: step) else { return missing(gate) }
        return nextAction("\(action.sentence)", button: action.button, link: link(action.link))
    }

    /// The way to mend an open criterion, where the reader can.
    func mendingLink(_ check: Gate.Check) -> HTML {
        mending(check).map {
            " <a class=\"no-print\" href=\"\(link($0.link))\">\($0.button)<span class=\"vh\">: \(check.title)</span></a>"
        } ?? ""
    }

    /// What keeps the gate of a step shut, where the reader cannot do anything about it right away.
    private func missing(_ gate: Gate?) -> HTML {
        guard let gate, let party = reader.party, gate.awaited.contains(party), !gate.lacksOnlySignOffs,
            let lack = gate.waitsFor.first
        else { return "" }
        return nextAction("\(lack)", button: "See what is missing", link: "#checks")
    }
}

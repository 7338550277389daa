public import AllianceModel
public import Markup

extension AllianceSite {
    /// The page of a step: its question, how it stands, the one thing to do next, pictures, registers, findings and tips.
    public func sitePage(of step: StepName) -> HTML {
        let stepPage = context.page(of: step)
        let registers = Alliance.registers.filter { $0.name.step == step && $0.privacy != .sealed }
        let used = registers.filter { view.count(of: $0) > 0 }
        let unused = unusedRegisters(of: step)
        let findings = context.findings.filter { $0.pitfall.step == step }
        let gate = context.gates.first { $0.step == step }
        return page(
            stepPage.question, at: .step(step), window: step.label, over: step.label, lead: "\(stepPage.claim)",
            """
            \(stepStatus(gate, findings.count))\(nextInStep(step, gate))\
            \(when: step == .terms, section("Talks and texts", id: "talks", talksPlaces))\
            \(when: step == .readiness, context.gatesListing({ link(.step($0)) }, status: status(of:)))\
            \(when: !stepPage.pictures.isEmpty, grid(stepPage.pictures.map(figure)))\
            \(each: used, { registerSection($0, picture: stepPage.picture(of: $0.name)?.title) })\
            \(when: !unused.isEmpty, unusedSection(unused, areAll: used.isEmpty))\
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
            case .missing(let sentence): open(check, sentence)
            }
        }
        return """
            <details class="gate"><summary>\(statusTag(status(of: gate))) \(gate.met) of \(numbered(gate.of, "point")) done</summary>\
            <ul class="checks" id="checks">\(checks)</ul>\
            \(when: maySignOff, "<p class=\"no-print\"><a href=\"\(link(.signOff(gate.step)))\">Check and sign off<span class=\"vh\"> \(gate.step.label)</span></a></p>")</details>\
            \(when: findings > 0, "<p class=\"to-findings\"><a href=\"#findings\">\(numbered(findings, "finding")) below</a></p>")
            """
    }

    /// A criterion that is not met, with the way to mend it where the reader may.
    private func open(_ check: Gate.Check, _ sentence: String) -> HTML {
        let way: HTML? = remedy(of: check.key, sentence).map {
            " <a class=\"no-print\" href=\"\(link($0.link))\">\($0.button)</a>"
        }
        // A criterion of the parties' own has nothing to add to its title.
        let lack: HTML? = sentence.contains(check.title) ? nil : " <span class=\"quietly\">\(sentence)</span>"
        return "<li>\(tag("Open", .warning)) \(check.title.asSentence)\(lack)\(way)</li>"
    }

    /// The one primary action of the step.
    private func nextInStep(_ step: StepName, _ gate: Gate?) -> HTML {
        if step == .vision, let objective = nextToRate {
            return nextAction(
                "How much does “\(objective.title)” matter to \(ownName)? Only \(ownName) sees the answer.",
                button: "Rate the objectives",
                link: link(.rateOne(objective.id.text)))
        }
        if let item = openItems.first(where: { $0.isAbout(step) }) {
            return nextAction("\(item.sentence)", button: item.button, link: link(item.link))
        }
        let hasMembers = view.charter.members.count > 1
        if let beginning = beginning(of: step), let register = Alliance.register(beginning.register),
            view.count(of: register) == 0, reader.mayEdit(register, for: .everyone),
            step != .communication || hasMembers
        {
            return nextAction(
                "\(beginning.sentence)", button: "Add \(register.noun.withArticle)", link: link(.add(register.name)))
        }
        if step == .communication, !hasMembers {
            return needsAnother("Contacts, channels and meetings join two organisations.")
        }
        return missing(in: step, gate)
    }

    /// What needs a second organisation first.
    private func needsAnother(_ reason: String) -> HTML {
        guard reader.may(.edit(Edit(Person.register, "", .remove))) else { return "" }
        return nextAction("\(reason) Invite the other one by link.", button: "Invite somebody", link: link(.invite))
    }

    /// What keeps the gate of a step shut: first what is missing, and only when all is there one's own word.
    private func missing(in step: StepName, _ gate: Gate?) -> HTML {
        guard let gate, let party = reader.party, gate.awaited.contains(party) else { return "" }
        guard gate.met + 1 >= gate.of else {
            if let remedy = remedy(of: gate) {
                return nextAction(
                    "Before anybody can sign off: \(remedy.sentence)", button: remedy.button, link: link(remedy.link))
            }
            guard let lack = gate.waitsFor.first else { return "" }
            return nextAction("Before anybody can sign off: \(lack)", button: "See what is missing", link: "#checks")
        }
        guard may(.readiness(.signOff(Readiness.OfStep(step)))) else { return "" }
        return nextAction(
            "\(ownName) has not signed off this step. All the rest is there.", button: "Check and sign off",
            link: link(.signOff(step)))
    }
}

extension OpenItem {
    /// Whether it belongs to a step.
    func isAbout(_ step: StepName) -> Bool {
        switch link {
        case .verb(let of, _, _), .signOff(let of): of == step
        case .survey: step == .culture
        case .terms: step == .terms
        case .record(let record): record.register.step == step
        default: false
        }
    }
}

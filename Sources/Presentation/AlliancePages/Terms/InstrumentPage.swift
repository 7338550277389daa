public import AllianceModel
public import Markup

// A text of the alliance: as it reads, what changed, who approved and signed, and what departs from what was agreed.
extension AllianceSite {
    public func instrumentPage(_ instrument: Registered<Instrument>, since version: Registered<TextVersion>? = nil)
        -> HTML
    {
        let text = view.text(of: instrument.id)
        let state = view.signing(of: instrument.record)
        let isAmended = !view.amendmentsInForce(of: instrument.id).isEmpty
        let departures = view.terms.clauses.filter { $0.instrument == instrument.id }.compactMap { clause -> HTML? in
            let found = view.departures(of: clause.record)
            guard !found.isEmpty else { return nil }
            let record = RecordAddress(Clause.register, clause.id.text)
            let address = link(mayWord ? .edit(record, field: "text") : .record(record))
            return
                "<li><a href=\"\(address)\" dir=\"auto\">\(clause.title)</a>: \(found.map { words(for: $0) }.joined(separator: " "))</li>"
        }
        let lead: HTML =
            instrument.inForceOn.map {
                "In force since \($0)\(when: isAmended, ", as amended"). It changes by an amendment that all sign."
            }
            ?? "\(signed(state)) Approvals and signatures lapse when the text changes.\(standing(of: instrument))"
        return page(
            instrument.title, at: .step(.terms),
            over: instrument.kind.label.lowercased() == instrument.title.lowercased()
                ? instrument.nature.label.capitalisedFirst
                : "\(instrument.kind.label.capitalisedFirst), \(instrument.nature.label)",
            lead: lead, crumbs: [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))],
            """
            \(gaps(in: instrument))\(when: !departures.isEmpty, banner(blocks: "<p>Clauses that say otherwise than agreed:</p><ul>\(departures)</ul>", .warning))\
            \(section("Who has signed", id: "signatures", "\(signatures(of: instrument))\(acts(on: instrument))"))\
            \(when: version != nil, section("What changed since “\(version?.title ?? "")”", id: "changes", trackedChanges(version.map { view.changes(since: $0.record) } ?? [])))\
            \(asAmended(instrument))\(section(isAmended ? "The text as it was first signed" : "The text", id: "text", text.map { article($0, headingLevel: 3) } ?? ""))\
            \(reviews(of: instrument))\
            \(when: instrument.amends == nil, section("How complete it is", id: "completeness", completeness(of: instrument.id)))\
            \(section("Versions and exports", id: "versions", versions(of: instrument)))\
            <p class="hint">Fingerprint of the exact text (SHA-256): <code>\(text?.digest ?? "")</code></p>
            """)
    }

    /// Whether the reader's role writes clauses.
    private var mayWord: Bool { reader.mayEditShared(Clause.register) }

    private func signed(_ signings: [View.Signing]) -> String {
        let done = signings.count { $0.state >= .signed }
        return done == 0
            ? "Nobody has signed yet."
            : done == signings.count
                ? (done == 2 ? "Both parties have signed." : "All \(done) parties have signed.")
                : "\(done) of \(numbered(signings.count, "party", "parties")) \(done == 1 ? "has" : "have") signed."
    }

    private func words(for departure: View.Departure) -> HTML {
        switch departure {
        case .unknownParameter(let issue): "it names {\(issue.text)}, and there is no such issue."
        case .notSaid(let settlement): "it does not say what was agreed, “\(view.terms.choice(of: settlement))”."
        case .saysOther(let settlement, let other):
            "it says “\(other)”, and “\(view.terms.choice(of: settlement))” was agreed."
        }
    }

    private func signatures(of instrument: Registered<Instrument>) -> HTML {
        let rows = view.signing(of: instrument.record).map { signing -> [DataTable.Cell] in
            let last = instrument.signatures.last { $0.holds && $0.party == signing.party }
            let person = last?.person.flatMap { view.charter.people[$0]?.title } ?? ""
            return [
                .text(view.charter.name(of: signing.party)),
                .text(
                    instrument.rejections.parties.contains(signing.party)
                        ? "Rejected"
                        : signing.hasApproved
                            ? "Approved"
                            : signing.state >= .signed
                                ? "By signature" : instrument.inForceOn == nil ? "Not approved" : ""),
                .text(signing.hasLapsed ? "Lapsed: the text has changed" : state(of: signing, in: instrument)),
                .text(person),
                .day(last?.on),
                .text(last.map { view.verdict(on: $0, of: instrument).words } ?? ""),
            ]
        }
        // Before anybody acts there is nobody to name, no day and nothing to check.
        let isSigned = instrument.signatures.contains(where: \.holds)
        let columns: [DataTable.Column] = ["Party", "Approval", "State"] + (isSigned ? ["By", "On", "Checked"] : [])
        let reasons = instrument.rejections.filter(\.holds).map { rejection -> HTML in
            "<li>\(view.charter.name(of: rejection.party)) rejected it\(rejection.on.map { " on \($0.words)" } ?? ""). <span dir=\"auto\">\(rejection.reason ?? "")</span></li>"
        }
        return """
            \(stackingTable(DataTable("Signatories", columns: columns, rows: rows.map { Array($0.prefix(columns.count)) })))\
            \(when: !reasons.isEmpty, "<ul>\(reasons)</ul>")
            """
    }

    private func acts(on instrument: Registered<Instrument>) -> HTML {
        guard let party = reader.party, reader.person != nil, instrument.inForceOn == nil,
            view.signatories(of: instrument.record).contains(party)
        else { return "" }
        if let refusal = view.wordlessness(of: instrument) {
            return "<p>\(refusal.problems.map(\.sentence).joined(separator: " "))</p>"
        }
        let last = instrument.record.act(of: party)
        let next: [Signature.Act] = Signature.Act.allCases.filter { act in
            (last.map { $0 < act } ?? true) && (act != .ratify || (instrument.needsRatification && last == .sign))
        }
        let possible = next.filter { mayDo($0, on: instrument) }
        func button(_ words: String, _ address: WebLink, isQuiet: Bool) -> HTML {
            "<a class=\"button\(isQuiet ? " quiet" : "")\" href=\"\(address)\">\(words)</a>"
        }
        func verb(_ name: String) -> WebLink { link(.verb(.terms, name, record: instrument.id.text)) }
        var (approve, reject) = (Terms.Approve(), Terms.Reject())
        (approve.instrument, reject.instrument) = (instrument.id, instrument.id)
        let canApprove = may(.terms(.approve(approve))) && !instrument.approvals.parties.contains(party)
        let canReject =
            may(.terms(.reject(reject))) && !instrument.rejections.parties.contains(party)
            && !instrument.record.binds(party)
        let canEnter = view.signing(of: instrument.record).contains { $0.state >= .signed }
        let isWhole = view.openIssues(in: instrument.id).isEmpty && view.unwordedClauses(of: instrument.id).isEmpty
        // The next thing to do stands out: to approve first, then to sign what is approved.
        let buttons: [HTML] =
            (canApprove ? [button("Approve the text", verb("approve"), isQuiet: !isWhole)] : [])
            + possible.map { act in
                button(
                    "\(act.imperative) it", link(.act(instrument.id.text, act.rawValue)),
                    isQuiet: canApprove || act != (possible.contains(.sign) ? .sign : possible.first))
            }
            + (canEnter
                ? [button("Bring it into force", verb("bringIntoForce"), isQuiet: canApprove || !possible.isEmpty)]
                : [])
            + (canReject ? [button("Reject the text", verb("reject"), isQuiet: true)] : [])
        let mandate: HTML =
            possible.isEmpty && !next.isEmpty
            ? "<p>You have no mandate to sign it for \(ownName). A lead of \(ownName) gives one.</p>" : ""
        return
            "\(orderOfActs(on: instrument, party))\(mandate)\(when: !buttons.isEmpty, "<p class=\"actions\">\(buttons)</p>")\(mandateForm(for: instrument, party))"
    }

    /// What comes before what, and how far the reader's party is: to approve, to name who signs, to sign.
    private func orderOfActs(on instrument: Registered<Instrument>, _ party: RecordID<AllianceModel.Party>) -> HTML {
        let isSigned = view.signing(of: instrument.record).contains { $0.party == party && $0.state >= .signed }
        let signers = view.terms.mandates.filter { mandate in
            mandate.record.covers(.sign, of: mandate.person, for: party, to: instrument.id, on: day)
        }.compactMap { view.charter.people[$0.person]?.title }
        let steps: [(words: String, isDone: Bool)] = [
            ("Approve the text", isSigned || instrument.approvals.parties.contains(party)),
            (
                signers.isEmpty || isSigned
                    ? "Give somebody a mandate to sign" : "Mandate to sign: \(signers.enumerated(with: "and"))",
                isSigned || !signers.isEmpty
            ),
            ("Sign", isSigned),
        ]
        let next = steps.firstIndex { !$0.isDone }
        let items = steps.enumerated().map { place, step -> HTML in
            let status: Status = step.isDone ? .done : place == next ? .needsYou : .notStarted
            return "<li>\(step.words) \(statusTag(status))</li>"
        }
        return "<p class=\"order-of\">In this order, for \(ownName):</p><ol class=\"order\">\(items)</ol>"
    }

    /// How far a party is with a text, in a word.
    private func state(of signing: View.Signing, in instrument: Registered<Instrument>) -> String {
        signing.state == .draft && instrument.inForceOn != nil
            ? (instrument.signatures.contains(where: \.holds) ? "Not bound" : "In force; not recorded how")
            : signing.state.label.capitalisedFirst
    }

    /// An id that is free among the shared records of a register.
    func freeID<R>(_ stem: String, in register: Register<R>) -> String {
        let taken = Set(register.filter { $0.audience == .everyone }.map(\.id.text))
        return (1...taken.count + 1).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
    }

    /// Who may act for the reader's party on this text.
    private func mandateForm(
        for instrument: Registered<Instrument>, _ party: RecordID<AllianceModel.Party>
    ) -> HTML {
        var example = Terms.Empower()
        example.instrument = instrument.id
        guard may(.terms(.empower(example))) else { return "" }
        let people = view.charter.people(of: party).map { Choice($0.id.text, $0.title) }
        let id = freeID("mandate-\(party.text.prefix(40))", in: view.terms.mandates)
        return more(
            "Give somebody of \(ownName) a mandate for this text",
            form(
                action: link(.verb(.terms, "empower")),
                hidden: hidden("empower") + [("mandate", id), ("instrument", instrument.id.text)],
                button: "Give the mandate",
                """
                <p>They may then initial, sign and ratify it for \(ownName). All parties see it.</p>\
                \(selectField(FormField("person", "Person"), people))\(dateField(FormField("until", "Until", isRequired: false)))
                """))
    }

    /// Beginning an amendment, and keeping the text as it stands.
    private func textForms(for instrument: Registered<Instrument>) -> HTML {
        let id = instrument.id.text
        guard reader.party != nil, may(.terms(.keepVersion(Terms.KeepVersion()))) else { return "" }
        let version = freeID("\(id.prefix(50))-kept", in: view.terms.versions)
        let keep = buttonForm(
            action: link(.verb(.terms, "keepVersion")),
            hidden: hidden("keep") + [("version", version), ("instrument", id)], button: "Keep the text as it stands")
        guard instrument.inForceOn != nil else { return "<p>\(keep)</p>" }
        let clauses = view.clausesInForce(of: instrument.id).map { Choice($0.id.text, $0.title) }
        let reviews = view.reviewsInForce(of: instrument.id).map { Choice($0.id.text, $0.title) }
        let amendment = freeID("\(id.prefix(24))-amendment", in: view.terms.instruments)
        return more(
            "Begin an amendment",
            form(
                action: link(.verb(.terms, "amend")),
                hidden: hidden("amend") + [("amendment", amendment), ("instrument", id)], button: "Begin the amendment",
                """
                <p>What changes is copied into a text of its own. The parties change, approve and sign it as they did this one.</p>\
                \(choicesField(FormField("clauses", "Clauses that change", isRequired: false), clauses))\
                \(when: !reviews.isEmpty, choicesField(FormField("reviews", "Reviews and reopeners that change", isRequired: false), reviews))
                """))
    }

    private func completeness(of id: RecordID<Instrument>) -> HTML {
        let replaced = replacedClauses
        let rows = view.completeness.map { topic -> [DataTable.Cell] in
            let clauses = topic.clauses.compactMap { view.terms.clauses[$0] }
            let links = clauses.map { clause -> HTML in
                "<a href=\"\(link(.record(RecordAddress(Clause.register, clause.id.text))))\" dir=\"auto\">\(clause.title)</a>\(standing(of: clause, replaced))"
            }
            let tone: Tone =
                topic.state == .full
                ? .good
                : topic.state == .partial ? .accent : topic.state == .absent && topic.isEssential ? .warning : .neutral
            return [
                .text(topic.topic.label.capitalisedFirst), .markup(tag(topic.state.label.capitalisedFirst, tone)),
                topic.isEssential ? "Expected" : "", .markup(links.joined(separator: ", ")),
            ]
        }
        let relevant = view.completeness.filter { $0.state != .notRelevant }
        let full = relevant.count { $0.state == .full }
        let lacking = relevant.count { $0.state == .absent && $0.isEssential }
        let claim =
            "\(full == 0 ? "None" : "\(full)") of \(numbered(relevant.count, "topic")) \(full == 1 ? "is" : "are") fully worded"
            + (lacking == 0 ? "." : "; \(lacking) that such alliances settle \(lacking == 1 ? "is" : "are") missing.")
        return """
            <p>\(claim)</p>\(stackingTable(DataTable("Topics", columns: ["Topic", "State", "In such alliances", "Clauses"], rows: rows, isCaptionHidden: true)))\
            \(when: mayWord, waysToAddClauses(to: id))
            """
    }

    private func waysToAddClauses(to id: RecordID<Instrument>) -> HTML {
        """
        <p class="ways"><a href="\(link(.clauseLibrary(instrument: id.text)))">Add clauses from the library</a>, or \
        <a href="\(link(.add(Clause.register)))">write one</a>. In its text, <code>{issue}</code> stands for what is agreed on that issue.</p>
        """
    }

    /// The clauses in whose place another one is in force.
    private var replacedClauses: Set<RecordID<Clause>> {
        Set(
            view.terms.clauses.flatMap { clause in
                view.terms.instruments[clause.instrument]?.inForceOn == nil
                    ? [] : view.terms.predecessors(of: clause).dropFirst()
            })
    }

    /// Whether a clause that is named beside others holds, where that is not plain.
    private func standing(of clause: Registered<Clause>, _ replaced: Set<RecordID<Clause>>) -> HTML? {
        if replaced.contains(clause.id) { return " <span class=\"quietly\">(replaced)</span>" }
        guard let text = view.terms.instruments[clause.instrument], text.amends != nil else { return nil }
        return text.inForceOn == nil
            ? " <span class=\"quietly\">(in an amendment, not in force)</span>"
            : " <span class=\"quietly\">(holds)</span>"
    }

    private func versions(of instrument: Registered<Instrument>) -> HTML {
        let id = instrument.id.text
        let rows = view.versions(of: instrument.id).reversed().map { version -> [DataTable.Cell] in
            [
                .text(version.title), .day(version.on),
                .markup("<a href=\"\(link(.instrument(id, since: version.id.text)))\">What changed since</a>"),
            ]
        }
        return """
            \(rows.isEmpty ? "<p>No version is kept yet.</p>" : stackingTable(DataTable("Versions", columns: ["Version", "Kept on", "Compare"], rows: rows)))\
            <ul class="ways"><li><a href="\(link(.instrumentFile(id, .html)))">As a page to print</a></li>\
            \(when: site.hasDocuments, "<li><a href=\"\(link(.instrumentFile(id, .docx)))\">As a document of word processors (.docx)</a></li>")\
            <li><a href="\(link(.instrumentFile(id, .markdown)))">As Markdown</a></li>\
            \(when: mayWord, "<li><a href=\"\(link(.returnedText(id)))\">Bring a copy back in which somebody changed words</a></li>")</ul>\(textForms(for: instrument))
            """
    }

    /// Every obligation with its day, the next one first.
    public func obligationsPage() -> HTML {
        let dated = view.terms.obligations.map { ($0, view.dueDay(of: $0.record)) }
        let sorted = dated.enumerated().sorted { left, right in
            switch (left.element.1, right.element.1) {
            case (let one?, let other?) where one != other: one < other
            case (.some, nil): true
            case (nil, .some): false
            default: left.offset < right.offset
            }
        }.map(\.element)
        let rows = sorted.map { obligation, due -> [DataTable.Cell] in
            let isOverdue = obligation.status == .open && (due.map { $0 < day } ?? false)
            let when =
                due.map { $0.words(on: day) }
                ?? obligation.daysAfterEntry.map { "\(quantity("\($0)", "days")) after entry into force" } ?? "no day"
            return [
                .markup(
                    "<a href=\"\(link(.record(RecordAddress(Obligation.register, obligation.id.text))))\" dir=\"auto\">\(obligation.title)</a>"
                ),
                .text(obligation.obligor.map { view.charter.name(of: $0) } ?? "every party"), .text(when),
                .markup(isOverdue ? tag("Overdue", .bad) : tag(obligation.status.label.capitalisedFirst)),
                .text(obligation.event ?? ""),
                .text(obligation.clause.flatMap { view.terms.clauses[$0]?.title } ?? ""),
            ]
        }
        let overdue = sorted.count { $0.0.status == .open && ($0.1.map { $0 < day } ?? false) }
        return page(
            "Obligations", at: .step(.terms), over: StepName.terms.label,
            lead: rows.isEmpty
                ? "Nobody owes anything yet."
                : "\(rows.count == 1 ? "1 obligation" : "\(rows.count) obligations"), \(overdue == 0 ? "none" : "\(overdue)") overdue.",
            crumbs: [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))],
            rows.isEmpty
                ? emptyState(
                    "An obligation says who must do what by when.",
                    actions: reader.mayEditShared(Obligation.register)
                        ? [("Add one", link(.add(Obligation.register)))] : [])
                : stackingTable(
                    DataTable(
                        "Who owes what, the next day first",
                        columns: ["Obligation", "Party", "Due", "State", "Visible by", "From clause"], rows: rows)))
    }
}

extension Instrument.State {
    static func >= (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) >= (allCases.firstIndex(of: right) ?? 0)
    }
}

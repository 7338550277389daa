public import AllianceModel
public import Markup

// The neutral: what it was asked, what it showed to whom, and blind closings.
extension AllianceSite {
    /// Posts `kind` and `offer`.
    public func neutralPage(_ answers: Answers = Answers()) -> HTML {
        let requests = view.terms.requests.reversed()
        let mine = reader.party.flatMap { view.terms.disclosure.of($0).first?.record }
        let permission: HTML =
            mayPermit
            ? "<p><a href=\"\(permissionLink)\">\(mine == nil ? "Allow it something" : "Change what it may use and show")</a></p>"
            : ""
        let allowed: HTML =
            mine?.neutralMayUse == true
            ? "<p>The neutral may use your preferences. Others may be shown: \(mine?.others.isEmpty == false ? (mine?.others ?? []).map(\.label).enumerated(with: "and") : "nothing").</p>"
            : "<p>The neutral may use nothing of yours, so it proposes nothing to anybody.</p>"
        return page(
            "The neutral", at: .step(.terms), over: StepName.terms.label,
            lead:
                "It may see what each party allows it to use, and speaks to all parties at once. It never says why it has nothing to propose.",
            crumbs: [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))],
            """
            \(errorSummary([], other: answers.other))\
            \(when: reader.party != nil, privateFence(seenBy: ownName, "\(allowed)\(permission)"))\
            \(when: reader.party != nil, section("Ask it", id: "ask", asking))\
            \(section("Blind closings", id: "closings", closings))\
            \(section("What was shown, and when", id: "log", log(Array(requests))))
            """)
    }

    /// Whether the reader's role puts questions to the neutral.
    var mayAsk: Bool { may(.terms(.ask(Terms.Ask()))) }

    /// Whether the reader's role says what the neutral may use.
    var mayPermit: Bool { mayKeep(Disclosure.register) }

    /// Whether the reader's role keeps private records of a register for their party.
    func mayKeep(_ register: RegisterName) -> Bool {
        reader.party.map { reader.mayEditOwn(register, of: $0) } ?? false
    }

    private var asking: HTML {
        let asks: [(kind: NeutralRequest.Kind, title: String, help: String)] = [
            (.firstPackage, "A first package, fair to all", "One offer to begin with. Every party answers it."),
            (
                .singleText, "One text that it improves by your answers",
                "A draft that all answer in secret; each answer makes the next draft better."
            ),
            (
                .agreementZone, "Whether an agreement can be better for all",
                "Yes or no: whether some package beats having no agreement, for every party."
            ),
            (
                .efficientPackages, "Packages that cannot be bettered for all",
                "Those from which nobody can gain without a loss for somebody else."
            ),
        ]
        let rows = asks.map { ask -> HTML in
            """
            <li><span><strong>\(ask.title)</strong><span class="quietly small what-for">\(ask.help)</span></span>\
            \(when: mayAsk, askButton(ask.kind, "Ask", about: "for: \(ask.title)"))</li>
            """
        }
        return """
            <ul class="tasks">\(rows)</ul><p class="hint">\(mayAsk ? "All parties see that you asked, and what it answers." : "A lead or negotiator of \(ownName) asks it. All parties see the question and the answer.") \
            Each question is answered once a day at most, so that nobody learns secrets by asking often.</p>
            """
    }

    private var closings: HTML {
        let rows = view.terms.closings.map { closing -> [DataTable.Cell] in
            let state =
                switch closing.state {
                case .open: "Open"
                case .met: "Met: the middle is proposed"
                case .tooFar: "Too far apart; nobody learns more"
                }
            return [
                .markup("<a href=\"\(link(.closing(closing.id.text)))\" dir=\"auto\">\(closing.title)</a>"),
                .text(view.terms.issues[closing.issue]?.title ?? ""), .text(state),
            ]
        }
        return """
            \(rows.isEmpty ? "<p>A last gap on a number can be closed without showing anybody's limit: each party gives a hidden number, and only where they cross or lie close is the middle proposed.</p>" : stackingTable(DataTable("Blind closings", columns: ["Closing", "Issue", "State"], rows: rows)))\
            \(when: reader.mayEditShared(Closing.register), "<p><a href=\"\(link(.add(Closing.register)))\">Begin a blind closing</a></p>")
            """
    }

    /// What each party was shown is the same for all: what was asked, proposed and told.
    private func log(_ requests: [Registered<NeutralRequest>]) -> HTML {
        let asked = requests.map { request -> [DataTable.Cell] in
            let title = request.offer.flatMap { view.terms.offers[$0]?.title }
            return [
                .text("Asked for \(request.kind.label)\(title.map { " on “\($0)”" } ?? "")"),
                .text(request.by.map { view.charter.name(of: $0) } ?? ""), .day(request.on),
                .text(request.answeredOn == nil ? "Waits" : "Answered"), .missing,
            ]
        }
        func used(_ parties: [RecordID<AllianceModel.Party>]) -> DataTable.Cell {
            parties.isEmpty ? .missing : .text(parties.map { view.charter.name(of: $0) }.enumerated(with: "and"))
        }
        let proposed = view.terms.offers.filter { $0.origin != nil && $0.audience == .everyone }.map {
            offer -> [DataTable.Cell] in
            [
                .markup(
                    "Proposed <a href=\"\(link(.offer(offer.id.text)))\" dir=\"auto\">\(offer.title)</a>: \(offer.origin?.label ?? "")"
                ),
                "Neutral", .day(offer.madeOn), "To all it concerns", used(offer.used),
            ]
        }
        let told = view.terms.notices.map { notice -> [DataTable.Cell] in
            [
                .markup(words(for: notice.record)), "Neutral", .day(notice.on), "To all",
                used(notice.used),
            ]
        }
        let rows = asked + (told + proposed).reversed()
        guard !rows.isEmpty else { return "<p>Nothing was asked or shown yet.</p>" }
        return """
            <p>Everything here is seen by all parties alike.</p>\
            \(stackingTable(DataTable("What was asked and shown", columns: ["What", "By", "On", "Answer or audience", "From secrets of"], rows: rows)))
            """
    }

    private func words(for notice: Notice) -> HTML {
        let about = notice.about.map { view.charter.name(of: $0) } ?? ""
        switch notice.kind {
        case .noProposal:
            let title = notice.offer.flatMap { view.terms.offers[$0]?.title }
            return "Has nothing to propose\(title.map { " on “\($0)”" } ?? "")"
        case .agreementZone:
            return notice.exists == true
                ? "Some package is better for all than having no agreement"
                : "No package is better for all than having no agreement"
        case .efficientPackages: return "\(notice.packages.count) packages that cannot be bettered for all"
        case .issueOrder:
            let titles = notice.order.compactMap { view.terms.issues[$0]?.title }
            return "What matters most to \(about), in order: \(titles.joined(separator: ", "))"
        case .preferences: return "The weights and values of \(about)"
        }
    }

    /// Posts `bound` and `number`.
    public func closingPage(_ closing: Registered<Closing>, _ answers: Answers = Answers()) -> HTML {
        let issue = view.terms.issues[closing.issue]
        let mine = reader.party.flatMap { party in
            view.terms.hiddenNumbers.of(party).last { $0.closing == closing.id }
        }
        let bound = FormField("bound", "We would take", error: answers.problems["bound"])
        let number = FormField(
            "number", "This number", hint: "The last one that you would accept. Others never see it.",
            error: answers.problems["number"])
        let content: HTML
        switch closing.state {
        case .met:
            let offer = closing.offer.flatMap { view.terms.offers[$0] }
            content = banner(
                "The numbers met. \(offer.map { "<a href=\"\(link(.offer($0.id.text)))\">\($0.title)</a> waits for your answer." as HTML } ?? "")",
                .good)
        case .tooFar: content = "<p>The numbers lie too far apart. Nobody learns more than that.</p>"
        case .open:
            content =
                !mayKeep(HiddenNumber.register)
                ? "<p>It waits for the numbers of all parties.\(reader.party == nil ? "" : " Somebody of \(ownName) who keeps its private records gives yours.")</p>"
                : privateFence(
                    seenBy: ownName,
                    form(
                        action: link(.closing(closing.id.text)), hidden: hidden("number"),
                        button: mine == nil ? "Give the hidden number" : "Change the hidden number",
                        cancel: link(.neutral),
                        """
                        \(choiceField(bound, [Choice("atLeast", "at least"), Choice("atMost", "at most")], selected: answers.values["bound"] ?? mine?.bound.rawValue, inOneRow: true))\
                        \(numberField(number, value: answers.values["number"] ?? mine?.number.description ?? "", unit: issue?.unit))
                        """))
        }
        return page(
            closing.title, at: .step(.terms), over: "Blind closing of \(issue?.title ?? "")",
            lead:
                "Once all have given a number: where they cross, or lie no further apart than \(closing.share.description) % of the range, the middle is proposed. Otherwise nobody learns anything.",
            crumbs: [(StepName.terms.label, link(.step(.terms))), ("The neutral", link(.neutral))],
            "\(errorSummary([bound, number], other: answers.other))\(content)")
    }
}

/// Reads a hidden number.
public struct HiddenNumberReading: Sendable {
    public let edit: Edit?
    public let problems: [String: String]

    public init(
        _ pairs: [(name: String, value: String)], closing: Registered<Closing>, view: View,
        party: RecordID<AllianceModel.Party>
    ) {
        let bound = pairs.last { $0.name == "bound" }?.value ?? ""
        let text = (pairs.last { $0.name == "number" }?.value ?? "").filter { !$0.isWhitespace }.replacing(
            ",", with: ".")
        var problems: [String: String] = [:]
        if HiddenNumber.Bound(rawValue: bound) == nil {
            problems["bound"] = "Say whether more or less is better for you."
        }
        guard let number = DecimalNumber(text), problems.isEmpty else {
            if DecimalNumber(text) == nil {
                problems["number"] = "“\(text.prefix(30))” is not a number. Give one as 12.5."
            }
            (edit, self.problems) = (nil, problems)
            return
        }
        let members: Value.Members = ["bound": .text(bound), "number": number.written]
        if let mine = view.terms.hiddenNumbers.of(party).last(where: { $0.closing == closing.id }) {
            edit = Edit(HiddenNumber.register, mine.id.text, for: .party(party), .set(members))
        } else {
            var all = members
            all["closing"] = .text(closing.id.text)
            let taken = Set(view.terms.hiddenNumbers.of(party).map(\.id.text))
            let id = (1...taken.count + 1).map { "number-\($0)" }.first { !taken.contains($0) } ?? "number"
            edit = Edit(HiddenNumber.register, id, for: .party(party), .add(all))
        }
        self.problems = [:]
    }
}

public import AllianceModel
public import Markup

extension AllianceSite {
    /// The objectives that the reader's party has not rated, in order.
    private var unrated: [Registered<Objective>] {
        guard let party = reader.party, reader.mayEditOwn(Stance.register, of: party) else { return [] }
        return view.objectives(unratedBy: party)
    }

    /// The next objective to rate; nil where all are, or the reader rates none.
    public var nextToRate: Registered<Objective>? { unrated.first }

    /// One objective as a card: whether the reader's party supports it and how much it matters. Fields: `position`, `weight`,
    /// `reason`, read with ``RatingReading``; then the server goes on to ``AllianceLink/rate``.
    public func ratePage(
        _ objective: Registered<Objective>, pairs: [(name: String, value: String)] = [], refusal: Refusal? = nil
    ) -> HTML {
        let all = Array(view.vision.objectives)
        let place = (all.firstIndex { $0.id == objective.id } ?? 0) + 1
        let stance = reader.party.flatMap { view.vision.stances.of($0).first { $0.objective == objective.id } }
        var values: [String: String] = [
            "position": stance?.position.rawValue ?? "", "weight": stance?.weight.map(String.init) ?? "",
            "reason": stance?.reason ?? "",
        ]
        for pair in pairs { values[pair.name] = pair.value }
        let problems = FormProblems(refusal?.problems ?? [], fields: Alliance.register(Stance.register)?.fields ?? [])
        var messages = problems.messages
        if values["position", default: ""].isEmpty, messages["position"] != nil {
            messages["position"] = "Choose where \(ownName) stands."
        }
        var form = PlainForm(Answers(values, problems: messages, other: problems.other))
        form.choice(
            "position", "Where does \(ownName) stand?",
            [Choice("supports", "Supports it"), Choice("neutral", "Neutral"), Choice("opposes", "Opposes it")],
            inOneRow: true)
        form.add(weightScale(values["weight"] ?? "", error: problems.messages["weight"]))
        form.add(
            more(
                "Add a reason", isOpen: !(values["reason"] ?? "").isEmpty,
                multilineField(
                    FormField("reason", "Reason", hint: "For your own people.", isRequired: false),
                    value: values["reason"] ?? "", rows: 3)))
        let measure: HTML? = objective.measure.map { measure in
            let target =
                objective.target.map {
                    ", \(objective.baseline.map { "from \($0) " } ?? "")to \($0) \(objective.unit ?? "")"
                } ?? ""
            return
                "<p class=\"quietly\" dir=\"auto\">\(measure)\(target)\(objective.due.map { ", by \($0.words)" } ?? "")</p>"
        }
        return page(
            objective.title, at: .step(.vision), window: "Rate \(place) of \(all.count)",
            over: "Objective \(place) of \(all.count)",
            lead: objective.why.map { "<span dir=\"auto\">\($0)</span>" },
            """
            \(measure)\(progress(all.count - unrated.count, of: all.count, "rated"))\
            \(privateFence(seenBy: ownName, form.markup(action: link(.rateOne(objective.id.text)), hidden: hidden(), button: "Save and go on")))\
            <p class="actions">\(skip(from: place, all))<a href="\(link(.alignment))">See the picture</a></p>
            """)
    }

    private func skip(from place: Int, _ all: [Registered<Objective>]) -> HTML {
        place < all.count ? "<a href=\"\(link(.rateOne(all[place].id.text)))\">Skip this one</a>" : ""
    }

    /// How much an objective matters, as five answers that one can pick with a thumb; the number in between can be typed.
    private func weightScale(_ value: String, error: String?) -> HTML {
        let words = [("0", "Not at all"), ("25", "A little"), ("50", "Quite"), ("75", "A lot"), ("100", "Most of all")]
        let choices = words.map { Choice($0.0, $0.1) }
        let other =
            choices.contains { $0.value == value } || value.isEmpty
            ? [] : [Choice(value, "\(quantity(value, "points")), as before")]
        return choiceField(
            FormField("weight", "How much does it matter?", error: error, isRequired: false), choices + other,
            selected: value,
            inOneRow: true)
    }

    /// What matters to the reader's party, and where all stand as far as all may know.
    public func alignmentPage() -> HTML {
        let objectives = Array(view.vision.objectives)
        guard !objectives.isEmpty else {
            return page(
                "How aligned are we?", at: .step(.vision), over: StepName.vision.label,
                lead: "There is no objective yet.",
                emptyState(
                    "Once there is an objective, each party says what it thinks of it.",
                    actions: reader.mayEditShared(Objective.register)
                        ? [("Add an objective", link(.add(Objective.register)))] : []))
        }
        let members = view.charter.members
        let accepted = objectives.count {
            Set(members.map(\.id)).isSubset(of: $0.acceptances.parties) && !members.isEmpty
        }
        let lead =
            members.count < 2
            ? "It takes two organisations to be aligned. Here \(members.first.map { "\($0.title) is the only member" } ?? "is no member yet")."
            : accepted == objectives.count
                ? "Every member has accepted every objective."
                : "\(accepted) of \(objectives.count) objectives are accepted by every member."
        return page(
            "How aligned are we?", at: .step(.vision), over: StepName.vision.label, lead: "\(lead)",
            """
            \(nextForAlignment(objectives))\(ownPicture(objectives))\
            \(section("What everyone may know", id: "shared", lead: "Acceptances are shared. Ratings are not: each party sees only its own.", sharedPicture(objectives)))
            """)
    }

    /// The one thing that brings the picture on: the reader's ratings, then the reader's acceptances, then a second organisation.
    private func nextForAlignment(_ objectives: [Registered<Objective>]) -> HTML {
        let left = unrated.count
        if let next = nextToRate {
            return nextAction(
                "\(numbered(left, "objective is", "objectives are").capitalisedFirst) not rated yet. Only \(ownName) sees its ratings.",
                button: "Rate the next one", link: link(.rateOne(next.id.text)))
        }
        guard let party = reader.party else { return "" }
        let open = objectives.filter { !$0.acceptances.parties.contains(party) }
        var accepting = Vision.Accept()
        accepting.objective = open.first?.id ?? ""
        if let first = open.first, may(.vision(.accept(accepting))) {
            return nextAction(
                "\(numbered(open.count, "objective waits", "objectives wait").capitalisedFirst) for the word of \(ownName): \(open.map { "“\($0.title)”" }.enumerated(with: "and").asSentence)",
                button: VerbWords(.vision, "accept").button,
                link: link(.verb(.vision, "accept", record: open.count == 1 ? first.id.text : nil)))
        }
        if view.charter.members.count < 2, reader.may(.edit(Edit(Person.register, "", .remove))) {
            return nextAction(
                "Your side is done. Invite the other organisation: then it says what it thinks of each objective.",
                button: "Invite somebody", link: link(.invite))
        }
        return flash("\(ownName) has rated and accepted all that is there.")
    }

    /// Who has accepted what and who is waited for; with a single member, what is missing for a picture.
    private func sharedPicture(_ objectives: [Registered<Objective>]) -> HTML {
        guard let picture = context.acceptancePicture else {
            let invited = view.charter.parties.filter { $0.standing != .member && $0.standing != .left }.map(\.title)
            return emptyState(
                invited.isEmpty
                    ? "When a second organisation is a member, you see here who has accepted what, and who is waited for."
                    : "Waiting for \(invited.enumerated(with: "and").asSentence) Once a second organisation is a member, you see here who has accepted what.",
                actions: reader.mayEditShared(AllianceModel.Party.register)
                    ? [("Look at the parties", link(.register(AllianceModel.Party.register)))] : [],
                isPrimary: false)
        }
        return "\(grid([figure(picture)]))\(awaitedWords(objectives).map { "<p>\($0)</p>" as HTML })"
    }

    /// Who has not accepted how many objectives; nil where nobody is waited for.
    private func awaitedWords(_ objectives: [Registered<Objective>]) -> String? {
        let open = view.charter.members.map { member in
            (name: member.title, count: objectives.count { !$0.acceptances.parties.contains(member.id) })
        }.filter { $0.count > 0 }
        guard let first = open.first else { return nil }
        if open.allSatisfy({ $0.count == first.count }) {
            return
                "Waiting for \(open.map(\.name).enumerated(with: "and")) on \(first.count == 1 ? "one objective" : "\(first.count) objectives")\(open.count > 1 ? " each" : "")."
        }
        return
            "Waiting for \(open.map { "\($0.name) on \($0.count)" }.enumerated(with: "and")) of the \(objectives.count) objectives."
    }

    /// The objectives by what they weigh for the reader's party, heaviest first.
    private func ownPicture(_ objectives: [Registered<Objective>]) -> HTML {
        guard let party = reader.party else { return "" }
        let stances = Dictionary(
            view.vision.stances.of(party).map { ($0.objective, $0) }, uniquingKeysWith: { first, _ in first })
        let rated = objectives.enumerated().compactMap { place, objective in
            stances[objective.id].map { (place: place, objective: objective, stance: $0) }
        }.sorted { left, right in
            let (one, other) = (left.stance.weight ?? -1, right.stance.weight ?? -1)
            return one == other ? left.place < right.place : one > other
        }
        guard let top = rated.first else { return "" }
        let opposed = rated.filter { $0.stance.position == .opposes }.map { "“\($0.objective.title)”" }
        let claim =
            (top.stance.weight == nil ? "" : "“\(top.objective.title)” matters most to \(ownName). ")
            + (opposed.isEmpty
                ? "It opposes none of those rated." : "It opposes \(opposed.enumerated(with: "and").asSentence)")
        let rows = rated.map { rating -> RecordTable.Row in
            let tone: Tone =
                switch rating.stance.position {
                case .supports: .good
                case .neutral: .neutral
                case .opposes: .bad
                }
            let weight: HTML =
                rating.stance.weight.map { weight in
                    """
                    <meter min="0" max="100" value="\(weight)" aria-label="Weight of \(rating.objective.title)"></meter> <span class="num">\(weight)</span>
                    """
                } ?? "–"
            return RecordTable.Row([
                "<a href=\"\(link(.rateOne(rating.objective.id.text)))\">\(rating.objective.title)</a>",
                tag(rating.stance.position.label.capitalisedFirst, tone), weight,
            ])
        }
        let table = recordTable(
            RecordTable("What matters to \(ownName)", columns: ["Objective", "We", "Weight, of 100"], rows: rows))
        return section(
            "What matters to us", id: "own-picture", privateFence(seenBy: ownName, "<p>\(claim)</p>\(table)"))
    }
}

extension AllianceReader {
    /// Whether the role allows editing what all see in a register.
    func mayEditShared(_ name: RegisterName) -> Bool {
        Alliance.register(name).map { mayEdit($0, for: .everyone) } ?? false
    }

    /// Whether the role allows keeping private records of a register.
    func mayEditOwn(_ name: RegisterName, of party: RecordID<AllianceModel.Party>) -> Bool {
        Alliance.register(name).map { mayEdit($0, for: .party(party)) } ?? false
    }
}

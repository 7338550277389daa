public import AllianceModel
public import Markup

/// A clause to begin with, from the library of a context, with why it is there.
public struct LibraryClause: Sendable, Hashable {
    public let id: String
    public let clause: Clause

    public init(id: String, clause: Clause) { (self.id, self.clause) = (id, clause) }

    /// Its title, with its topic where the title does not say it already.
    var label: String {
        let topic = clause.topic.label
        return clause.title.lowercased().contains(topic.lowercased()) ? clause.title : "\(clause.title) (\(topic))"
    }
}

extension AllianceSite {
    /// The clauses of a library: those that are missing to choose from, those that are there with their place.
    ///
    /// Posts `clause` (an id of the library, any number of times), `instrument` and `context`. Read with ``ClauseLibraryReading``.
    public func clauseLibraryPage(
        _ library: [LibraryClause], context libraryContext: Profile.Context, instrument: String? = nil,
        _ answers: Answers = Answers(), chosen: Set<String> = []
    ) -> HTML {
        let missing = library.filter { here($0) == nil }
        let present = library.compactMap { entry in here(entry).map { (entry, $0) } }
        let drafts = view.terms.instruments.filter { $0.inForceOn == nil }
        let field = FormField(
            "clause", "Clauses to add",
            hint: "Each comes with its heading and why it is there; you word it afterwards.",
            error: answers.problems["clause"])
        let text = FormField(
            "instrument", "Into the text",
            hint: drafts.isEmpty ? "There is no draft yet; they can join one later" : nil,
            error: answers.problems["instrument"], isRequired: false)
        let mayAdd = may(.edit(Edit(Clause.register, "x", .remove)))
        let choices = missing.map { entry in
            Choice(
                entry.id, entry.label,
                hint: [entry.clause.note, alsoHere(entry)].compactMap(\.self).joined(separator: " "))
        }
        let rows = present.map { entry, clause -> [DataTable.Cell] in
            [
                .markup(
                    "<a href=\"\(link(.record(RecordAddress(Clause.register, clause.id.text))))\" dir=\"auto\">\(clause.title)</a>"
                ),
                .text(clause.topic.label.capitalisedFirst), .markup(tag(clause.state.label.capitalisedFirst)),
                .text(clause.instrument.flatMap { view.terms.instruments[$0]?.title } ?? "no text yet"),
                .text(entry.clause.note ?? ""),
            ]
        }
        let others = Profile.Context.allCases.filter { $0 != libraryContext }.map { context -> HTML in
            "<li><a href=\"\(link(.clauseLibrary(instrument: instrument, context: context.rawValue)))\">\(context.label.capitalisedFirst)</a></li>"
        }
        return page(
            "Clause library", at: .step(.terms), over: "Clauses for: \(libraryContext.label)",
            lead: missing.isEmpty
                ? "Every clause of this library is here already."
                : "\(numbered(missing.count, "clause").capitalisedFirst) of \(library.count) not here yet. All parties see what you add.",
            crumbs: [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))],
            """
            \(errorSummary([field, text], other: answers.other))\
            \(when: mayAdd && !missing.isEmpty, form(
                action: link(.clauseLibrary()), hidden: hidden("clauses") + [("context", libraryContext.rawValue)],
                button: "Add the chosen clauses", cancel: link(.step(.terms)),
                "\(choicesField(field, choices, selected: chosen))\(selectField(text, drafts.map { Choice($0.id.text, $0.title) }, selected: instrument ?? (drafts.count == 1 ? drafts.first?.id.text : nil)))"))\
            \(when: !mayAdd, "<p>A negotiator of \(ownName) adds clauses.</p>")\
            \(when: !rows.isEmpty, section("Already here", id: "here", dataTable(DataTable("Clauses of this library that the alliance has", columns: ["Clause", "Topic", "State", "In", "Why"], rows: rows))))\
            \(section("Other libraries", id: "others", "<ul>\(others)</ul>"))
            """)
    }

    /// The clause of the alliance that an entry of the library has become.
    private func here(_ entry: LibraryClause) -> Registered<Clause>? { view.clause(from: entry) }

    /// Another clause on the same topic, in words.
    private func alsoHere(_ entry: LibraryClause) -> String? {
        let others = view.terms.clauses.filter { $0.topic == entry.clause.topic && $0.topic != .other }
        return others.first.map { "On this topic there is “\($0.title)” already." }
    }
}

extension View {
    /// The clause of the alliance that an entry of the library has become: of its topic and title.
    fileprivate func clause(from entry: LibraryClause) -> Registered<Clause>? {
        self.terms.clauses.first {
            $0.topic == entry.clause.topic && $0.title.lowercased() == entry.clause.title.lowercased()
        }
    }
}

/// Reads which clauses of the library somebody wants.
public struct ClauseLibraryReading: Sendable {
    public let changes: [Change]
    /// What is wrong, by the name of the field.
    public let problems: [String: String]
    public let chosen: Set<String>

    /// Total: what names nothing in the library, or what is there already, is left out.
    public init(_ pairs: [(name: String, value: String)], library: [LibraryClause], view: View) {
        let chosen = Set(pairs.filter { $0.name == "clause" }.map(\.value))
        self.chosen = chosen
        let instrument = pairs.last { $0.name == "instrument" }?.value ?? ""
        var problems: [String: String] = [:]
        let text = view.terms.instruments[RecordID<Instrument>(instrument)]
        if !instrument.isEmpty, text == nil || text?.inForceOn != nil {
            problems["instrument"] = "There is no such draft. Choose another text, or none."
        }
        var taken = Set(view.terms.clauses.map(\.id.text))
        let changes = library.filter { chosen.contains($0.id) && view.clause(from: $0) == nil }.map { entry -> Change in
            let id =
                (1...taken.count + 2).lazy.map { $0 == 1 ? entry.id : "\(entry.id)-\($0)" }
                .first { !taken.contains($0) } ?? entry.id
            taken.insert(id)
            var members = Value.Members()
            for (name, value) in entry.clause.members where !Self.leftOut.contains(name) {
                members.append(name, value)
            }
            if let text { members["instrument"] = .text(text.id.text) }
            return .edit(Edit(Clause.register, id, .add(members)))
        }
        if changes.isEmpty { problems["clause"] = "Choose at least one clause." }
        self.changes = problems.isEmpty ? changes : []
        self.problems = problems
    }

    /// What points into the alliance of the library, which is not this one.
    private static let leftOut: Set<String> = [
        "instrument", "issue", "option", "value", "obliged", "replaces", "owner",
    ]
}

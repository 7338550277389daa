public import AllianceModel
public import Markup

// Initialling, signing, ratifying: what exactly is consented to, on a page of its own.
extension AllianceSite {
    /// Check your answers before an act that binds. Posts `digest`, `reservation`, `signature`, `password`.
    public func actPage(_ act: Signature.Act, on instrument: Registered<Instrument>, _ answers: Answers = Answers())
        -> HTML
    {
        let text = view.text(of: instrument.id)
        let digest = text?.digest ?? ""
        let key = reader.person.flatMap { view.charter.people[$0]?.signingKey }
        func field(_ name: String, _ label: String, hint: String? = nil, isRequired: Bool = false) -> FormField {
            FormField(name, label, hint: hint, error: answers.problems[name], isRequired: isRequired)
        }
        let password = field("password", "Your password", hint: "To confirm that it is you", isRequired: true)
        let signature = field(
            "signature", "Signature by your key",
            hint:
                "Run: entente sign --key YOUR-KEY --act \(act.rawValue) --instrument \(instrument.id) --digest \(digest)",
            isRequired: true)
        let reservation = field(
            "reservation", "Reservation", hint: "What \(ownName) does not accept. Leave it empty where it accepts all.")
        guard mayDo(act, on: instrument) else { return actWithoutMandate(act, on: instrument) }
        return page(
            "\(act.imperative) “\(instrument.title)”", at: .step(.terms), over: "Check before you \(act.label)",
            lead: "By this, \(ownName) \(act.consequence). All parties see it, with your name.",
            crumbs: [
                (StepName.terms.label, link(.step(.terms))), (instrument.title, link(.instrument(instrument.id.text))),
            ],
            """
            \(errorSummary([password, signature, reservation, field("digest", "")], other: answers.other))\
            \(gaps(in: instrument))\(section("The exact text", id: "text", text.map { article($0, headingLevel: 3) } ?? ""))\
            \(summaryList([
                SummaryRow("Text", "\(instrument.title)"), SummaryRow("For", "\(ownName)"),
                SummaryRow("By", "\(reader.person.flatMap { view.charter.people[$0]?.title } ?? "")"),
                SummaryRow("Fingerprint of the text (SHA-256)", "<code>\(digest)</code>"),
            ]))\
            \(form(
                action: link(.act(instrument.id.text, act.rawValue)), hidden: hidden(act.rawValue) + [("digest", digest)],
                button: "\(act.imperative) it for \(ownName)", cancel: link(.instrument(instrument.id.text)),
                """
                \(multilineField(reservation, value: answers.values["reservation"] ?? "", rows: 2))\
                \(when: key != nil, textField(signature, value: answers.values["signature"] ?? ""))\
                \(textField(password, kind: .password, autocomplete: "current-password"))
                """))
            """)
    }

    /// Whether the reader has a mandate for the act.
    func mayDo(_ act: Signature.Act, on instrument: Registered<Instrument>) -> Bool {
        guard let party = reader.party, let person = reader.person else { return false }
        return view.terms.mandates.contains {
            $0.record.covers(act, of: person, for: party, to: instrument.id, on: day)
        }
    }

    private func actWithoutMandate(_ act: Signature.Act, on instrument: Registered<Instrument>) -> HTML {
        page(
            "\(act.imperative) “\(instrument.title)”", at: .step(.terms), over: "Not yet",
            lead: "You have no mandate to \(act.label) this text for \(ownName). A lead of \(ownName) gives one.",
            crumbs: [
                (StepName.terms.label, link(.step(.terms))), (instrument.title, link(.instrument(instrument.id.text))),
            ],
            "<p class=\"actions\"><a class=\"button\" href=\"\(link(.instrument(instrument.id.text)))\">Back to the text</a></p>"
        )
    }

    /// What a text does not say yet, for who is about to consent to it; nothing where it is whole.
    func gaps(in instrument: Registered<Instrument>) -> HTML {
        guard instrument.inForceOn == nil else { return "" }
        let open = view.openIssues(in: instrument.id).map { view.terms.issues[$0]?.title ?? $0.text }
        let unworded = view.unwordedClauses(of: instrument.id).map { "“\($0.title)”" }
        var sentences: [String] = []
        if !open.isEmpty {
            sentences.append(
                "It leaves open: \(open.enumerated(with: "and").asSentence) Agree on \(open.count == 1 ? "it" : "them") before anybody signs."
            )
        }
        if !unworded.isEmpty {
            sentences.append(
                "\(unworded.enumerated(with: "and").capitalisedFirst) \(unworded.count == 1 ? "has no words and is" : "have no words and are") no part of it."
            )
        }
        return sentences.isEmpty ? "" : banner("\(sentences.joined(separator: " "))", .warning)
    }
}

extension Signature.Act {
    /// The act as a button says it.
    var imperative: String {
        switch self {
        case .initial: "Initial"
        case .sign: "Sign"
        case .ratify: "Ratify"
        }
    }

    /// What it does to a party, after its name.
    fileprivate var consequence: String {
        switch self {
        case .initial: "says that this text is authentic and final"
        case .sign: "signs this text"
        case .ratify: "consents to be bound by this text"
        }
    }
}

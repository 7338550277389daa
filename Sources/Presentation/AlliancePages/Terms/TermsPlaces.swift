import AllianceModel
import Markup

// The pages of the terms beyond their registers, each with how it stands.
extension AllianceSite {
    /// A place to go to.
    private struct TermsPlace {
        let title: String
        let link: WebLink
        /// How it stands, in a word or two.
        var state: HTML = ""
    }

    /// Registers whose records are shown and changed on pages of their own, and not on that of the step.
    static let registersOfPages: Set<RegisterName> = [
        IssuePreference.register, Alternative.register, PackageAnswer.register, SecretAnswer.register,
        Disclosure.register, HiddenNumber.register, NeutralRequest.register, Notice.register, TextVersion.register,
    ]

    /// The pages of the talks and the texts.
    var talksPlaces: HTML { places(withNegotiation: true) }

    /// - Parameter withNegotiation: whether the page on which the talks stand is among them.
    func places(withNegotiation: Bool) -> HTML {
        // Without an issue there is nothing to talk about yet.
        let talks = view.terms.issues.isEmpty ? [] : (withNegotiation ? [negotiation] : []) + ownTalks
        let texts = view.terms.instruments.map { text in
            TermsPlace(title: text.title, link: link(.instrument(text.id.text)), state: state(of: text))
        }
        return grid(
            [
                list("Talks", talks),
                list(
                    "Texts",
                    texts + [
                        obligations, TermsPlace(title: "Add clauses from the library", link: link(.clauseLibrary())),
                    ]),
            ].compactMap(\.self))
    }

    private func list(_ title: String, _ places: [TermsPlace]) -> HTML? {
        guard !places.isEmpty else { return nil }
        let rows = places.map { place -> HTML in
            "<li><a href=\"\(place.link)\" dir=\"auto\">\(place.title)</a>\(place.state)</li>"
        }
        return "<div><h3>\(title)</h3><ul class=\"tasks\">\(rows)</ul></div>"
    }

    private var negotiation: TermsPlace {
        let offers = context.comparedOffers
        let agreed = offers.count(where: \.isAgreed)
        return TermsPlace(
            title: "Where the talks stand", link: link(.negotiation),
            state: tag(
                "\(numbered(offers.count, "offer").capitalisedFirst)\(agreed > 0 ? ", \(agreed) agreed" : "")",
                agreed > 0 ? .good : .neutral))
    }

    /// What only the reader's own party does.
    private var ownTalks: [TermsPlace] {
        let neutral = TermsPlace(title: "The neutral, and what it showed", link: link(.neutral), state: neutralState)
        guard reader.party != nil else { return [neutral] }
        let hasPreferences = view.appraisal(of: []) != nil
        let questions = TermsPlace(title: "Check them with questions on packages", link: link(.packageQuestion))
        return [
            TermsPlace(
                title: "Our preferences", link: link(.preferences),
                state: hasPreferences ? tag("Said", .good) : tag("Not said yet", .warning))
        ] + (hasPreferences ? [questions] : []) + [
            TermsPlace(
                title: may(.edit(Edit(Offer.register, "x", .remove))) ? "Make an offer, or try what if" : "Try what if",
                link: link(.packageEditor())), neutral,
        ]
    }

    private var neutralState: HTML {
        guard let party = reader.party else { return "" }
        return view.terms.disclosure.of(party).first?.neutralMayUse == true
            ? tag("May use ours", .good) : tag("May use nothing of ours")
    }

    private var obligations: TermsPlace {
        let open = view.terms.obligations.count { $0.status == .open }
        return TermsPlace(
            title: "Obligations and when they are due", link: link(.obligations),
            state: open > 0 ? tag("\(open) open") : "")
    }

    private func state(of text: Registered<Instrument>) -> HTML {
        if text.inForceOn != nil { return tag("In force", .good) }
        let signings = view.signing(of: text.record)
        let signed = signings.count { $0.state >= .signed }
        return signed == 0 ? tag("Draft") : tag("\(signed) of \(signings.count) signed", .accent)
    }
}

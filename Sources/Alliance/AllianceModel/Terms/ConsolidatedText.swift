// A text with its amendments: what holds now.
extension View {
    /// The clauses of a text that hold, with every amendment in force worked in, in the order of the text: what was struck is left out,
    /// what is new comes last. Those of a text that is not in force are its own.
    ///
    /// - Complexity: O(clauses · amendments).
    public func clausesInForce(of id: RecordID<Instrument>) -> [Registered<Clause>] {
        var clauses = self.terms.clauses.filter { $0.instrument == id && $0.state != .notRelevant }
        for amendment in amendmentsInForce(of: id) {
            for clause in self.terms.clauses where clause.instrument == amendment.id {
                // Two amendments may change the same clause: the later one changes what the earlier one put there.
                let replaced = Set(self.terms.predecessors(of: clause).dropFirst())
                let place = clauses.firstIndex { place in
                    self.terms.predecessors(of: place).contains { replaced.contains($0) }
                }
                if let place {
                    if clause.state == .notRelevant { clauses.remove(at: place) } else { clauses[place] = clause }
                } else if clause.state != .notRelevant {
                    clauses.append(clause)
                }
            }
        }
        return clauses
    }

    /// The amendments of a text that are in force, in the order in which they entered into it.
    public func amendmentsInForce(of id: RecordID<Instrument>) -> [Registered<Instrument>] {
        self.terms.instruments.filter { $0.amends == id && $0.inForceOn != nil }.enumerated().sorted {
            ($0.element.inForceOn?.number ?? 0, $0.offset) < ($1.element.inForceOn?.number ?? 0, $1.offset)
        }.map(\.element)
    }

    /// The text of an instrument with every amendment in force worked in, in the words that were signed; nil where there is none of this
    /// id.
    ///
    /// - Complexity: O(clauses · amendments + length).
    public func consolidatedText(of id: RecordID<Instrument>) -> InstrumentText? {
        guard let instrument = self.terms.instruments[id], let base = text(of: id) else { return nil }
        let amendments = amendmentsInForce(of: id)
        guard instrument.inForceOn != nil, !amendments.isEmpty else { return base }
        var sections: [RecordID<Clause>: [InstrumentText.Paragraph]] = [:]
        let (opening, own) = split(base, id)
        sections.merge(own) { first, _ in first }
        for amendment in amendments {
            guard let text = text(of: amendment.id) else { continue }
            sections.merge(split(text, amendment.id).sections) { first, _ in first }
        }
        var paragraphs = opening
        if amendments.contains(where: { !ownReviews(of: $0).isEmpty }) {
            // The reviews stand last before the clauses, and amendments change them one by one.
            let heading = InstrumentText.Paragraph(kind: .heading, text: Self.headingOfReviews)
            paragraphs.removeSubrange((paragraphs.lastIndex(of: heading) ?? paragraphs.endIndex)...)
            let reviews = reviewsInForce(of: id)
            if !reviews.isEmpty { paragraphs.append(heading) }
            paragraphs += reviews.map { .init(kind: .body, text: words(for: $0, replacing: false)) }
        }
        for clause in clausesInForce(of: id) {
            guard var section = sections[clause.id] else {
                // Its heading was numbered anew after it was signed: it is worded from the record.
                paragraphs += text(of: instrument, clauses: [clause]).paragraphs.filter { $0.clause == clause.id }
                continue
            }
            if clause.instrument != id, section.count > 1, section[1].text == words(forReplacing: clause) {
                section.remove(at: 1)
            }
            paragraphs += section
        }
        return InstrumentText(paragraphs: paragraphs)
    }

    /// What stands before the clauses of a text, and the paragraphs of each of its clauses, by their headings in their order.
    private func split(
        _ text: InstrumentText, _ id: RecordID<Instrument>
    ) -> (opening: [InstrumentText.Paragraph], sections: [RecordID<Clause>: [InstrumentText.Paragraph]]) {
        let headings = text.paragraphs.indices.filter { text.paragraphs[$0].kind == .heading }
        var rest = ownClauses(of: id)[...]
        var sections: [RecordID<Clause>: [InstrumentText.Paragraph]] = [:]
        var opening = headings.first ?? text.paragraphs.count
        for (place, start) in headings.enumerated() {
            let end = place + 1 < headings.count ? headings[place + 1] : text.paragraphs.count
            let heading = text.paragraphs[start].text
            // The last headings are those of the clauses; definitions come before them.
            if sections.isEmpty, headings.count - place > rest.count {
                opening = end
            } else if let clause = rest.first(where: { $0.heading == heading }) {
                rest = rest.drop { $0.id != clause.id }.dropFirst()
                sections[clause.id] = text.paragraphs[start..<end].map {
                    InstrumentText.Paragraph(kind: $0.kind, text: $0.text, clause: clause.id)
                }
            }
        }
        return (Array(text.paragraphs[..<opening]), sections)
    }
}

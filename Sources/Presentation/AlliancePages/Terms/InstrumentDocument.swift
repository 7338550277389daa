public import AllianceModel
public import Markup

/// The exact text of an instrument as HTML, paragraph by paragraph; headings begin at a level that fits the page.
public func article(_ text: InstrumentText, headingLevel: Int = 2) -> HTML {
    let paragraphs = text.paragraphs.map { paragraph -> HTML in
        let lines = paragraph.text.split(separator: "\n", omittingEmptySubsequences: false).map { HTML(text: $0) }
        let content = lines.joined(separator: "<br>")
        return switch (paragraph.kind, headingLevel) {
        case (.title, 3...): "<h3>\(content)</h3>"
        case (.title, _): "<h2>\(content)</h2>"
        case (.heading, 3...): "<h4>\(content)</h4>"
        case (.heading, _): "<h3>\(content)</h3>"
        case (.body, _): "<p>\(content)</p>"
        }
    }
    return "<article dir=\"auto\">\(paragraphs)</article>"
}

/// What differs between two texts, word by word: struck and underlined, and said in words for who hears it.
public func trackedChanges(_ changes: [WordChange]) -> HTML {
    func lines(_ text: String) -> HTML {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> HTML in
            // Headings are marked in the text that is hashed; people see them bold.
            guard line.hasPrefix("# ") || line.hasPrefix("## ") else { return HTML(text: line) }
            return "<b>\(String(line.drop { $0 == "#" }.dropFirst()))</b>"
        }.joined(separator: "<br>")
    }
    let pieces = zip(changes, changes.dropFirst().map { Optional($0) } + [nil]).map { change, next -> HTML in
        // Words that take the place of others stand behind them, on the same line.
        if case .removed(let text) = change, case .added(let added)? = next, added.hasSuffix("\n") {
            return "<del>\(lines(String(text.reversed().drop { $0 == "\n" }.reversed())))</del> "
        }
        return switch change {
        case .kept(let text): lines(text)
        case .removed(let text): "<del>\(lines(text))</del>"
        case .added(let text): "<ins>\(lines(text))</ins>"
        }
    }
    return "<div dir=\"auto\">\(pieces)</div>"
}

extension PageContext {
    /// An instrument as one document that needs nothing else and prints well; nil where there is none of this id.
    public func instrumentDocument(_ id: RecordID<Instrument>) -> HTML? {
        guard let instrument = view.terms.instruments[id], let text = view.text(of: id) else { return nil }
        let acts = instrument.signatures.filter(\.holds).map { signature -> [DataTable.Cell] in
            let person = signature.person.flatMap { view.charter.people[$0]?.title } ?? ""
            return [
                .text(view.charter.name(of: signature.party)), .text(signature.act.done), .text(person),
                .day(signature.on), .text(signature.reservation ?? ""),
            ]
        }
        var table = DataTable("Signatures", columns: ["Party", "Act", "By", "On", "Reservation"], rows: acts)
        table.isWhole = true
        let signatures: HTML = acts.isEmpty ? "<p>Nobody has signed it yet.</p>" : dataTable(table)
        return report(
            Page(
                title: instrument.title, place: name,
                lead: "Fingerprint of the exact text (SHA-256): <code>\(text.digest)</code>",
                content: "\(article(text))<section><h2>Signatures</h2>\(signatures)</section>",
                footer: "<p>The text as it stood on \(day.words).</p>"))
    }
}

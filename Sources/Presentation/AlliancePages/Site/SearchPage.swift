import AllianceModel
public import Markup

extension AllianceSite {
    /// The records that hold all words of a search, best first: in the title, then in any text.
    ///
    /// - Complexity: O(text of all records that the reader may see).
    public func searchPage(_ words: String) -> HTML {
        let wanted = wantedWords(words)
        let field: HTML = """
            <search><form action="\(link(.search()))" class="big-find"><label for="words">Search in titles and texts</label>\
            <input id="words" type="search" name="q" value="\(words)" autocomplete="off" dir="auto"><button>Search</button></form></search>
            """
        guard !wanted.isEmpty else {
            return page("Search", lead: "Everything that you may see in this alliance.", field)
        }
        let hits = hits(for: wanted)
        let items = hits.prefix(50).map { hit -> HTML in
            let noun = Alliance.register(hit.record.register)?.noun ?? ""
            let privacy: HTML? = privacyWords(hit.record.audience).map { tag($0, .warning) }
            return """
                <li><span class="quietly">\(noun.capitalisedFirst), \(hit.record.register.step.shortLabel)</span> \(privacy)<br>\
                <a href="\(link(.record(RecordAddress(hit.record))))" dir="auto">\(title(of: hit.record))</a>\
                \(when: !hit.excerpt.isEmpty, "<p class=\"quietly\" dir=\"auto\">\(hit.excerpt)</p>")</li>
                """
        }
        return page(
            "Search",
            lead: hits.isEmpty
                ? "Nothing that you may see holds “\(words)”."
                : "\(numbered(hits.count, "record holds", "records hold").capitalisedFirst) “\(words)”.",
            """
            \(field)\(when: !items.isEmpty, "<ol class=\"hits\">\(items)</ol>")\
            \(when: hits.count > 50, "<p>The first 50 are shown. Add a word to find less.</p>")\
            \(when: items.isEmpty, "<p>Try fewer or shorter words.</p>")
            """)
    }

    private struct Hit {
        let record: UntypedRecord
        let excerpt: String
        let weight: Int
    }

    private func wantedWords(_ words: String) -> [String] {
        words.lowercased().split(whereSeparator: \.isWhitespace).prefix(8).map(String.init)
    }

    /// Those of the records of a register that hold all words, in their order.
    func records(_ all: [UntypedRecord], of register: RegisterDescription, holding words: String) -> [UntypedRecord] {
        let wanted = wantedWords(words)
        return wanted.isEmpty ? all : all.filter { hit($0, of: register, for: wanted) != nil }
    }

    /// Where a record holds all words; nil where it does not.
    private func hit(_ record: UntypedRecord, of register: RegisterDescription, for words: [String]) -> Hit? {
        let title = self.title(of: record).lowercased()
        if words.allSatisfy(title.contains) {
            return Hit(record: record, excerpt: "", weight: title.hasPrefix(words[0]) ? 3 : 2)
        }
        let texts = record.members.map { view.words(for: $0.1, register.kind(of: $0.0)) }
        let all = texts.joined(separator: "\n").lowercased() + "\n" + title + "\n" + record.id
        guard words.allSatisfy(all.contains) else { return nil }
        let text = texts.first { $0.lowercased().contains(words[0]) } ?? ""
        return Hit(record: record, excerpt: text.count > 160 ? text.prefix(160) + "…" : text, weight: 1)
    }

    private func hits(for words: [String]) -> [Hit] {
        let hits = Alliance.registers.flatMap { register in
            view.records(of: register).compactMap { hit($0, of: register, for: words) }
        }
        return hits.enumerated().sorted {
            $0.element.weight == $1.element.weight ? $0.offset < $1.offset : $0.element.weight > $1.element.weight
        }.map(\.element)
    }
}

extension RegisterDescription {
    fileprivate func kind(of key: String) -> FieldKind { fields.first { $0.key == key }?.kind ?? .text() }
}

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
                <a href="\(link(.record(RecordAddress(hit.record))))" dir="auto">\(marked(title(of: hit.record), wanted))</a>\
                \(when: !hit.excerpt.isEmpty, "<p class=\"quietly\" dir=\"auto\">\(marked(excerpt(of: hit.excerpt, around: wanted), wanted))</p>")</li>
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
        /// The text in which the first word stands; empty where the title holds all of them.
        let excerpt: String
        let weight: Int
    }

    private func wantedWords(_ words: String) -> [String] {
        FoldedText.of(words).split(whereSeparator: \.isWhitespace).prefix(8).map(String.init)
    }

    /// Those of the records of a register that hold all words, in their order.
    func records(_ all: [UntypedRecord], of register: RegisterDescription, holding words: String) -> [UntypedRecord] {
        let wanted = wantedWords(words)
        return wanted.isEmpty ? all : all.filter { hit($0, of: register, for: wanted) != nil }
    }

    /// Where a record holds all words; nil where it does not.
    private func hit(_ record: UntypedRecord, of register: RegisterDescription, for words: [String]) -> Hit? {
        let title = FoldedText.of(self.title(of: record))
        if words.allSatisfy(title.contains) {
            return Hit(record: record, excerpt: "", weight: title.hasPrefix(words[0]) ? 3 : 2)
        }
        let texts = record.members.map { view.words(for: $0.1, register.kind(of: $0.0)) }
        let all = FoldedText.of(texts.joined(separator: "\n")) + "\n" + title + "\n" + record.id
        guard words.allSatisfy(all.contains) else { return nil }
        let text = texts.first { FoldedText.of($0).contains(words[0]) } ?? ""
        return Hit(record: record, excerpt: text, weight: 1)
    }

    /// Of a long text, what stands around the first word that was found.
    private func excerpt(of text: String, around words: [String]) -> String {
        let (most, before) = (160, 60)
        guard text.count > most else { return text }
        let found = FoldedText.ranges(of: words, in: text).first?.lowerBound ?? text.startIndex
        var start = text.index(found, offsetBy: -before, limitedBy: text.startIndex) ?? text.startIndex
        // Not in the middle of a word.
        if start != text.startIndex { start = text[start..<found].firstIndex(where: \.isWhitespace) ?? start }
        let piece = text[start...].drop(while: \.isWhitespace)
        return (start == text.startIndex ? "" : "… ") + piece.prefix(most) + (piece.count > most ? "…" : "")
    }

    /// A text in which the words that were found stand out.
    private func marked(_ text: String, _ words: [String]) -> HTML {
        var html: HTML = ""
        var end = text.startIndex
        for range in FoldedText.ranges(of: words, in: text) {
            html = "\(html)\(String(text[end..<range.lowerBound]))<mark>\(String(text[range]))</mark>"
            end = range.upperBound
        }
        return "\(html)\(String(text[end...]))"
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

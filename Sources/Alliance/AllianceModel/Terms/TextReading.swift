/// A text that came back from a word processor, held against the instrument from which it was exported.
public struct TextReading: Sendable {
    /// A clause whose wording came back changed.
    public struct ProposedEdit: Sendable {
        public let clause: RecordID<Clause>
        public let title: String
        public let changes: [WordChange]
        /// The wording to propose: parameters stand again where their words came back as they were.
        public let text: String
        /// Parameters whose words were changed by hand: the option or number should change instead.
        public let overwritten: [RecordID<Issue>]
    }

    public let edits: [ProposedEdit]
    /// Clauses whose heading did not come back.
    public let missing: [RecordID<Clause>]
    /// Sections that came back and belong to no clause, by heading.
    public let unknown: [(heading: String, text: String)]

    /// The proposed edits as changes that a negotiator submits.
    public var proposals: [Change] {
        edits.map { .edit(Edit(Clause.register, $0.clause.text, .set(["text": .text($0.text)]))) }
    }
}

extension View {
    /// Compares a text that came back, section by section, with the clauses of an instrument; nil where there is none of this id.
    ///
    /// A section belongs to the clause with its heading. Where blanks alone differ nothing is proposed.
    /// - Complexity: O(clauses + length · differences).
    public func reading(of id: RecordID<Instrument>, markdown: String) -> TextReading? {
        guard self.terms.instruments[id] != nil else { return nil }
        var sections = Markdown.sections(of: markdown)
        let agreed = agreedPackage
        var edits: [TextReading.ProposedEdit] = []
        var missing: [RecordID<Clause>] = []
        for clause in self.terms.clauses where clause.instrument == id && clause.state != .notRelevant {
            let heading = Markdown.plain([clause.number, clause.title].compactMap(\.self).joined(separator: " "))
            guard let place = sections.firstIndex(where: { Markdown.plain($0.heading) == heading }) else {
                // What was never worded did not go out.
                if clause.record.isWorded { missing.append(clause.id) }
                continue
            }
            let section = sections.remove(at: place)
            let parts = wording(of: clause.record, agreed: agreed)
            let before = parts.map(\.text).joined()
            guard Markdown.plain(before) != Markdown.plain(section.text) else { continue }
            var text = section.text.reduce(into: "") { text, letter in
                text += letter == "{" || letter == "}" ? "\(letter)\(letter)" : "\(letter)"
            }
            var overwritten: [RecordID<Issue>] = []
            for part in parts {
                guard let issue = part.issue else { continue }
                if let range = text.firstRange(of: part.text) {
                    text.replaceSubrange(range, with: "{\(issue)}")
                } else {
                    overwritten.append(issue)
                }
            }
            edits.append(
                TextReading.ProposedEdit(
                    clause: clause.id, title: clause.title, changes: wordChanges(from: before, to: section.text),
                    text: text, overwritten: overwritten))
        }
        let own = Set(text(of: id)?.paragraphs.filter { $0.kind == .heading }.map { Markdown.plain($0.text) } ?? [])
        return TextReading(
            edits: edits, missing: missing, unknown: sections.filter { !own.contains(Markdown.plain($0.heading)) })
    }
}

extension WordedPart {
    fileprivate var issue: RecordID<Issue>? {
        switch self {
        case .words: nil
        case .bound(let issue, _), .open(let issue, _): issue
        }
    }
}

/// The little CommonMark that texts come back in: headings, paragraphs, hard line breaks and escapes.
enum Markdown {
    /// The sections under headings of the second level or deeper, with their paragraphs.
    static func sections(of markdown: String) -> [(heading: String, text: String)] {
        var sections: [(heading: String, lines: [String])] = []
        for line in markdown.withLineFeeds.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let level = line.prefix { $0 == "#" }.count
            if level > 0, line.dropFirst(level).first?.isWhitespace == true {
                let title = unescaped(trimmed(line.dropFirst(level)))
                if level == 1 { sections.append(("", [])) } else { sections.append((title, [])) }
            } else if !sections.isEmpty {
                var text = line
                if text.hasSuffix("\\") { text.removeLast() }
                sections[sections.count - 1].lines.append(unescaped(trimmed(text)))
            }
        }
        return sections.filter { !$0.heading.isEmpty }.map { heading, lines in
            (heading, trimmed(lines.joined(separator: "\n")))
        }
    }

    /// Without the backslashes before ASCII punctuation (CommonMark 0.31, section 2.4).
    private static func unescaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\\", let next = rest.first, next.isASCII, next.properties.isPatternSyntax || next == "_" {
                result.append(next)
                rest.removeFirst()
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// A text with every run of blanks as one: what people read.
    static func plain(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// The exact text of an instrument, paragraph by paragraph: what is shown, exported, hashed and signed.
public struct InstrumentText: Hashable, Sendable {
    public struct Paragraph: Hashable, Sendable {
        public let kind: Kind
        public let text: String
        /// The clause from which it comes; nil for title, parties, preamble and definitions.
        public let clause: RecordID<Clause>?

        init(kind: Kind, text: String, clause: RecordID<Clause>? = nil) {
            (self.kind, self.text, self.clause) = (kind, text, clause)
        }

        /// Reads ``canonical`` back.
        init(canonical: String) {
            if canonical.hasPrefix("## ") {
                self.init(kind: .heading, text: String(canonical.dropFirst(3)))
            } else if canonical.hasPrefix("# ") {
                self.init(kind: .title, text: String(canonical.dropFirst(2)))
            } else {
                self.init(kind: .body, text: canonical.hasPrefix("\\#") ? String(canonical.dropFirst()) : canonical)
            }
        }

        /// The paragraph with a mark for what it is, so that a heading and a sentence are never the same text.
        public var canonical: String {
            switch kind {
            case .title: "# \(text)"
            case .heading: "## \(text)"
            case .body: text.hasPrefix("#") ? "\\\(text)" : text
            }
        }
    }

    public enum Kind: String, Hashable, Sendable {
        case title, heading, body
    }

    public let paragraphs: [Paragraph]

    /// The text that is hashed: one paragraph after the other, with an empty line between them, in UTF-8.
    public var canonical: String { paragraphs.map(\.canonical).joined(separator: "\n\n") + "\n" }

    /// SHA-256 of ``canonical``, as 64 hexadecimal digits.
    public var digest: String { TextDigest.of(canonical) }

    /// As CommonMark. Characters with a meaning there are escaped, so that a reader sees the exact text.
    public var markdown: String {
        paragraphs.map { paragraph in
            let escaped = Self.escaped(paragraph.text)
            return switch paragraph.kind {
            case .title: "# \(escaped)"
            case .heading: "## \(escaped)"
            case .body: escaped
            }
        }.joined(separator: "\n\n") + "\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        // With how many digits the line begins, as far as it was read; nil once anything else stands there.
        var digits: Int? = 0
        for character in text {
            let beginsList = digits == 0 ? "+-=".contains(character) : digits != nil && ".)".contains(character)
            if "\\`*_[]<>#~|&".contains(character) || beginsList { result.append("\\") }
            if character == "\n" {
                // Lines of a paragraph stay lines.
                result.append(result.hasSuffix("\n\n") || result.hasSuffix("\n") ? "\n" : "\\\n")
            } else {
                result.append(character)
            }
            digits =
                character == "\n" ? 0 : character.isASCII && character.isNumber ? digits.map { $0 + 1 } : nil
        }
        return result
    }
}

extension View {
    /// The exact text of an instrument as it stands; nil where there is none of this id.
    ///
    /// Made of shared records alone, so that every party reads, hashes and signs the same.
    /// - Complexity: O(clauses + length).
    public func text(of id: RecordID<Instrument>) -> InstrumentText? {
        guard let instrument = self.terms.instruments[id] else { return nil }
        if instrument.inForceOn != nil, let signed = signedText(of: instrument) { return signed }
        return text(of: instrument, clauses: ownClauses(of: id))
    }

    /// The clauses that stand in a text itself, also those that strike what stands in another.
    func ownClauses(of id: RecordID<Instrument>) -> [Registered<Clause>] {
        self.terms.clauses.filter { $0.instrument == id && ($0.state != .notRelevant || $0.replaces != nil) }
    }

    /// What is in force is what was signed, whatever happens to options and definitions afterwards.
    private func signedText(of instrument: Registered<Instrument>) -> InstrumentText? {
        let signed = Set(instrument.signatures.filter { $0.holds && $0.act > .initial }.compactMap(\.digest))
        let version = Array(self.terms.versions).last {
            $0.instrument == instrument.id && $0.digest.map(signed.contains) == true
        }
        return version.map { InstrumentText(paragraphs: $0.paragraphs.map(InstrumentText.Paragraph.init(canonical:))) }
    }

    func text(of instrument: Registered<Instrument>, clauses: [Registered<Clause>]) -> InstrumentText {
        var paragraphs: [InstrumentText.Paragraph] = []
        func add(_ kind: InstrumentText.Kind, _ text: String, _ clause: RecordID<Clause>? = nil) {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { trimmed($0) }
            for block in lines.split(separator: "").map({ $0.joined(separator: "\n") }) {
                paragraphs.append(.init(kind: kind, text: block, clause: clause))
            }
        }
        add(.title, instrument.title)
        let names = signatories(of: instrument.record).map { self.charter.name(of: $0) }
        let kind = instrument.kind.label
        add(
            .body,
            "\(kind.prefix(1).uppercased())\(kind.dropFirst()), \(instrument.nature.label)\(names.isEmpty ? "" : ", between \(names.joined(separator: "; "))")"
        )
        if let amended = self.terms.instruments[instrument.amends] { add(.body, "Amends: \(amended.title)") }
        let term = [
            instrument.startsOn.map { "from \($0.description)" }, instrument.endsOn.map { "to \($0.description)" },
            instrument.isIndefinite ? "without end" : nil,
        ].compactMap(\.self)
        if !term.isEmpty { add(.body, "Term: \(term.joined(separator: " "))") }
        if let text = instrument.text { add(.body, text) }
        let definitions = self.terms.definitions.filter { $0.instrument == nil || $0.instrument == instrument.id }
        if !definitions.isEmpty {
            add(.heading, "Definitions")
            for definition in definitions { add(.body, "“\(definition.term)” means \(definition.meaning)") }
        }
        let reviews = ownReviews(of: instrument)
        if !reviews.isEmpty {
            add(.heading, Self.headingOfReviews)
            for review in reviews { add(.body, words(for: review)) }
        }
        let agreed = agreedPackage
        for clause in clauses {
            let replacing = clause.instrument == instrument.id ? words(forReplacing: clause) : nil
            // A heading alone says nothing that anybody could sign.
            if replacing == nil, !clause.record.isWorded { continue }
            add(.heading, clause.heading, clause.id)
            if let replacing { add(.body, replacing, clause.id) }
            if clause.state == .notRelevant { continue }
            add(.body, wording(of: clause.record, agreed: agreed).map(\.text).joined(), clause.id)
        }
        return InstrumentText(paragraphs: paragraphs)
    }

    /// The clauses of a text that have no words yet: they are no part of it, and of nothing that is signed.
    public func unwordedClauses(of id: RecordID<Instrument>) -> [Registered<Clause>] {
        ownClauses(of: id).filter { !$0.record.isWorded && words(forReplacing: $0) == nil }
    }

    /// The issues that a text names and that nobody has settled: it says “open” in their place.
    ///
    /// - Complexity: O(clauses + length).
    public func openIssues(in id: RecordID<Instrument>) -> [RecordID<Issue>] {
        let agreed = agreedPackage
        var open: [RecordID<Issue>] = []
        for clause in ownClauses(of: id) where clause.state != .notRelevant {
            for case .open(let issue, _) in wording(of: clause.record, agreed: agreed) where !open.contains(issue) {
                open.append(issue)
            }
        }
        return open
    }

    /// What a clause of an amendment says of the one that it replaces; nil where it replaces none.
    func words(forReplacing clause: Registered<Clause>) -> String? {
        clause.replaces.flatMap { self.terms.clauses[$0] }.map { replaced in
            "\(clause.state == .notRelevant ? "Is struck" : "In place of"): \(replaced.heading)"
        }
    }
}

extension Clause {
    /// Number and title, as they stand over its wording.
    public var heading: String { [number, title].compactMap(\.self).joined(separator: " ") }

    /// Whether it has words of its own, beside its heading.
    public var isWorded: Bool { text.map { !trimmed($0).isEmpty } ?? false }
}

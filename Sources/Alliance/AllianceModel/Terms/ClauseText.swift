/// The wording of a clause, cut where it takes a parameter: `{fee}` stands for what is agreed on the issue `fee`.
///
/// `{{` and `}}` are braces themselves. A brace that opens no parameter stays as it is, so that no text is refused.
public struct ClauseText: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        case words(String)
        case parameter(RecordID<Issue>)
    }

    public let parts: [Part]

    /// The most characters that an id has: no closing brace is looked for beyond.
    private static let longestParameter = 64

    /// - Complexity: O(length).
    public init(_ text: String) {
        var parts: [Part] = []
        var words = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            if character == "{" || character == "}", rest.first == character {
                words.append(character)
                rest.removeFirst()
            } else if character == "{", let end = rest.prefix(Self.longestParameter + 1).firstIndex(of: "}"),
                isIdentifier(String(rest[..<end]))
            {
                if !words.isEmpty { parts.append(.words(words)) }
                words = ""
                parts.append(.parameter(RecordID(String(rest[..<end]))))
                rest = rest[rest.index(after: end)...]
            } else {
                words.append(character)
            }
        }
        if !words.isEmpty { parts.append(.words(words)) }
        self.parts = parts
    }

    /// The issues whose settlement the wording takes.
    public var parameters: [RecordID<Issue>] {
        parts.compactMap { if case .parameter(let issue) = $0 { issue } else { nil } }
    }
}

/// A piece of a clause as it reads now.
public enum WordedPart: Hashable, Sendable {
    case words(String)
    /// What is agreed on an issue, in the words of its option or as a number with its unit.
    case bound(RecordID<Issue>, String)
    /// An issue on which nothing is agreed yet, by its title.
    case open(RecordID<Issue>, String)

    /// As it stands in the exact text; an open issue in square brackets, as drafts have it.
    public var text: String {
        switch self {
        case .words(let text), .bound(_, let text): text
        case .open(_, let title): "[\(title): open]"
        }
    }
}

extension View {
    /// The wording of a clause with its parameters filled in: by the clause's own option or number, or else by what was agreed.
    ///
    /// - Complexity: O(length + offers · settlements).
    public func wording(of clause: Clause) -> [WordedPart] { wording(of: clause, agreed: agreedPackage) }

    func wording(of clause: Clause, agreed: [RecordID<Issue>: Settlement]) -> [WordedPart] {
        let own = clause.settlement
        let ownIssue = own.flatMap(self.terms.issue)
        return ClauseText(clause.text ?? "").parts.map { part in
            switch part {
            case .words(let words): return .words(words)
            case .parameter(let id):
                guard let issue = self.terms.issues[id] else { return .words("{\(id)}") }
                guard let settlement = ownIssue == id ? own : agreed[id] else { return .open(id, issue.title) }
                return .bound(id, words(for: settlement, of: issue.record))
            }
        }
    }

    private func words(for settlement: Settlement, of issue: Issue) -> String {
        if let option = settlement.option.flatMap({ self.terms.options[$0] }) { return option.wording ?? option.title }
        return settlement.value.map { quantity($0.description, issue.unit) } ?? ""
    }

    /// What a clause that was worded by hand says otherwise than agreed.
    public enum Departure: Hashable, Sendable {
        /// It names a parameter of no issue.
        case unknownParameter(RecordID<Issue>)
        /// Its wording contains neither the parameter nor the words of what was agreed.
        case notSaid(Settlement)
        /// Its wording contains the words of another option.
        case saysOther(Settlement, instead: String)
    }

    /// Where the wording of a clause departs from what it settles; empty where it follows.
    ///
    /// - Complexity: O(length · options of its issue).
    public func departures(of clause: Clause) -> [Departure] {
        guard let text = clause.text else { return [] }
        let parsed = ClauseText(text)
        var departures = parsed.parameters.filter { self.terms.issues[$0] == nil }.map {
            Departure.unknownParameter($0)
        }
        guard let id = clause.settlement.flatMap(self.terms.issue) ?? clause.issue, let issue = self.terms.issues[id],
            let settlement = clause.settlement ?? agreedPackage[id], !parsed.parameters.contains(id)
        else { return departures }
        if says(text, words(for: settlement, of: issue.record)) { return departures }
        let others = self.terms.options.filter { $0.issue == id && $0.id != settlement.option }
        let other = others.map { $0.wording ?? $0.title }.first { says(text, $0) }
        departures.append(other.map { .saysOther(settlement, instead: $0) } ?? .notSaid(settlement))
        return departures
    }

    private func says(_ text: String, _ words: String) -> Bool { !phrases([words.lowercased()], in: text).isEmpty }
}

/// How far a step, a gate or an item is, in the words that every page uses.
public enum Status: Sendable, Hashable {
    case notStarted, inProgress, needsYou, done
    /// Waits for the organisation of this name.
    case waiting(for: String)
    case cannotStart

    public var words: String {
        switch self {
        case .notStarted: "Not started"
        case .inProgress: "In progress"
        case .needsYou: "Needs you"
        case .done: "Done"
        case .waiting(let name): "Waiting for \(name)"
        case .cannotStart: "Cannot start yet"
        }
    }

    public var tone: Tone {
        switch self {
        case .notStarted, .cannotStart: .neutral
        case .inProgress: .accent
        case .needsYou: .bad
        case .waiting: .warning
        case .done: .good
        }
    }

    /// The strokes of its symbol in a box of 12 by 12 units; no two statuses share a shape.
    var symbol: String {
        switch self {
        case .notStarted: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9"
        case .inProgress: "M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6M6 5.2a.8.8 0 1 1 0 1.6a.8.8 0 1 1 0-1.6"
        case .needsYou: "M6 1.2v5.3M6 10.4v.2"
        case .done: "M1.5 6.5l3 3l6-7"
        case .waiting: "M2.5 1.2h7l-7 9.6h7z"
        case .cannotStart: "M1.5 6h9"
        }
    }
}

/// The status as a tag: symbol, words and colour.
public func statusTag(_ status: Status) -> HTML {
    tag(status.words, status.tone, symbol: status.symbol)
}

/// A word with a tinted ground, such as a severity.
public func tag(_ words: String, _ tone: Tone = .neutral) -> HTML { tag(words, tone, symbol: nil) }

private func tag(_ words: String, _ tone: Tone, symbol: String?) -> HTML {
    let picture: HTML? = symbol.map { "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"\($0)\"/></svg>" }
    return "<span class=\"tag \(tone.name)\">\(picture)\(words)</span>"
}

/// What a coloured thing means. Words beside it always say the same.
public enum Tone: Sendable, Hashable, CaseIterable {
    case neutral, accent, good, warning, bad

    /// The class of tags, banners and cards.
    public var name: String {
        switch self {
        case .neutral: ""
        case .accent: "acc"
        case .good: "ok"
        case .warning: "warn"
        case .bad: "bad"
        }
    }

    /// The classes of a filled cell, of the strokes on it and of words in a picture.
    var cell: String { self == .neutral ? "knone" : "k" + name }
    var stroke: String { self == .neutral ? "inone" : "i" + name }
    var word: String { self == .neutral ? "muted" : "t" + name }
}

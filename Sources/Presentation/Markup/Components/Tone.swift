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

    /// The class of a tile.
    var cell: String { self == .neutral ? "knone" : "k" + name }
}

/// A place of the terms step that has a page of its own.
public enum TermsLink: Hashable, Sendable {
    case negotiation
    case preferences
    case packageQuestion
    /// - Parameter offer: the offer with whose package the editor begins.
    case packageEditor(from: String? = nil)
    case appraisal
    case offer(String)
    case neutral
    case closing(String)
    /// - Parameter version: the version from which changes are shown.
    case instrument(String, since: String? = nil)
    case instrumentFile(String, TextFormat)
    case act(String, String)
    case obligations

    var filled: (route: SiteRoute, values: [String]) {
        switch self {
        case .negotiation: (.negotiation, [])
        case .preferences: (.preferences, [])
        case .packageQuestion: (.packageQuestion, [])
        case .packageEditor: (.packageEditor, [])
        case .appraisal: (.appraisal, [])
        case .offer(let offer): (.offer, [offer])
        case .neutral: (.neutral, [])
        case .closing(let closing): (.closing, [closing])
        case .instrument(let instrument, _): (.instrument, [instrument])
        case .instrumentFile(let instrument, let format): (.instrumentFile, [instrument, format.rawValue])
        case .act(let instrument, let act): (.act, [instrument, act])
        case .obligations: (.obligations, [])
        }
    }

    var query: [(name: String, value: String)] {
        switch self {
        case .packageEditor(let offer?): [("from", offer)]
        case .instrument(_, let version?): [("since", version)]
        default: []
        }
    }

    /// A form in which a text leaves the site.
    public enum TextFormat: String, CaseIterable, Sendable {
        case html
        case markdown = "md"
    }
}

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
    /// A text that came back from a word processor.
    case returnedText(String)
    case applyReturnedText(String)
    case act(String, String)
    case obligations
    /// Clauses to begin with.
    ///
    /// - Parameters:
    ///   - instrument: the text into which they go.
    ///   - context: whose library is shown; that of the alliance where none is named.
    case clauseLibrary(instrument: String? = nil, context: String? = nil)
    /// The weights that answers on packages narrow down.
    case weights

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
        case .returnedText(let instrument): (.returnedText, [instrument])
        case .applyReturnedText(let instrument): (.applyReturnedText, [instrument])
        case .act(let instrument, let act): (.act, [instrument, act])
        case .obligations: (.obligations, [])
        case .clauseLibrary: (.clauseLibrary, [])
        case .weights: (.weights, [])
        }
    }

    var query: [(name: String, value: String)] {
        switch self {
        case .packageEditor(let offer?): [("from", offer)]
        case .instrument(_, let version?): [("since", version)]
        case .clauseLibrary(let instrument, let context):
            (instrument.map { [("instrument", $0)] } ?? []) + (context.map { [("context", $0)] } ?? [])
        default: []
        }
    }

    /// A form in which a text leaves the site.
    public enum TextFormat: String, CaseIterable, Sendable {
        case html
        case markdown = "md"
        /// Of word processors, through Pandoc.
        case docx
    }
}

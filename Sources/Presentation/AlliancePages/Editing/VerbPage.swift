public import AllianceModel
public import Markup

// What people do beyond edits, as small forms.
extension AllianceSite {
    public func verbPage(_ form: VerbForm) -> HTML { page("verbPage", "") }
    /// One question after the other on one page. Fields: `rating.<question>`. Without a token the reader has answered, or may not.
    public func surveyPage(_ round: Registered<SurveyRound>, token: String?, _ answers: Answers = Answers()) -> HTML {
        page("surveyPage", "")
    }
}

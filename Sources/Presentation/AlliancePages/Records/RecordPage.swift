public import AllianceModel
public import Markup

// One record with its history and its discussion.
extension AllianceSite {
    /// Discussion: fields `text`, and `audience` (`everyone` or `party`).
    public func recordPage(
        _ record: UntypedRecord, history: [HistoryItem], remarks: [DiscussionRemark], _ answers: Answers = Answers()
    ) -> HTML { page("recordPage", "") }
}

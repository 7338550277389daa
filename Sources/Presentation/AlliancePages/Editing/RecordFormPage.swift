public import AllianceModel
public import Markup

// Adding and editing a record.
extension AllianceSite {
    /// Both pages, empty or with what was typed and what is wrong with it.
    public func recordFormPage(_ form: RecordForm) -> HTML { page("recordFormPage", "") }
    /// What both wrote, field by field. It posts the choice to the same address as the form.
    public func conflictPage(_ conflict: RecordConflict) -> HTML { page("conflictPage", "") }
    /// Asks before a record is removed, and says who would miss it.
    public func removePage(_ record: UntypedRecord, refusal: Refusal? = nil) -> HTML { page("removePage", "") }
}

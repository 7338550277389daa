public import AllianceModel
public import Markup

// Data in and out.
extension AllianceSite {
    /// All that can be exported, and the import of a whole file (`file`, multipart/form-data).
    public func exchangePage(_ answers: Answers = Answers()) -> HTML { page("exchangePage", "") }
    /// Field: `file`.
    public func importRegisterPage(_ register: RegisterDescription, _ answers: Answers = Answers()) -> HTML {
        page("importRegisterPage", "")
    }
    /// What an import would do. It posts `text`, `fileName` to the apply address.
    public func importPreviewPage(_ preview: ImportPreview, register: RegisterDescription? = nil) -> HTML {
        page("importPreviewPage", "")
    }
}

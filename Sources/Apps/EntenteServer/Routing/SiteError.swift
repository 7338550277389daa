import AllianceModel
import HTTPTypes

/// Why a request is not answered with what it asked for: the status, what happened, and what to do.
struct SiteError: Error, Hashable, Sendable {
    var status: HTTPResponse.Status
    var reason: String
    var remedy: String
    /// Each thing that is wrong, for programs.
    var problems: [Problem] = []
    /// Seconds after which it may work.
    var retryAfter: Int?

    init(
        _ status: HTTPResponse.Status, _ reason: String, _ remedy: String, problems: [Problem] = [],
        retryAfter: Int? = nil
    ) {
        self.status = status
        self.reason = reason
        self.remedy = remedy
        self.problems = problems
        self.retryAfter = retryAfter
    }

    /// Whether the log of the server tells of it, under a reference that the answer names: faults of the server, and refusals of which
    /// people ask why.
    var isLogged: Bool { status.kind == .serverError || status == .forbidden || status == .misdirectedRequest }

    /// The one answer to all that is not there or not for this reader: nobody learns which.
    static let notFound = SiteError(
        .notFound, "there is no such page, or it is not for you", "Check the address, or begin at your home page.")

    static func tooLarge(_ limit: Int) -> SiteError {
        SiteError(
            .contentTooLarge,
            "what was sent is larger than \(limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) kB")",
            "Send less at a time.")
    }

    static let unsupportedForm = SiteError(
        .unsupportedMediaType, "this is not sent in a form that is read here",
        "Use the forms of the pages. Programs send application/x-www-form-urlencoded or multipart/form-data, or JSON to the API."
    )

    static let unreadable = SiteError(
        .badRequest, "what was sent cannot be read as UTF-8 text", "Save it as UTF-8 and send it again.")

    /// A file is no text. Workbooks of spreadsheets are zip files, which begin with PK.
    static func unreadableFile(_ bytes: [UInt8]) -> SiteError {
        bytes.starts(with: "PK".utf8)
            ? SiteError(
                .badRequest, "this is a workbook or another packed file, not text",
                "Save a table as “CSV UTF-8” in the spreadsheet, go back and choose that file.")
            : SiteError(
                .badRequest, "the file is not UTF-8 text",
                "Save a table as “CSV UTF-8”, any other file as UTF-8, go back and choose it again.")
    }

    /// A change that was refused.
    init(_ refusal: Refusal) {
        self.init(
            .unprocessableContent, refusal.problems.first.map { "\($0.path): \($0.reason)" } ?? "this cannot be done",
            refusal.problems.first?.remedy ?? "Look at the page again.", problems: refusal.problems)
    }
}

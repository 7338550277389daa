import AllianceModel
import AlliancePages
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
    /// What its page is called, where the status says less than is known.
    var title: String?
    /// What the log says beyond the reason: for whoever runs the server, never in an answer.
    var detail: String?

    init(
        _ status: HTTPResponse.Status, _ reason: String, _ remedy: String, problems: [Problem] = [],
        retryAfter: Int? = nil, title: String? = nil, detail: String? = nil
    ) {
        (self.title, self.detail) = (title, detail)
        self.status = status
        self.reason = reason
        self.remedy = remedy
        self.problems = problems
        self.retryAfter = retryAfter
    }

    /// What happened and what to do, in sentences.
    var words: String { "\(reason.prefix(1).uppercased())\(reason.dropFirst()). \(remedy)" }

    /// Whether the log of the server tells of it, under a reference that the answer names: faults of the server, and refusals of which
    /// people ask why.
    var isLogged: Bool { status.kind == .serverError || status == .forbidden || status == .misdirectedRequest }

    /// Whether the same may go through later or by another way: not refused for what it is.
    var isWorthAnotherTry: Bool {
        status.kind == .serverError
            || [.tooManyRequests, .conflict, .contentTooLarge, .requestTimeout].contains(status)
    }

    /// The one answer to all that is not there or not for this reader: nobody learns which.
    static let notFound = SiteError(
        .notFound, "there is no such page, or it is not for you", "Check the address, or begin at your home page.")

    /// A program asked for something beyond the alliance that its token is for.
    static let outsideToken = SiteError(
        .forbidden, "this token is for one alliance alone and opens nothing else",
        "Use it at /api/v1/alliances, or make a token for all your alliances on your account page.")

    /// Somebody asks for an alliance in which they took part until they, or their organisation, left it.
    static func left(_ how: Leaving?, on day: Day) -> SiteError {
        let who =
            switch how {
            case .organisation: "your organisation left this alliance on \(day.words), and its people no longer see it"
            case .seat: "your seat in this alliance ended on \(day.words), and you no longer see it"
            case nil: "you no longer take part in this alliance"
            }
        let way =
            how == .organisation
            ? "To come back, ask another organisation of the alliance to invite yours anew."
            : "To come back, ask a lead of your organisation for a new invitation."
        return SiteError(
            .gone, who, "What you took along as files stays yours. \(way)",
            title: how == .organisation ? "Your organisation has left" : "You no longer take part")
    }

    static func tooLarge(_ limit: Int) -> SiteError {
        SiteError(
            .contentTooLarge,
            "what was sent is larger than \(limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) kB")",
            "Nothing of it was saved. Send less at a time.")
    }

    static let unsupportedForm = SiteError(
        .unsupportedMediaType, "this is not sent in a form that is read here",
        "Use the forms of the pages. Programs send application/x-www-form-urlencoded or multipart/form-data, or JSON to the API."
    )

    static func tooManyFields(_ most: Int) -> SiteError {
        SiteError(
            .contentTooLarge, "what was sent has more than \(most) fields",
            "Nothing of it was saved. Send less at a time, or change many records at once with a CSV file.")
    }

    static let incomplete = SiteError(.badRequest, "the form is not complete", "Send it again.")

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

import Accounts
import AllianceModel
import Database
import HTTPTypes
import Hosting
import Hummingbird

extension SiteError {
    /// What any error means to the one who asked.
    init(anyOf error: any Error) {
        switch error {
        case let error as SiteError: self = error
        case let refusal as Refusal: self.init(refusal)
        case let failure as HostingFailure: self.init(failure)
        case let failure as AccountFailure: self.init(failure)
        case let failure as DatabaseFailure: self.init(failure)
        case let error as HTTPError:
            self =
                error.status == .notFound
                ? .notFound : SiteError(error.status, "this cannot be answered", "Begin at your home page.")
        default: self = .fault
        }
    }

    /// The key of a form or request belongs to another one.
    static let sentBefore = SiteError(
        .unprocessableContent, "this was sent before with other content", "Open the page again and send it anew.")

    init(_ failure: HostingFailure) {
        switch failure {
        case .refused(let refusal): self.init(refusal)
        case .conflict(let conflict): self = conflict.error
        case .keyReused: self = .sentBefore
        case .unknownAlliance: self = .notFound
        case .exists: self.init(.conflict, "there is such an alliance already", "Choose another name.")
        case .request(let reason): self.init(.badRequest, reason, "Open the page again and send it anew.")
        case .damaged(let problem):
            self.init(
                .serviceUnavailable, "what is stored of this alliance is damaged",
                "It stays closed until somebody has looked at it; your other alliances go on. Tell whoever runs this server.",
                title: SiteError.closedAlliance,
                // What follows may quote what somebody wrote.
                detail: String(problem.prefix { $0 != ":" }))
        case .newerVersion(let what):
            self.init(
                .serviceUnavailable, "this alliance was written by a newer version of this program",
                "Nothing is lost. Tell whoever runs this server: the newer version opens it.",
                title: SiteError.closedAlliance, detail: what)
        case .storage(let failure): self.init(failure)
        }
    }

    init(_ failure: DatabaseFailure) {
        switch failure.code {
        case .full:
            self.init(
                HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"), "the disk of this server is full",
                "Nothing of this was saved. You can go on reading. Tell whoever runs this server, then send it again.")
        case .busy, .overloaded:
            self.init(
                .serviceUnavailable, "more is being saved than this server can take at the moment",
                "Nothing of this was saved. Send it again in a moment.", retryAfter: 5)
        case .closed:
            self.init(
                .serviceUnavailable, "this server is being stopped or started anew",
                "Nothing of this was saved. Try again in a minute.", retryAfter: 5, title: "A moment, please")
        case .readOnly:
            self.init(
                .serviceUnavailable, "this server may not write its data",
                "Nothing of this was saved. You can go on reading. Tell whoever runs this server.",
                title: SiteError.closedStore)
        case .disk, .durability:
            self.init(
                .serviceUnavailable, "the disk of this server reports an error",
                "Whether what you sent last was saved is not certain: look when the server runs again. Tell whoever runs it.",
                title: SiteError.closedStore)
        case .corrupt, .newerVersion, .folder, .inUse:
            self.init(
                .serviceUnavailable, "this server cannot read its data",
                "Nothing was changed. Tell whoever runs this server: somebody has to look at it.",
                title: "The data cannot be read")
        case .constraint, .statement: self = .fault
        }
        detail = "\(failure.code.rawValue): \(failure.reason)"
    }

    private static let closedAlliance = "This alliance cannot be opened"
    private static let closedStore = "Nothing can be saved just now"

    /// What nobody foresaw.
    static let fault = SiteError(
        .internalServerError, "it is our fault, not yours",
        "What was acknowledged is saved; what you sent last may not be. Look whether it is there, then try again.")

    init(_ failure: AccountFailure) {
        switch failure {
        case .link: self.init(.gone, failure.sentence, failure.remedy)
        case .credentials, .password, .field, .mailTaken, .memberAlready:
            self.init(.unprocessableContent, failure.sentence, failure.remedy)
        case .throttled(let seconds):
            self.init(.tooManyRequests, failure.sentence, failure.remedy, retryAfter: seconds)
        case .busy: self.init(.serviceUnavailable, failure.sentence, failure.remedy, retryAfter: 2)
        case .unknown: self = .notFound
        case .forbidden, .partyInvites: self.init(.forbidden, failure.sentence, failure.remedy)
        case .storage(let failure): self.init(failure)
        }
    }
}

extension AccountFailure {
    /// What happened, without what to do.
    var sentence: String { description.split(separator: ". ").first.map(String.init) ?? description }
    /// What to do.
    var remedy: String { description.split(separator: ". ").dropFirst().joined(separator: ". ") + "." }
}

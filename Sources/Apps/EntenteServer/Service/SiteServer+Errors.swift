import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hummingbird
import Logging

// What went wrong, as an answer.
extension SiteServer {
    /// The answer to everything that went wrong: a page for people, problem details for programs.
    func answer(to error: any Error, _ request: Request, _ context: VisitContext) -> Response {
        let known = SiteError(anyOf: error)
        let reference = log(known, of: error, context)
        // Browsers never send a token by themselves.
        let isProgram = request.uri.path.hasPrefix("/api/") || request.headers[.authorization] != nil
        if isProgram { return ProblemDetails.response(known, reference: reference) }
        if known.status == .unauthorized {
            return redirect(.signIn(next: request.method == .get ? request.head.path : sender(of: request)))
        }
        // Of a conflict the reason says who changed what; of a refusal, the first problem says it without its place in a file.
        let reason = known.status == .conflict ? known.reason : known.problems.first?.reason ?? known.reason
        var site = anonymousSite(request)
        site.reader = context.account.map { Site.Reader(name: $0.name) }
        var response = page(
            site.errorPage(
                status: known.status.code, title: known.title, reason: reason,
                remedy: known.remedy, reference: reference, form: formToReturnTo(request, known)),
            status: known.status)
        if let seconds = known.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    /// Tells the log of what somebody may ask about.
    ///
    /// - Returns: the reference under which the log tells of it; nil where it does not.
    @discardableResult
    func log(_ known: SiteError, of error: any Error, _ context: VisitContext) -> String? {
        guard known.isLogged else { return nil }
        let reference = Identifiers.reference()
        // The reason is one of ours, never what somebody sent.
        var metadata: Logger.Metadata = [
            "reference": "\(reference)", "route": "\(context.endpointPath ?? "none")",
            "status": "\(known.status.code)", "reason": "\(known.reason)", "kind": "\(type(of: error))",
        ]
        if let detail = known.detail { metadata["detail"] = "\(detail)" }
        context.logger.log(
            level: known.status.kind == .serverError ? .error : .notice, "request failed", metadata: metadata)
        return reference
    }

    /// The form to go back to, where what it sent may be sent again.
    private func formToReturnTo(_ request: Request, _ error: SiteError) -> String? {
        guard request.method == .post, error.isWorthAnotherTry else { return nil }
        return sender(of: request)
    }

    /// The page of ours from which a form was sent.
    private func sender(of request: Request) -> String? {
        let origin = "\(settings.origin)"
        guard let referrer = request.headers[.referer], referrer.hasPrefix(origin + "/") else { return nil }
        return String(referrer.dropFirst(origin.count))
    }
}

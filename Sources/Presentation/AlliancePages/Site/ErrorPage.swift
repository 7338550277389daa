public import Markup

extension Site {
    /// What happened and what to do, for every status from 400 to 599.
    ///
    /// - Parameters:
    ///   - title: what the page is called, where more is known than the status says.
    ///   - reason: what happened, where more is known than the status says.
    ///   - reference: what the log of the server calls this case.
    ///   - form: the path of the form that was not taken, where it may be sent again. The browser puts what was typed back into it.
    public func errorPage(
        status: Int, title: String? = nil, reason: String? = nil, remedy: String? = nil, reference: String? = nil,
        form: String? = nil
    ) -> HTML {
        let words = ErrorWords(status)
        // Where the server could not look who asks, nobody is signed out by that.
        let isKnown = reader != nil || status >= 500 || status == 429
        let way: (words: String, link: SiteLink) =
            isKnown ? ("Go to the home page", .home) : ("Sign in", .signIn())
        let code: HTML? = reference.map {
            "<p class=\"quietly\">If you tell who runs this server, name <code>\($0)</code>: the log says more under it.</p>"
        }
        let back: HTML? = form.flatMap(WebLink.init(checking:)).map {
            "<a class=\"button\" data-unsent href=\"\($0)\">Back to the form</a>"
        }
        return page(
            title ?? words.title, over: "Error \(status)",
            lead: "\((reason ?? words.reason).capitalisedFirst.asSentence)",
            """
            <p>\((remedy ?? words.remedy).asSentence)</p>\(code)\
            <p class="actions">\(back)<a class="\(back == nil ? "button" : "button quiet")" href="\(way.link)">\(way.words)</a></p>
            """)
    }
}

/// What a status means to the one who reads it.
private struct ErrorWords {
    let title: String
    let reason: String
    let remedy: String

    init(_ status: Int) {
        (title, reason, remedy) =
            switch status {
            case 400, 422:
                (
                    "We could not read that", "The request was incomplete or garbled. Nothing was changed.",
                    "Go back, check what you entered, and send it again."
                )
            case 401:
                (
                    "Please sign in", "This page is for people who are signed in.",
                    "Sign in, then open the address again."
                )
            case 403:
                (
                    "That is not allowed", "Your role does not allow this. Nothing was changed.",
                    "Ask a lead of your organisation to do it, or to change your role."
                )
            case 404:
                (
                    "There is nothing here", "The address leads to nothing, or to something that you may not see.",
                    "Check the address. What was removed is in the history of its alliance."
                )
            case 405:
                (
                    "That does not work here", "The address does not take this kind of request.",
                    "Use the buttons of the page."
                )
            case 409:
                (
                    "Somebody was faster", "The alliance changed while you were at it. Nothing of yours was saved.",
                    "Go back, look at what changed, and send yours again."
                )
            case 410:
                (
                    "This link no longer works", "It worked once, or its time is over.",
                    "Ask the one who sent it for a new one."
                )
            case 413:
                (
                    "That is too large", "The server takes no more than its limit. Nothing was saved.",
                    "Send a smaller file, or in parts."
                )
            case 415:
                (
                    "That kind of file does not work here", "Nothing was saved.",
                    "Send a file of one of the kinds that the page names."
                )
            case 429:
                ("A moment, please", "There were too many tries in a short time.", "Wait a minute, then try again.")
            case 503:
                ("The server is busy", "It cannot answer right now. Nothing was changed.", "Try again in a minute.")
            case 507:
                (
                    "Nothing could be saved", "Nothing could be saved, and nothing is half done.",
                    "Tell whoever runs this server. You can go on reading."
                )
            case 500...:
                (
                    "Something went wrong",
                    "It is our fault, not yours. What was acknowledged is saved; your last action may not be.",
                    "Go back and look whether it is there, then try again."
                )
            default: ("That did not work", "Nothing was changed.", "Go back and try again.")
            }
    }
}

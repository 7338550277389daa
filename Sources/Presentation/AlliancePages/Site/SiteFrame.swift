import AllianceModel
import Markup

extension Site {
    /// A page that belongs to no alliance.
    func page(
        _ title: String, window: String? = nil, over: String? = nil, lead: HTML? = nil, _ content: HTML
    ) -> HTML {
        var page = Page(title: title, over: over, lead: lead, tools: tools, content: content)
        page.windowTitle = window
        return self.document(page)
    }

    func document(_ page: Page) -> HTML {
        var page = page
        page.theme = theme
        page.before = "\(noticeBanner)\(page.before)"
        return Markup.document(page, assets: assets)
    }

    /// The links at the end of the header.
    var tools: [HTML] {
        guard let reader else {
            return ["<a href=\"\(SiteLink.signIn())\">Sign in</a>", "<a href=\"\(SiteLink.help)\">Help</a>"]
        }
        return [
            "<a href=\"\(SiteLink.notifications)\">Notifications</a>",
            "<a href=\"\(SiteLink.help)\">Help</a>",
            "<a href=\"\(SiteLink.account)\" dir=\"auto\">\(reader.name)</a>",
        ]
    }

    private var noticeBanner: HTML {
        guard let notice else { return "" }
        let undo: HTML = notice.undo.map { buttonForm(action: $0.webLink, button: "Undo") } ?? ""
        return """
            <div class="banner notice \(notice.tone.name)" role="status"><p dir="auto">\(notice.message)</p>\(undo)</div>
            """
    }
}

extension AllianceSite {
    /// Where a page of an alliance stands.
    enum Place: Equatable {
        case overview, step(StepName), elsewhere
        /// One of the places that the foot of the page names.
        case below(AllianceLink)
    }

    /// A page of the alliance: header with search and steps, what happened, what is new, and the places that are no step below.
    func page(
        _ title: String, at place: Place = .elsewhere, window: String? = nil, over: String? = nil, lead: HTML? = nil,
        crumbs: [(title: String, link: WebLink)] = [], _ content: HTML
    ) -> HTML {
        var page = Page(
            title: title, place: context.name, over: over, lead: lead, steps: steps(place),
            tools: [searchForm] + site.tools,
            content: content, footer: footer(place))
        page.placeLink = link(.overview)
        page.windowTitle = window
        page.scriptData = [
            ("data-index", link(.index).text), ("data-events", link(.events).text),
            ("data-revision", String(submission.revision)), ("data-home", link(.overview).text),
            ("data-search", link(.search()).text),
        ]
        let way: HTML =
            crumbs.isEmpty
            ? ""
            : """
            <nav class="crumbs" aria-label="You are here"><ol>\(each: crumbs, { "<li><a href=\"\($0.link)\" dir=\"auto\">\($0.title)</a></li>" as HTML })</ol></nav>
            """
        page.before = "\(news(at: place))\(way)"
        return site.document(page)
    }

    private func steps(_ place: Place) -> [Page.Place] {
        [Page.Place("Overview", link(.overview), isCurrent: place == .overview)]
            + StepName.allCases.map { Page.Place($0.shortLabel, link(.step($0)), isCurrent: place == .step($0)) }
    }

    /// What others changed since the reader last looked. A script counts on while the page is open.
    /// On the history itself it would lead nowhere.
    private func news(at place: Place) -> HTML {
        """
        <a class="news" id="news"\(flag: "hidden", newCount == 0 || place == .below(.history())) href="\(link(.history()))"><span data-count>\(newCount)</span> new, show</a>
        """
    }

    private var searchForm: HTML {
        """
        <search><form action="\(link(.search()))" class="find"><input type="search" name="q" aria-label="Search this alliance" autocomplete="off"><button class="quiet small-button">Search</button></form></search>
        """
    }

    private func footer(_ place: Place) -> HTML {
        let places: [(String, AllianceLink)] = [
            ("Findings", .findings), ("People", .people), ("History", .history()), ("Report", .report),
            ("Import and export", .exchange), ("Ledger", .ledger),
        ]
        return """
            <nav aria-label="More of this alliance"><ul class="places">\
            \(each: places, { "<li><a href=\"\(link($0.1))\"\(attribute: "aria-current", place == .below($0.1) ? "page" : nil)>\($0.0)</a></li>" as HTML })\
            <li><a href="\(SiteLink.methods)">How this is computed</a></li></ul></nav>
            """
    }

    /// The hidden fields of a form that changes the alliance.
    ///
    /// - Parameter purpose: what the form does, where a page has several: each makes a change of its own.
    func hidden(_ purpose: String = "") -> [(name: String, value: String)] {
        [
            (Submission.keyName, purpose.isEmpty ? submission.key : "\(submission.key)-\(identifier(purpose))"),
            (Submission.revisionName, String(submission.revision)),
        ]
    }

    /// What the reader's organisation is called.
    var ownName: String { reader.party.map { view.charter.name(of: $0) } ?? "your organisation" }

    /// What only some see, in words; nothing for what everyone sees.
    func privacyWords(_ audience: Audience) -> String? {
        switch audience {
        case .everyone: nil
        case .party(let party): "Only \(view.charter.name(of: party)) sees this"
        case .sealed: "Nobody sees this"
        }
    }
}

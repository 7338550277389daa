/// What stands around the content of every page.
public struct Page: Sendable {
    public enum Direction: String, Sendable { case leftToRight = "ltr", rightToLeft = "rtl" }
    /// The colours: those of the reader's system, or the ones that were chosen.
    public enum Theme: String, Sendable { case system, light, dark }

    /// A place to go, such as a step of the journey.
    public struct Place: Sendable {
        public var title: String
        public var link: WebLink
        public var isCurrent: Bool

        public init(_ title: String, _ link: WebLink, isCurrent: Bool = false) {
            self.title = title
            self.link = link
            self.isCurrent = isCurrent
        }
    }

    /// The heading of the page.
    public var title: String
    /// The alliance, or whatever the page belongs to.
    public var place: String?
    /// Where the name of that place leads.
    public var placeLink: WebLink?
    /// The title of the window, where the heading is too long for it.
    public var windowTitle: String?
    /// What stands over the heading: where the page belongs, what just happened.
    public var before: HTML = ""
    /// What scripts need to know, as attributes of the body.
    public var scriptData: [(name: StaticString, value: String)] = []
    /// A short line over the heading, such as the step.
    public var over: String?
    /// What the page says, in a sentence or two under the heading.
    public var lead: HTML?
    public var home: WebLink
    public var steps: [Place]
    /// Links at the end of the header, such as help and the reader's own page.
    public var tools: [HTML]
    public var content: HTML
    public var footer: HTML
    public var language = "en"
    public var direction = Direction.leftToRight
    public var theme = Theme.system

    public init(
        title: String, place: String? = nil, over: String? = nil, lead: HTML? = nil, home: WebLink = "/",
        steps: [Place] = [],
        tools: [HTML] = [], content: HTML, footer: HTML = ""
    ) {
        self.title = title
        self.place = place
        self.over = over
        self.lead = lead
        self.home = home
        self.steps = steps
        self.tools = tools
        self.content = content
        self.footer = footer
    }
}

/// The files that a page of the server links to.
public struct PageAssets: Sendable {
    public var stylesheet: WebLink
    public var icon: WebLink?
    /// JavaScript modules; every page works without them.
    public var modules: [WebLink]

    public init(stylesheet: WebLink, icon: WebLink? = nil, modules: [WebLink] = []) {
        self.stylesheet = stylesheet
        self.icon = icon
        self.modules = modules
    }
}

/// A page of the server as a whole document.
public func document(_ page: Page, assets: PageAssets) -> HTML {
    let icon: HTML? = assets.icon.map { "<link rel=\"icon\" href=\"\($0)\" type=\"image/svg+xml\">" }
    return shell(
        page,
        head: """
            <link rel="stylesheet" href="\(assets.stylesheet)">\(icon)\
            \(each: assets.modules, { "<script type=\"module\" src=\"\($0)\"></script>" as HTML })
            """,
        header: """
            <header class="bar"><a class="brand" href="\(page.home)">\(brandSymbol)Entente</a>\
            <span class="where" dir="auto">\(page.place.map { linked($0, page.placeLink) })</span>\(page.tools)</header>\(stepNavigation(page.steps))
            """)
}

/// The page as one file that needs nothing else: styles inside, contents instead of the header, ready to be printed.
/// `steps` become its table of contents.
public func report(_ page: Page) -> HTML {
    let rules = Stylesheet.reportMarkup
    let contents: HTML =
        page.steps.isEmpty
        ? ""
        : """
        <nav aria-label="Contents" class="no-print"><ol class="contents">\
        \(each: page.steps, { "<li><a href=\"\($0.link)\">\($0.title)</a></li>" as HTML })</ol></nav>
        """
    return shell(
        page,
        head: """
            <meta http-equiv="Content-Security-Policy" content="\(Stylesheet.reportPolicy)">\
            <style>\(rules)</style>
            """,
        header: "", contents: contents)
}

private func shell(_ page: Page, head: HTML, header: HTML, contents: HTML = "") -> HTML {
    let isReport = header.isEmpty
    let place: HTML? = page.place.map { " – \($0)" }
    let over: HTML? = (page.over ?? (isReport ? page.place : nil)).map { "<p class=\"over\">\($0)</p>" }
    let lead: HTML? = page.lead.map { "<p class=\"lead\">\($0)</p>" }
    let heading: HTML = "\(over)<h1 dir=\"auto\">\(page.title)</h1>\(lead)"
    return """
        <!doctype html>
        <html lang="\(page.language)" dir="\(page.direction.rawValue)"\(attribute: "data-theme", page.theme == .system ? nil : page.theme.rawValue)>
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
        <title>\(page.windowTitle ?? page.title)\(place) – Entente</title><meta name="color-scheme" content="light dark">\(head)</head>
        <body\(Attributes(page.scriptData.map { ($0.name, $0.value) }))><a class="skip" href="#main">Skip to the content</a>
        \(header)
        <main id="main" tabindex="-1">
        \(page.before)\(when: isReport, "<div class=\"cover\">\(heading)</div>\(contents)", otherwise: heading)
        \(page.content)
        </main>
        \(when: !page.footer.isEmpty, "<footer class=\"foot\">\(page.footer)</footer>")
        </body>
        </html>
        """
}

private func stepNavigation(_ steps: [Page.Place]) -> HTML {
    guard !steps.isEmpty else { return "" }
    let items = steps.map { step -> HTML in
        "<li><a href=\"\(step.link)\"\(attribute: "aria-current", step.isCurrent ? "page" : nil)>\(step.title)</a></li>"
    }
    return "<nav class=\"steps\" aria-label=\"Steps\"><ol>\(items)</ol></nav>"
}

/// Two circles that meet: the sign of the program.
private let brandSymbol: HTML = """
    <svg viewBox="0 0 26 26" aria-hidden="true"><circle class="c1" cx="9.5" cy="13" r="8"/><circle class="c2" cx="16.5" cy="13" r="8" fill-opacity=".85"/></svg>
    """

extension Stylesheet {
    /// The sign of the program as an SVG file of its own.
    public static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26"><circle cx="9.5" cy="13" r="8" fill="#0072b2"/>\
        <circle cx="16.5" cy="13" r="8" fill="#e69f00" fill-opacity=".85"/></svg>
        """
}

/// An SVG picture that is being drawn, in units of the screen's pixel at full size; x to the right, y down.
struct Drawing {
    enum Anchor: String { case start, middle, end }

    let id: String
    let width: Double
    /// May grow while it is drawn.
    var height: Double
    private(set) var body = HTML()

    init(id: String, width: Double = 340, height: Double) {
        self.id = identifier(id)
        self.width = width
        self.height = height
    }

    var isWide: Bool { width > 400 }

    /// A line of text on the baseline `y`; wider than `limit`, it is shortened and carries its full wording as a tooltip.
    mutating func text(
        _ x: Double, _ y: Double, _ words: String, _ style: String? = nil, _ anchor: Anchor = .start,
        limit: Double = .infinity
    ) {
        let shown = fitted(words, limit / boldness(style))
        body += """
            <text x="\(x)" y="\(y)"\(attribute: "text-anchor", anchor == .start ? nil : anchor.rawValue)\(attribute: "class", style)>\
            \(when: shown != words, "<title>\(words)</title>")\(shown)</text>
            """
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        body += "<line class=\"\(style)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>"
    }

    mutating func box(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, radius: Double? = nil,
        title: String? = nil
    ) {
        body += """
            <rect class="\(style)" x="\(x)" y="\(y)" width="\(max(width, 0))" height="\(max(height, 0))"\
            \(attribute: "rx", radius.map(decimal))>\(tooltip(title))</rect>
            """
    }

    mutating func path(_ path: String, _ style: String, title: String? = nil) {
        body += "<path class=\"\(style)\" d=\"\(path)\">\(tooltip(title))</path>"
    }

    /// A tie of a graph, of this width.
    mutating func tie(_ path: String, width: Double, title: String) {
        body += "<path class=\"tie\" stroke-width=\"\(width)\" d=\"\(path)\">\(tooltip(title))</path>"
    }

    mutating func mark(
        _ mark: PartyMark, _ x: Double, _ y: Double, size: Double = 1, style: String = "", title: String? = nil
    ) {
        path(mark.outline(x, y, size), style.isEmpty ? mark.fill : mark.fill + " " + style, title: title)
    }

    /// A hatched rectangle.
    mutating func hatched(_ x: Double, _ y: Double, _ width: Double, _ height: Double, title: String? = nil) {
        body += """
            <rect class="hatch" fill="url(#\(id)-hatch)" x="\(x)" y="\(y)" width="\(max(width, 0))" height="\(max(height, 0))">\(tooltip(title))</rect>
            """
    }

    /// Defines the hatch; once, before its use.
    mutating func defineHatch() {
        body += """
            <pattern id="\(id)-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <line class="hl" x1="0" y1="0" x2="0" y2="6"/></pattern>
            """
    }

    private func tooltip(_ title: String?) -> HTML? { title.map { "<title>\($0)</title>" } }

    /// The picture with its name and description for those who do not see it.
    func svg(title: String, claim: String) -> HTML {
        """
        <svg class="chart\(isWide ? " wide" : "")" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
        aria-labelledby="\(id)-name \(id)-claim" xmlns="http://www.w3.org/2000/svg"><title id="\(id)-name">\(title)</title>\
        <desc id="\(id)-claim">\(claim)</desc>\(body)</svg>
        """
    }

    /// The picture of nothing: one sentence in place of empty axes.
    static func nothing(id: String, title: String, claim: String, table: DataTable? = nil, width: Double = 340)
        -> Figure
    {
        var drawing = Drawing(id: id, width: width, height: 64)
        drawing.box(1, 1, width - 2, 62, "cell", radius: 4)
        drawing.text(width / 2, 36.5, "Nothing to draw yet", "muted", .middle)
        return drawing.figure(title: title, claim: claim, table: table)
    }

    func figure(title: String, claim: String, table: DataTable?, parties: [Party] = []) -> Figure {
        let drawing = svg(title: title, claim: claim)
        let picture: HTML =
            isWide
            ? "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(title), picture\">\(drawing)</div>"
            : drawing
        return Figure(
            id: id, title: title, claim: claim, picture: picture, table: table, isWide: isWide, parties: parties)
    }
}

/// A picture with what makes it readable by everyone: the sentence that says what it shows, and its numbers.
public struct Figure: Sendable {
    /// Unique on the page; the picture's inner ids begin with it.
    public var id: String
    public var title: String
    /// What the picture says, as a sentence.
    public var claim: String
    public var svg: HTML
    /// The numbers behind the picture.
    public var table: DataTable
    /// Whether it needs the width of the page; on a phone such a picture scrolls by itself.
    public var isWide: Bool
    /// The organisations to name in a legend.
    public var parties: [Party]

    public init(
        id: String, title: String, claim: String, svg: HTML, table: DataTable, isWide: Bool = false,
        parties: [Party] = []
    ) {
        self.id = id
        self.title = title
        self.claim = claim
        self.svg = svg
        self.table = table
        self.isWide = isWide
        self.parties = parties
    }
}

/// Claim, picture, and the numbers in a fold (open on paper).
public func figure(_ figure: Figure) -> HTML {
    let picture: HTML =
        figure.isWide
        ? "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(figure.title), picture\">\(figure.svg)</div>"
        : figure.svg
    return """
        <figure class="figure\(figure.isWide ? " wide" : "")" id="\(identifier(figure.id))"><figcaption>\
        <strong>\(figure.title)</strong><span class="say">\(figure.claim)</span></figcaption>\
        \(legend(figure.parties))\(picture)<details><summary>Show the numbers<span class="vh"> of \(figure.title)</span></summary>\
        \(bareTable(figure.table))</details></figure>
        """
}

/// A picture with what makes it readable by everyone: the sentence that says what it shows, and its numbers.
public struct Figure: Sendable {
    /// Unique on the page; the picture's inner ids begin with it.
    public var id: String
    public var title: String
    /// What the picture says, as a sentence.
    public var claim: String
    /// The drawing; or a table whose cells are the picture.
    public var picture: HTML
    /// What the picture does not say by itself: the numbers of a drawing, the details behind the words of a table. Nil where
    /// there is no more to say.
    public var table: DataTable?
    /// The words that open the table.
    public var tableName: String
    /// Whether it needs the width of the page; on a phone such a picture scrolls by itself.
    public var isWide: Bool
    /// The organisations to name in a legend.
    public var parties: [Party]
    /// The organisation that alone sees the picture; nil for what all see.
    public var onlySeenBy: String?

    public init(
        id: String, title: String, claim: String, picture: HTML, table: DataTable?,
        tableName: String = "Show the numbers", isWide: Bool = false, parties: [Party] = []
    ) {
        self.id = id
        self.title = title
        self.claim = claim
        self.picture = picture
        self.table = table
        self.tableName = tableName
        self.isWide = isWide
        self.parties = parties
    }
}

/// Claim, picture, and the numbers in a fold (open on paper).
public func figure(_ figure: Figure) -> HTML {
    let numbers: HTML? = figure.table.map {
        "<details><summary>\(figure.tableName)<span class=\"vh\"> of \(figure.title)</span></summary>\(bareTable($0))</details>"
    }
    let privacy: HTML? = figure.onlySeenBy.map { tag("Only \($0) sees this", .warning) }
    return """
        <figure class="figure\(figure.isWide ? " wide" : "")\(privacy == nil ? "" : " own")" id="\(identifier(figure.id))"><figcaption>\
        <strong>\(figure.title)</strong>\(privacy) <span class="say">\(figure.claim)</span></figcaption>\
        \(legend(figure.parties))\(figure.picture)\(numbers)</figure>
        """
}

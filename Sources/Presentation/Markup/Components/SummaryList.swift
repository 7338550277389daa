/// One line of a summary list.
public struct SummaryRow: Sendable {
    public var name: String
    public var value: HTML
    /// Where the value is changed.
    public var change: WebLink?

    public init(_ name: String, _ value: HTML, change: WebLink? = nil) {
        self.name = name
        self.value = value
        self.change = change
    }
}

/// Names and values, each with a link to change it: the page on which answers are checked before they are sent.
public func summaryList(_ rows: [SummaryRow]) -> HTML {
    "<dl class=\"facts\">\(each: rows, summaryRow)</dl>"
}

private func summaryRow(_ row: SummaryRow) -> HTML {
    let change: HTML? = row.change.map {
        "<dd class=\"no-print\"><a href=\"\($0)\">Change<span class=\"vh\"> \(row.name)</span></a></dd>"
    }
    return "<div><dt>\(row.name)</dt><dd>\(row.value)</dd>\(change)</div>"
}

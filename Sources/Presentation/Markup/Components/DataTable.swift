/// A table of plain values: the caption names it, the first column heads the rows, numbers are aligned.
public struct DataTable: Sendable {
    public struct Column: Sendable, ExpressibleByStringLiteral {
        public var title: String
        public var isNumeric: Bool
        /// Where the title leads, to sort by this column.
        public var link: WebLink?
        public var order: Order?

        public init(_ title: String, isNumeric: Bool = false, link: WebLink? = nil, order: Order? = nil) {
            self.title = title
            self.isNumeric = isNumeric
            self.link = link
            self.order = order
        }
        public init(stringLiteral value: String) { self.init(value) }
        public static func number(_ title: String) -> Column { Column(title, isNumeric: true) }
    }

    public enum Order: String, Sendable { case ascending, descending }

    public enum Cell: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        case text(String)
        case number(Double)
        case link(String, WebLink)
        case markup(HTML)
        /// Nothing is known: shown as a dash.
        case missing

        public init(stringLiteral value: String) { self = .text(value) }
        /// The number, or `missing`.
        public static func number(orMissing value: Double?) -> Cell { value.map { .number($0) } ?? .missing }
    }

    public var caption: String
    public var columns: [Column]
    /// Rows may be shorter than the columns; what is missing is empty.
    public var rows: [[Cell]]
    /// Sums under the rows.
    public var footer: [Cell]
    /// Whether the caption is for screen readers alone, because a heading beside the table says the same.
    public var isCaptionHidden: Bool

    public init(
        _ caption: String, columns: [Column], rows: [[Cell]], footer: [Cell] = [], isCaptionHidden: Bool = false
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.footer = footer
        self.isCaptionHidden = isCaptionHidden
    }
}

/// The table in a region that scrolls sideways by itself where the screen is too narrow.
public func dataTable(_ table: DataTable) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(table.caption), table">\(bareTable(table))</div>
    """
}

/// The table alone.
func bareTable(_ table: DataTable) -> HTML {
    let head = table.columns.map { column -> HTML in
        let arrow: HTML? = column.order.map {
            $0 == .ascending ? " <span aria-hidden=\"true\">↑</span>" : " <span aria-hidden=\"true\">↓</span>"
        }
        return """
            <th scope="col"\(attribute: "class", column.isNumeric ? "n" : nil)\(attribute: "aria-sort", column.order?.rawValue)>\
            \(linked(column.title, column.link))\(arrow)</th>
            """
    }
    let foot: HTML? = table.footer.isEmpty ? nil : "<tfoot>\(tableRow(table.footer, table.columns))</tfoot>"
    return """
        <table><caption\(attribute: "class", table.isCaptionHidden ? "vh" : nil)>\(table.caption)</caption><thead><tr>\(head)</tr></thead>\
        <tbody>\(each: table.rows, { tableRow($0, table.columns) })</tbody>\(foot)</table>
        """
}

private func tableRow(_ cells: [DataTable.Cell], _ columns: [DataTable.Column]) -> HTML {
    var row: HTML = "<tr>"
    for (position, column) in columns.enumerated() {
        let content = position < cells.count ? cellContent(cells[position]) : ""
        if position == 0 {
            row += "<th scope=\"row\">\(content)</th>"
        } else {
            row += "<td\(attribute: "class", column.isNumeric ? "n" : nil)>\(content)</td>"
        }
    }
    return row + "</tr>"
}

private func cellContent(_ cell: DataTable.Cell) -> HTML {
    switch cell {
    case .text(let text): "\(text)"
    case .number(let number): "\(readable(number))"
    case .link(let text, let link): "<a href=\"\(link)\">\(text)</a>"
    case .markup(let markup): markup
    case .missing: "–"
    }
}

/// A table of plain values: the caption names it, the first column heads the rows, numbers are aligned.
public struct DataTable: Sendable {
    public struct Column: Sendable, ExpressibleByStringLiteral {
        public var title: String
        public var isNumeric: Bool
        /// Where the title leads, to sort by this column.
        public var link: WebLink?
        public var order: Order?
        /// The mark of the party that the column is about; the one that many share tells nothing and is not drawn.
        public var mark: PartyMark?

        public init(
            _ title: String, isNumeric: Bool = false, link: WebLink? = nil, order: Order? = nil, mark: PartyMark? = nil
        ) {
            self.title = title
            self.isNumeric = isNumeric
            self.link = link
            self.order = order
            self.mark = mark == .other ? nil : mark
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
        /// Words on a ground of their own, in tables that are pictures.
        case shaded(String, Ground)
        /// Words behind a bar whose length is a share of the longest, from 0 to 1.
        case bar(String, length: Double, Ground)
        /// Nothing is known: shown as a dash.
        case missing

        public init(stringLiteral value: String) { self = .text(value) }
        /// The number, or `missing`.
        public static func number(orMissing value: Double?) -> Cell { value.map { .number($0) } ?? .missing }
    }

    /// What lies under the words of a cell.
    public enum Ground: Sendable, Hashable {
        case tone(Tone)
        /// The colour of a party.
        case party(PartyMark)
        /// A step of the heat ramp, from 0 for nothing to 5.
        case heat(Int)
        /// Something that is missing where it is needed.
        case hole

        var style: String {
            switch self {
            case .tone(let tone): tone.cell
            case .party(let mark): mark.fill
            case .heat(let level): "h\(level)"
            case .hole: "hole"
            }
        }
    }

    /// How tiles fit where there is little room.
    public enum TileFit: Sendable, Hashable {
        /// They scroll sideways on a phone.
        case scrolling
        /// On a phone the tiles of a row stand below its name.
        case stacked
        /// The same, and on a phone a symbol of its tone stands for the word of a tile.
        case terse
        /// The same, and symbols stand for words everywhere.
        case brief

        var style: String {
            switch self {
            case .scrolling, .stacked: "tiles"
            case .terse: "tiles terse"
            case .brief: "tiles brief"
            }
        }
    }

    /// How the table is drawn.
    public enum Look: Sendable, Hashable {
        /// Lines between the rows.
        case plain
        /// Each cell a tile.
        case tiles(TileFit)
        /// Each row a chain, from its head to its last cell; on a narrow screen it hangs down.
        case chains
        /// Each row a name with bars under it.
        case bars

        var style: String? {
            switch self {
            case .plain: nil
            case .tiles(let fit): fit.style
            case .chains: "chains"
            case .bars: "bars"
            }
        }
    }

    public var caption: String
    public var columns: [Column]
    /// Rows may be shorter than the columns; what is missing is empty.
    public var rows: [[Cell]]
    /// Sums under the rows.
    public var footer: [Cell]
    /// Whether the caption is for screen readers alone, because a heading beside the table says the same.
    public var isCaptionHidden: Bool
    public var look: Look
    /// Whether all of it is shown, however long it is: for documents that people sign.
    public var isWhole = false

    public init(
        _ caption: String, columns: [Column], rows: [[Cell]], footer: [Cell] = [], isCaptionHidden: Bool = false,
        look: Look = .plain
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.footer = footer
        self.isCaptionHidden = isCaptionHidden
        self.look = look
    }

    /// More columns than names fit over side by side: the names stand upright.
    private static let manyColumns = 8
    /// More columns than fit beside the names of the rows on a phone: there they stand below them.
    private static let someColumns = 4

    var style: String? {
        guard case .tiles(let fit) = look else { return look.style }
        let isStacked = fit != .scrolling && columns.count >= Self.someColumns
        return fit.style + (isStacked ? " stack" : "") + (columns.count >= Self.manyColumns ? " many" : "")
    }
}

/// The table in a region that scrolls sideways by itself where the screen is too narrow.
public func dataTable(_ table: DataTable) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(table.caption), table">\(bareTable(table))</div>
    """
}

/// The table alone.
func bareTable(_ whole: DataTable) -> HTML {
    let (table, left) = whole.excerpt()
    let rest: HTML? = left.map { "<p class=\"say\">\($0)</p>" }
    let head = table.columns.map { column -> HTML in
        let arrow: HTML? = column.order.map {
            $0 == .ascending ? " <span aria-hidden=\"true\">↑</span>" : " <span aria-hidden=\"true\">↓</span>"
        }
        return """
            <th scope="col"\(attribute: "class", column.isNumeric ? "n" : nil)\(attribute: "aria-sort", column.order?.rawValue)>\
            \(column.mark.map(markSymbol))\(linked(column.title, column.link))\(arrow)</th>
            """
    }
    let foot: HTML? = table.footer.isEmpty ? nil : "<tfoot>\(tableRow(table.footer, table))</tfoot>"
    return """
        <table\(attribute: "class", table.style)><caption\(attribute: "class", table.isCaptionHidden ? "vh" : nil)>\(table.caption)</caption><thead><tr>\(head)</tr></thead>\
        <tbody>\(each: table.rows, { tableRow($0, table) })</tbody>\(foot)</table>\(rest)
        """
}

private func tableRow(_ cells: [DataTable.Cell], _ table: DataTable) -> HTML {
    var row: HTML = "<tr>"
    for (position, column) in table.columns.enumerated() {
        let cell = position < cells.count ? cells[position] : .text("")
        if position == 0 {
            row += "<th scope=\"row\">\(cellContent(cell))</th>"
        } else {
            // Chains that hang down name each of their links.
            let label = table.look == .chains ? column.title : nil
            row +=
                "<td\(attribute: "class", style(of: cell, in: column))\(attribute: "data-l", label)>\(cellContent(cell))</td>"
        }
    }
    return row + "</tr>"
}

private func style(of cell: DataTable.Cell, in column: DataTable.Column) -> String? {
    if case .shaded(_, let ground) = cell { ground.style } else { column.isNumeric ? "n" : nil }
}

private func cellContent(_ cell: DataTable.Cell) -> HTML {
    switch cell {
    case .text(let text), .shaded(let text, _): "\(text)"
    case .number(let number): "\(readable(number))"
    case .link(let text, let link): "<a href=\"\(link)\">\(text)</a>"
    case .markup(let markup): markup
    case .bar(let words, let length, let ground):
        // Empty drawings are the one element whose width an attribute may set where styles are forbidden.
        "<svg class=\"gauge \(ground.style)\" width=\"\(max(1, length * 200))\" aria-hidden=\"true\"></svg>\(words)"
    case .missing: "–"
    }
}

public import Markup

/// A table of records: on a narrow screen each row becomes a block and each cell says its column; where large letters make it
/// wider than the page it scrolls by itself.
///
public struct RecordTable: Sendable {
    public struct Row: Sendable {
        public var cells: [HTML]
        /// The anchor of the row; nil where nothing points to it.
        public var id: String?
        /// What is too long for a cell; it stands under the row.
        public var note: HTML?

        public init(_ cells: [HTML], id: String? = nil, note: HTML? = nil) {
            self.cells = cells
            self.id = id
            self.note = note
        }
    }

    public struct Column: Sendable, ExpressibleByStringLiteral {
        public var title: String
        public var isNumeric: Bool

        public init(_ title: String, isNumeric: Bool = false) {
            self.title = title
            self.isNumeric = isNumeric
        }

        /// The column of sources: its heading stands in the stylesheet, since so many rows have it.
        static let sources: Column = "Sources"

        var style: String? { isNumeric ? "n" : nil }
        public init(stringLiteral value: String) { self.init(value) }
    }

    /// Read aloud before the table; the heading above it says the same to the eye.
    public var caption: String
    public var columns: [Column]
    public var rows: [Row]

    public init(_ caption: String, columns: [Column], rows: [Row]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}

/// The table as markup.
public func recordTable(_ table: RecordTable) -> HTML {
    let head = table.columns.map { column -> HTML in
        """
        <th scope="col"\(attribute: "class", column.isNumeric ? "n" : nil)>\(column.title)</th>
        """
    }
    return """
        <div class="scroll" tabindex="0" role="region" aria-label="\(table.caption), table"><table class="records"><caption class="vh">\(table.caption)</caption>\
        <thead><tr>\(head)</tr></thead>\
        <tbody>\(each: table.rows, { tableRow($0, table.columns) })</tbody></table></div>
        """
}

private func tableRow(_ row: RecordTable.Row, _ columns: [RecordTable.Column]) -> HTML {
    var cells = HTML()
    for (position, column) in columns.enumerated() where position < row.cells.count {
        let content = row.cells[position]
        if position == 0 {
            cells += "<th scope=\"row\"\(attribute: "id", row.id)>\(content)</th>"
        } else if column.title == RecordTable.Column.sources.title {
            cells += "<td class=\"s\">\(content)</td>"
        } else if content.isEmpty {
            cells += "<td></td>"
        } else {
            cells += """
                <td data-l="\(column.title)"\(attribute: "class", column.style)>\(content)</td>
                """
        }
    }
    guard let note = row.note else { return "<tr>\(cells)</tr>" }
    return """
        <tr>\(cells)</tr>\
        <tr class="note"><td colspan="\(columns.count)">\(note)</td></tr>
        """
}

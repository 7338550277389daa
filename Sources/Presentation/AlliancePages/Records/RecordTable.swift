public import Markup

/// A table of records that needs no sideways scrolling: on a narrow screen each row becomes a block, and each cell says its column.
///
/// Roles are given in the markup because browsers drop those of a table whose parts are laid out as blocks.
public struct RecordTable: Sendable {
    public struct Row: Sendable {
        public var cells: [HTML]
        /// What is too long for a cell; it stands under the row.
        public var note: HTML?

        public init(_ cells: [HTML], note: HTML? = nil) {
            self.cells = cells
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
        <th scope="col" role="columnheader"\(attribute: "class", column.isNumeric ? "n" : nil)>\(column.title)</th>
        """
    }
    return """
        <table class="records" role="table"><caption class="vh">\(table.caption)</caption>\
        <thead role="rowgroup"><tr role="row">\(head)</tr></thead>\
        <tbody role="rowgroup">\(each: table.rows, { tableRow($0, table.columns) })</tbody></table>
        """
}

private func tableRow(_ row: RecordTable.Row, _ columns: [RecordTable.Column]) -> HTML {
    var cells = HTML()
    for (position, column) in columns.enumerated() where position < row.cells.count {
        let content = row.cells[position]
        if position == 0 {
            cells += "<th scope=\"row\" role=\"rowheader\">\(content)</th>"
        } else if content.isEmpty {
            cells += "<td role=\"cell\"></td>"
        } else {
            cells += """
                <td role="cell" data-label="\(column.title)"\(attribute: "class", column.isNumeric ? "n" : nil)>\(content)</td>
                """
        }
    }
    guard let note = row.note else { return "<tr role=\"row\">\(cells)</tr>" }
    return """
        <tr role="row" class="noted">\(cells)</tr>\
        <tr role="row" class="note"><td role="cell" colspan="\(columns.count)">\(note)</td></tr>
        """
}

import AllianceModel
import Markup

/// A table whose rows become blocks on a phone, each cell under the name of its column: for tables of words, which a narrow
/// screen would cut to a few letters a line.
func stackingTable(_ table: DataTable) -> HTML {
    recordTable(
        RecordTable(
            table.caption,
            columns: table.columns.map { column in
                RecordTable.Column(
                    column.title, isNumeric: column.isNumeric)
            },
            rows: table.rows.map { RecordTable.Row($0.map(content)) }))
}

private func content(_ cell: DataTable.Cell) -> HTML {
    switch cell {
    case .text(let text), .shaded(let text, _), .bar(let text, _, _): "\(text)"
    case .number(let number): "\(readable(number))"
    case .link(let text, let link): "<a href=\"\(link)\">\(text)</a>"
    case .markup(let markup): markup
    case .missing: ""
    }
}

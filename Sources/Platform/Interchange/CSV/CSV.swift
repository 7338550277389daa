public import AllianceModel

/// Comma-separated values as in RFC 4180, written so that spreadsheets open them as they are and run nothing in them.
public enum CSV {
    /// One row with the line at which it begins.
    public struct Row: Hashable, Sendable {
        public let line: Int
        public let cells: [String]
        /// Whether semicolons separate the cells, as spreadsheets do it where numbers have decimal commas.
        public let hasDecimalCommas: Bool

        init(line: Int, cells: [String], hasDecimalCommas: Bool = false) {
            (self.line, self.cells, self.hasDecimalCommas) = (line, cells, hasDecimalCommas)
        }

        /// The row with other cells.
        func with(_ cells: [String]) -> Row { Row(line: line, cells: cells, hasDecimalCommas: hasDecimalCommas) }
    }

    /// Writes rows with a byte-order mark, so that spreadsheets read UTF-8, and with a quote in front of what they would run
    /// as a formula (OWASP, CSV injection).
    public static func write(_ rows: [[String]]) -> String {
        "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let guarded = needsGuard(text) ? "'" + text : text
        guard guarded.utf8.contains(where: { [10, 13, 34, 44, 59].contains($0) }) || guarded != trimmedText(guarded)
        else { return guarded }
        // Byte by byte: an accent makes another character of a quote, which ends the cell all the same.
        let doubled = guarded.utf8.flatMap { $0 == 34 ? [34, 34] : [$0] }
        return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
    }

    /// What a spreadsheet would run: texts that begin as formulas do, except plain negative numbers.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first, [9, 13, 43, 45, 61, 64].contains(first) else { return false }
        return DecimalNumber(text) == nil
    }

    /// Whether a quote is put in front of a text: also of one that would lose a quote of its own when it is read back.
    private static func needsGuard(_ text: String) -> Bool { isFormula(String(text.drop { $0 == "'" })) }

    private static func trimmedText(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The most rows that are read, and the most cells of one.
    static let (mostRows, mostCells) = (1_000_000, 1_000)

    /// What separates the cells: what the first line has of, where it has no comma. Spreadsheets of much of the world write
    /// semicolons into files that they call comma-separated, and copy tables with tabs.
    private static func separator(of bytes: some Sequence<UInt8>) -> UInt8 {
        var found: UInt8?
        var isQuoted = false
        for byte in bytes {
            if byte == 34 { isQuoted.toggle() }
            if isQuoted { continue }
            switch byte {
            case 44: return 44
            case 59, 9: found = found ?? byte
            case 10, 13: return found ?? 44
            default: break
            }
        }
        return found ?? 44
    }

    /// Reads rows. Cells may be quoted; a leading quote that guards a formula is taken off again. Cells are separated by commas, or
    /// by semicolons or tabs where the first line has no comma.
    ///
    /// - Throws: where a cell holds a formula, a quoted cell does not end, the bytes are no UTF-8, or there are more rows or cells
    ///   than a table has.
    public static func read(_ bytes: [UInt8]) throws(SyntaxError) -> [Row] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SyntaxError(line: 1, column: 1, "the file is not UTF-8", "Save it as “CSV UTF-8”.")
        }
        var reader = RowReader(separator: CSV.separator(of: bytes))
        var utf8 = Array(text.utf8)
        if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { utf8.removeFirst(3) }
        try reader.read(utf8)
        return reader.rows
    }

    /// The text of a cell that a spreadsheet may have written with a quote in front.
    fileprivate static func unguarded(_ text: String) -> String {
        text.hasPrefix("'") && needsGuard(text) ? String(text.dropFirst()) : text
    }
}

/// Takes a table apart, byte by byte.
private struct RowReader {
    let separator: UInt8
    private(set) var rows: [CSV.Row] = []
    private var cells: [String] = []
    private var cell: [UInt8] = []
    private var isQuoted = false
    private var wasQuoted = false
    private var line = 1
    /// Where the row begins that is being read.
    private var rowLine = 1

    init(separator: UInt8) { self.separator = separator }

    mutating func read(_ utf8: [UInt8]) throws(SyntaxError) {
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            index += 1
            let next = index < utf8.count ? utf8[index] : nil
            if byte == 10 || byte == 13 && next != 10 { line += 1 }
            switch byte {
            case 34 where isQuoted:
                if next == 34 {
                    cell.append(34)
                    index += 1
                } else {
                    isQuoted = false
                }
            case _ where isQuoted: cell.append(byte)
            case 34 where cell.isEmpty && !wasQuoted: (isQuoted, wasQuoted) = (true, true)
            case separator: try endCell()
            case 13 where next == 10: break
            case 10, 13: try endRow()
            default: cell.append(byte)
            }
        }
        if isQuoted { throw error("a quoted cell does not end", "Close it with a quotation mark.") }
        if !cell.isEmpty || !cells.isEmpty { try endRow() }
    }

    private func error(column: Int = 1, _ reason: String, _ remedy: String) -> SyntaxError {
        SyntaxError(line: rowLine, column: column, reason, remedy)
    }

    private mutating func endCell() throws(SyntaxError) {
        guard cells.count < CSV.mostCells, rows.count < CSV.mostRows else {
            throw error(
                "the table has more than \(CSV.mostCells) columns or \(CSV.mostRows) rows",
                "Leave out what is empty, or split it.")
        }
        if cell.first == UInt8(ascii: "=") || cell.first == UInt8(ascii: "@") {
            throw error(
                column: cells.count + 1, "cell \(cells.count + 1) holds a formula",
                "Save the file with values in place of formulas; put ' before a text that begins so.")
        }
        cells.append(CSV.unguarded(String(decoding: cell, as: UTF8.self)))
        (cell, wasQuoted) = ([], false)
    }

    private mutating func endRow() throws(SyntaxError) {
        try endCell()
        // Spreadsheets name the separator in a line before the header.
        let isNamingSeparator = rows.isEmpty && rowLine == 1 && cells.joined() == "sep="
        // Rows of nothing but separators stand below what was cleared in a spreadsheet.
        if cells.contains(where: { !$0.isEmpty }), !isNamingSeparator {
            rows.append(CSV.Row(line: rowLine, cells: cells, hasDecimalCommas: separator == 59))
        }
        (cells, rowLine) = ([], line)
    }
}

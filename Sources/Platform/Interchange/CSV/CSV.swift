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
        return "\"" + guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
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
        let separator = CSV.separator(of: bytes)
        var rows: [Row] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var line = 1
        var rowLine = 1
        func finished(_ bytes: [UInt8]) throws(SyntaxError) -> String {
            guard cells.count < mostCells, rows.count < mostRows else {
                throw SyntaxError(
                    line: rowLine, column: 1, "the table has more than \(mostCells) columns or \(mostRows) rows",
                    "Leave out what is empty, or split it.")
            }
            let text = String(decoding: bytes, as: UTF8.self)
            if bytes.first == UInt8(ascii: "=") || bytes.first == UInt8(ascii: "@") {
                throw SyntaxError(
                    line: rowLine, column: cells.count + 1, "cell \(cells.count + 1) holds a formula",
                    "Save the file with values in place of formulas; put ' before a text that begins so.")
            }
            return text.hasPrefix("'") && needsGuard(text) ? String(text.dropFirst()) : text
        }
        func endRow() throws(SyntaxError) {
            cells.append(try finished(cell))
            // Spreadsheets name the separator in a line before the header.
            let isNamingSeparator = rows.isEmpty && rowLine == 1 && cells.joined() == "sep="
            // Rows of nothing but separators stand below what was cleared in a spreadsheet.
            if cells.contains(where: { !$0.isEmpty }), !isNamingSeparator {
                rows.append(Row(line: rowLine, cells: cells, hasDecimalCommas: separator == 59))
            }
            cells = []
            cell = []
            wasQuoted = false
            rowLine = line
        }
        var utf8 = Array(text.utf8)
        if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { utf8.removeFirst(3) }
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            index += 1
            if byte == 10 { line += 1 }
            switch byte {
            case 34 where isQuoted:
                if index < utf8.count, utf8[index] == 34 {
                    cell.append(34)
                    index += 1
                } else {
                    isQuoted = false
                }
            case _ where isQuoted: cell.append(byte)
            case 34 where cell.isEmpty && !wasQuoted:
                isQuoted = true
                wasQuoted = true
            case separator:
                cells.append(try finished(cell))
                cell = []
                wasQuoted = false
            case 13 where index < utf8.count && utf8[index] == 10: break
            case 10, 13: try endRow()
            default: cell.append(byte)
            }
        }
        if isQuoted {
            throw SyntaxError(line: rowLine, column: 1, "a quoted cell does not end", "Close it with a quotation mark.")
        }
        if !cell.isEmpty || !cells.isEmpty { try endRow() }
        return rows
    }
}

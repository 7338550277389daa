import Foundation

/// The terminal: width, colours, standard error.
enum Terminal {
    static let width = 80

    /// Whether people read standard output directly and did not switch colours off (no-color.org).
    static let hasColours = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

    /// Writes a line to standard error. It may quote what stands in a file of somebody else: signs that terminals obey are shown as
    /// � instead.
    static func warn(_ text: String) {
        let shown = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
        }
        writeError(String(String.UnicodeScalarView(shown)) + "\n")
    }

    /// Writes to standard error as it is: what is no part of the answer.
    static func writeError(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    enum Style: String {
        case bold = "1"
        case quiet = "2"
        case red = "31"
        case yellow = "33"
        case blue = "34"
    }

    static func styled(_ text: String, _ style: Style) -> String {
        hasColours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The text in lines of at most `width` columns, the first after `first`, the others indented as far.
    static func wrapped(_ text: String, after first: String = "", indentation: Int? = nil, width: Int = width) -> String
    {
        let indentation = indentation ?? first.count
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = String(repeating: " ", count: indentation)
                isEmpty = true
            }
            if !isEmpty { line += " " }
            line += word
            isEmpty = false
        }
        return (lines + [line]).joined(separator: "\n")
    }
}

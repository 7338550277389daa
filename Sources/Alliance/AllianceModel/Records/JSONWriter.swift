extension Value {
    /// The value as JSON: on one line, or indented for people. Decimals are numbers as they were typed, dates are texts.
    ///
    /// - Complexity: O(length of the text).
    public func json(indented: Bool = false) -> String {
        var text = ""
        write(&text, indentation: indented ? 0 : nil)
        return text
    }

    private func write(_ out: inout String, indentation: Int?) {
        switch self {
        case .none: out += "null"
        case .text(let text): Value.writeText(text, &out)
        case .integer(let number): out += "\(number)"
        case .decimal(let number): out += number.description
        case .date(let day): out += "\"\(day)\""
        case .list(let items):
            Value.writeSequence(items, "[", "]", &out, indentation) { item, out, inner in
                item.write(&out, indentation: inner)
            }
        case .record(let members):
            Value.writeSequence(Array(members), "{", "}", &out, indentation) { member, out, inner in
                Value.writeText(member.0, &out)
                out += inner == nil ? ":" : ": "
                member.1.write(&out, indentation: inner)
            }
        }
    }

    private static func writeSequence<T>(
        _ items: [T], _ open: String, _ close: String, _ out: inout String, _ indentation: Int?,
        _ write: (T, inout String, Int?) -> Void
    ) {
        out += open
        for (index, item) in items.enumerated() {
            if index > 0 { out += "," }
            if let indentation { out += "\n" + String(repeating: " ", count: indentation + 2) }
            write(item, &out, indentation.map { $0 + 2 })
        }
        if let indentation, !items.isEmpty { out += "\n" + String(repeating: " ", count: indentation) }
        out += close
    }

    /// Writes a text in quotation marks, with everything escaped that JSON and YAML want escaped.
    public static func writeText(_ text: String, _ out: inout String) {
        out += "\""
        // Most texts need no escape: their bytes are checked and taken over at once.
        if text.utf8.allSatisfy({
            $0 >= 32 && $0 != 34 && $0 != 92 && $0 != 127 && $0 != 0xC2 && $0 != 0xE2 && $0 != 0xEF
        }) {
            out += text
            out += "\""
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let code = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}

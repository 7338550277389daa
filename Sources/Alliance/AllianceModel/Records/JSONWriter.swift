extension Value {
    /// The value as JSON: on one line, or indented for people. Decimals are numbers as they were typed, dates are texts.
    ///
    /// - Complexity: O(length of the text).
    public func json(indented: Bool = false) -> String {
        var bytes: [UInt8] = []
        write(&bytes, indentation: indented ? 0 : nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the value as JSON on one line, in UTF-8.
    public func appendJSON(to out: inout [UInt8]) { write(&out, indentation: nil) }

    private func write(_ out: inout [UInt8], indentation: Int?) {
        switch self {
        case .none: out.append(contentsOf: "null".utf8)
        case .text(let text): Value.appendText(text, to: &out)
        case .integer(let number): out.append(contentsOf: "\(number)".utf8)
        case .decimal(let number): out.append(contentsOf: number.description.utf8)
        case .date(let day): out.append(contentsOf: "\"\(day.description)\"".utf8)
        case .list(let items):
            Value.writeSequence(items, "[", "]", &out, indentation) { item, out, inner in
                item.write(&out, indentation: inner)
            }
        case .record(let members):
            Value.writeSequence(members, "{", "}", &out, indentation) { member, out, inner in
                Value.appendText(member.0, to: &out)
                out.append(contentsOf: (inner == nil ? ":" : ": ").utf8)
                member.1.write(&out, indentation: inner)
            }
        }
    }

    private static func writeSequence<Items: Sequence>(
        _ items: Items, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ out: inout [UInt8], _ indentation: Int?,
        _ write: (Items.Element, inout [UInt8], Int?) -> Void
    ) {
        func line(_ indentation: Int) {
            out.append(UInt8(ascii: "\n"))
            out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
        }
        out.append(UInt8(ascii: open))
        var isFirst = true
        for item in items {
            if !isFirst { out.append(UInt8(ascii: ",")) }
            isFirst = false
            if let indentation { line(indentation + 2) }
            write(item, &out, indentation.map { $0 + 2 })
        }
        if let indentation, !isFirst { line(indentation) }
        out.append(UInt8(ascii: close))
    }

    /// Writes a text in quotation marks, with everything escaped that JSON and YAML want escaped.
    public static func writeText(_ text: String, _ out: inout String) {
        var bytes: [UInt8] = []
        appendText(text, to: &bytes)
        out += String(decoding: bytes, as: UTF8.self)
    }

    private static func appendText(_ text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        defer { out.append(UInt8(ascii: "\"")) }
        // Most texts need no escape: their bytes are checked and taken over at once.
        if text.utf8.allSatisfy({
            $0 >= 32 && $0 != 34 && $0 != 92 && $0 != 127 && $0 != 0xC2 && $0 != 0xE2 && $0 != 0xEF
        }) {
            out.append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out.append(contentsOf: "\\\"".utf8)
            case "\\": out.append(contentsOf: "\\\\".utf8)
            case "\n": out.append(contentsOf: "\\n".utf8)
            case "\r": out.append(contentsOf: "\\r".utf8)
            case "\t": out.append(contentsOf: "\\t".utf8)
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                let code = String(scalar.value, radix: 16)
                out.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - code.count))\(code)".utf8)
            default: out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}

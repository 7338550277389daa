public import AllianceModel

extension Value {
    /// The value as YAML in block style, stable to the byte: what reads the same is written the same.
    public var yaml: String {
        var text = ""
        writeYAML(&text, indentation: 0, afterDash: false)
        return text
    }

    private func writeYAML(_ out: inout String, indentation: Int, afterDash: Bool) {
        let blanks = String(repeating: " ", count: indentation)
        switch self {
        case .record(let members) where !members.isEmpty:
            for (index, (name, value)) in members.enumerated() {
                if index > 0 || !afterDash { out += blanks }
                Value.writeScalar(name, &out, indentation)
                out += ":"
                value.writeYAMLMember(&out, indentation: indentation)
            }
        case .list(let items) where !items.isEmpty:
            for item in items {
                out += blanks + "- "
                item.writeYAML(&out, indentation: indentation + 2, afterDash: true)
            }
        default:
            writeYAMLScalar(&out, indentation)
            out += "\n"
        }
    }

    private func writeYAMLMember(_ out: inout String, indentation: Int) {
        switch self {
        case .record(let members) where !members.isEmpty:
            out += "\n"
            writeYAML(&out, indentation: indentation + 2, afterDash: false)
        case .list(let items) where items.allSatisfy(\.isScalar):
            // Short lists of names read best on one line.
            out += " ["
            for (index, item) in items.enumerated() {
                if index > 0 { out += ", " }
                item.writeYAMLScalar(&out, indentation, inFlow: true)
            }
            out += "]\n"
        case .list(let items) where !items.isEmpty:
            out += "\n"
            writeYAML(&out, indentation: indentation + 2, afterDash: false)
        default:
            out += " "
            writeYAMLScalar(&out, indentation + 2)
            out += "\n"
        }
    }

    private var isScalar: Bool {
        switch self {
        case .list, .record: false
        default: true
        }
    }

    private func writeYAMLScalar(_ out: inout String, _ indentation: Int, inFlow: Bool = false) {
        switch self {
        case .none: out += "~"
        case .text(let text): Value.writeScalar(text, &out, indentation, inFlow: inFlow)
        case .integer(let number): out += "\(number)"
        case .decimal(let number): out += number.description
        case .date(let day): out += day.description
        case .list: out += "[]"
        case .record: out += "{}"
        }
    }

    /// Writes a text plain where that is safe, as a block where it has several lines, else in quotation marks.
    private static func writeScalar(_ text: String, _ out: inout String, _ indentation: Int, inFlow: Bool = false) {
        if isPlain(text, inFlow: inFlow) {
            out += text
        } else if !inFlow, isBlock(text) {
            out += text.hasSuffix("\n") ? "|" : "|-"
            let blanks = "\n" + String(repeating: " ", count: indentation)
            for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
                text.hasSuffix("\n") ? 1 : 0)
            {
                out += line.isEmpty ? "\n" : blanks + line
            }
        } else {
            writeText(text, &out)
        }
    }

    private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, text != "~", text != "null", last != 32,
            last != 58
        else {
            return false
        }
        let isLetterOrDigit = (48...57).contains(first) || (65...90).contains(first & 0xDF) || first >= 0x80
        guard isLetterOrDigit || first == UInt8(ascii: "+") || first == UInt8(ascii: "/") || first == UInt8(ascii: "(")
        else { return false }
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte < 32 || byte == 127 { return false }
            if byte == UInt8(ascii: "#"), previous == 32 { return false }
            if previous == UInt8(ascii: ":"), byte == 32 { return false }
            if inFlow,
                [UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), 58]
                    .contains(byte)
            {
                return false
            }
            previous = byte
        }
        // Unusual line breaks and invisible characters are written escaped.
        return !text.unicodeScalars.contains {
            ("\u{80}"..."\u{9F}").contains($0) || isInvisible($0)
        }
    }

    /// Ends of lines, the byte-order mark and what is no character: a reader of YAML takes them for something else, or not at all
    /// (YAML 1.1, section 5.1).
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}": true
        default: false
        }
    }

    private static func isBlock(_ text: String) -> Bool {
        text.utf8.contains(10) && text.utf8.first != 32 && text.utf8.first != 10 && !text.hasSuffix("\n\n")
            && !text.unicodeScalars.contains {
                $0 < " " && $0 != "\n" || ("\u{7F}"..."\u{9F}").contains($0) || isInvisible($0)
            }
            && !text.split(separator: "\n").contains { $0.allSatisfy { $0 == " " } }
    }
}

extension CanonicalJSON {
    /// Spells a value: keys ascending, no white space, shortest escapes.
    ///
    /// - Throws: `Refusal` where the value has a key, an integer or a depth outside the profile, U+0000, or where its
    ///   spelling is larger than 60 KiB.
    /// - Complexity: O(n).
    public static func encode(_ value: Value) throws(Refusal) -> [UInt8] {
        var output: [UInt8] = []
        try append(value, to: &output, depth: 0)
        guard output.count <= maximumSize else { throw Refusal(.tooLarge, at: maximumSize) }
        return output
    }

    private static func append(_ value: Value, to output: inout [UInt8], depth: Int) throws(Refusal) {
        switch value {
        case .null: output.append(contentsOf: "null".utf8)
        case .boolean(let boolean): output.append(contentsOf: (boolean ? "true" : "false").utf8)
        case .integer(let integer):
            guard (-maximumInteger...maximumInteger).contains(integer) else { throw Refusal(.integerRange, at: 0) }
            output.append(contentsOf: String(integer).utf8)
        case .text(let text): try append(text, to: &output)
        case .list(let list):
            guard depth < maximumDepth else { throw Refusal(.tooDeep, at: 0) }
            output.append(UInt8(ascii: "["))
            for (index, element) in list.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                try append(element, to: &output, depth: depth + 1)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            guard depth < maximumDepth else { throw Refusal(.tooDeep, at: 0) }
            guard members.allSatisfy({ isKey($0.key) }) else { throw Refusal(.key, at: 0) }
            output.append(UInt8(ascii: "{"))
            // The keys are ASCII, where String's order is the order of bytes.
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                try append(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                try append(member.value, to: &output, depth: depth + 1)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Appends a string with its quotes.
    static func append(_ text: String, to output: inout [UInt8]) throws(Refusal) {
        output.append(UInt8(ascii: "\""))
        // Most texts need no escape: their bytes are taken over at once.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            output.append(contentsOf: text.utf8)
            output.append(UInt8(ascii: "\""))
            return
        }
        for byte in text.utf8 {
            switch byte {
            case 0x00: throw Refusal(.nul, at: 0)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x08: output.append(contentsOf: "\\b".utf8)
            case 0x09: output.append(contentsOf: "\\t".utf8)
            case 0x0A: output.append(contentsOf: "\\n".utf8)
            case 0x0C: output.append(contentsOf: "\\f".utf8)
            case 0x0D: output.append(contentsOf: "\\r".utf8)
            case 0x01...0x1F:
                output.append(contentsOf: "\\u00".utf8)
                output.append(contentsOf: Hexadecimal.encode(byte))
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}

extension HTML {
    /// Appends markup, which is not escaped.
    mutating func appendMarkup(_ markup: String) {
        var markup = markup
        markup.withUTF8 { utf8 in
            bytes.append(contentsOf: utf8)
            scanner.read(utf8)
        }
    }

    /// Appends nested markup: as it is between tags, else as the text of its source.
    public mutating func append(_ markup: HTML) {
        switch scanner.place {
        case .text:
            bytes.append(contentsOf: markup.bytes)
            scanner = markup.scanner
        case .raw: bytes.append(contentsOf: markup.bytes)
        default: appendText(markup.text)
        }
    }

    /// Appends text, escaped for the place where it stands.
    mutating func appendText(_ text: some StringProtocol) {
        var text = String(text)
        switch scanner.place {
        case .text: text.withUTF8 { appendEscaped($0) }
        case .doubleQuoted, .singleQuoted: appendValue(text)
        case .beforeValue:
            scanner.beginWholeValue()
            bytes.append(0x22)
            appendValue(text)
            bytes.append(0x22)
            scanner.endWholeValue()
        case .unquoted, .tagName, .tag, .attributeName:
            bytes.append(contentsOf: text.utf8.lazy.filter(isNameByte))
        case .declaration, .raw, .rawLess: break
        }
    }

    /// Appends a checked link; it is text like any other where no link is expected.
    mutating func appendLink(_ link: WebLink) {
        guard scanner.value == .link, scanner.place == .doubleQuoted || scanner.place == .singleQuoted else {
            return appendText(link.text)
        }
        var text = link.text
        text.withUTF8 { appendEscaped($0) }
        scanner.wroteValue()
    }

    /// Appends ` name="value"`, or ` name` without a value, inside a tag; elsewhere nothing.
    mutating func appendAttribute(_ name: StaticString, _ value: String?) {
        guard scanner.place == .tag || scanner.place == .tagName || scanner.place == .attributeName else { return }
        appendMarkup(" ")
        appendMarkup(name.description)
        guard let value else { return }
        appendMarkup("=\"")
        appendValue(value)
        appendMarkup("\"")
    }

    private mutating func appendValue(_ value: String) {
        var value = value
        switch scanner.value {
        case .refused: return
        case .plain: break
        case .link where scanner.valueIsEmpty: value = WebLink(checking: value)?.text ?? "#"
        case .link: value = percentEncoded(value)
        }
        value.withUTF8 { appendEscaped($0) }
        scanner.wroteValue()
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices where isSpecial[Int(text[index])] {
            guard let replacement = replacement(text, index) else { continue }
            bytes.append(contentsOf: text[start..<index])
            bytes.append(contentsOf: replacement.bytes.utf8)
            start = index + replacement.length
        }
        if start < text.count { bytes.append(contentsOf: text[start...]) }
    }

    private func replacement(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (bytes: String, length: Int)? {
        switch text[index] {
        case 0x26: ("&amp;", 1)
        case 0x3C: ("&lt;", 1)
        case 0x3E: ("&gt;", 1)
        case 0x22: ("&quot;", 1)
        case 0x27: ("&#39;", 1)
        case 0xEF:  // U+FFFE and U+FFFF
            index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE ? ("\u{FFFD}", 3) : nil
        default: ("\u{FFFD}", 1)
        }
    }
}

/// The bytes that `replacement` must look at.
private let isSpecial: [Bool] = (0...255).map { byte in
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0xEF: true
    default: false
    }
}

private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
}

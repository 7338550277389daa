extension CanonicalJSON {
    /// Accepts exactly the canonical spelling of one value, and nothing before or after it.
    ///
    /// Edge cases: an empty text ends early; a byte order mark and white space are unexpected bytes.
    ///
    /// - Throws: `Refusal` with the first byte at fault.
    /// - Complexity: O(n); allocates nothing.
    public static func check(_ bytes: [UInt8]) throws(Refusal) {
        try check(bytes.span)
    }

    static func check(_ bytes: Span<UInt8>) throws(Refusal) {
        guard bytes.count <= maximumSize else { throw Refusal(.tooLarge, at: maximumSize) }
        var position = 0
        try CanonicalScanner.value(bytes, &position, depth: 0)
        guard position == bytes.count else { throw Refusal(.trailingBytes, at: position) }
    }

    /// The canonical spelling of any JSON text that the profile allows.
    ///
    /// ```swift
    /// try CanonicalJSON.canonical(Array(#"{ "b": 1, "a": "\u0041" }"#.utf8))  // {"a":"A","b":1}
    /// ```
    /// - Throws: `Refusal`, also where the text is well-formed JSON that the profile does not have (decimals, keys).
    public static func canonical(_ text: [UInt8]) throws(Refusal) -> [UInt8] {
        try encode(parse(text))
    }
}

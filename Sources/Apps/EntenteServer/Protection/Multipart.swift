/// Reads `multipart/form-data` (RFC 7578), the form in which browsers send files.
enum Multipart {
    /// One field of the form.
    struct Part: Hashable, Sendable {
        var name: String
        /// The name of the file, where the field is one.
        var fileName: String?
        var bytes: [UInt8]
    }

    /// The most fields that are read; a form of ours has fewer.
    static let maximumParts = 500

    /// The fields in order.
    ///
    /// - Throws: ``SiteError/incomplete`` where the body is not what its type says, ``SiteError/tooManyFields(_:)``.
    /// - Complexity: O(bytes).
    static func read(_ body: [UInt8], contentType: String) throws(SiteError) -> [Part] {
        guard let boundary = parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw .incomplete
        }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line before it.
        let bytes = Array("\r\n".utf8) + body
        var parts: [Part] = []
        guard var at = find(delimiter, in: bytes, from: 0) else { throw .incomplete }
        while true {
            at += delimiter.count
            if bytes[at...].starts(with: "--".utf8) { return parts }
            guard parts.count < maximumParts else { throw .tooManyFields(maximumParts) }
            guard let line = find(Array("\r\n".utf8), in: bytes, from: at),
                let next = find(delimiter, in: bytes, from: line),
                let part = part(bytes[(line + 2)..<max(line + 2, next)])
            else { throw .incomplete }
            parts.append(part)
            at = next
        }
    }

    private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
        let bytes = Array(bytes)
        guard let end = find(Array("\r\n\r\n".utf8), in: bytes, from: 0),
            let head = String(validating: bytes[..<end], as: UTF8.self)
        else { return nil }
        for line in head.split(separator: "\r\n") {
            let name = line.prefix { $0 != ":" }
            guard name.lowercased() == "content-disposition", let field = parameter("name", of: line) else { continue }
            return Part(name: field, fileName: parameter("filename", of: line), bytes: Array(bytes[(end + 4)...]))
        }
        return nil
    }

    /// The value of a parameter of a header, quoted or not.
    private static func parameter(_ name: String, of header: some StringProtocol) -> String? {
        var rest = Substring(header).drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(key.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let isQuoted = rest.first == "\""
            if isQuoted { rest = rest.dropFirst() }
            // Names of files may hold a semicolon.
            let value = rest.prefix { $0 != (isQuoted ? "\"" : ";") }
            rest = rest.dropFirst(value.count).drop { $0 != ";" }
            guard key.lowercased() == name else { continue }
            // Browsers write quotation marks and line ends in names as %22, %0D and %0A (WHATWG HTML, 4.10.22.8).
            return isQuoted ? String(value).replacing("%22", with: "\"") : String(value.prefix { $0 != " " })
        }
        return nil
    }

    /// The place of the first occurrence of a pattern.
    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count, start <= bytes.count - pattern.count else {
            return nil
        }
        let last = bytes.count - pattern.count
        var at = start
        while at <= last, let next = bytes[at...last].firstIndex(of: first) {
            if bytes[next..<(next + pattern.count)].elementsEqual(pattern) { return next }
            at = next + 1
        }
        return nil
    }
}

/// Something that has an address on the web, such as an enum of all routes.
public protocol WebAddress {
    var webLink: WebLink { get }
}

/// An address that a page may link to: relative to our own site, or `https`, `http`, `mailto` or `tel`.
///
/// Refused are every other scheme (`javascript:`, `data:`, `vbscript:`, …), addresses that name another host without a scheme
/// (`//host`), backslashes, white space and control characters, because browsers strip or bend those before they look
/// at the scheme.
public struct WebLink: WebAddress, Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let text: String

    public var webLink: WebLink { self }
    public var description: String { text }

    /// An address that is written in the source. One that `init(checking:)` would refuse becomes `#`.
    public init(stringLiteral literal: String) {
        self = WebLink(checking: literal) ?? WebLink(unchecked: "#")
    }

    /// An address from outside, or nil where it is not one that a page may link to.
    public init?(checking text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }) else { return nil }
        let utf8 = Array(text.utf8)
        if utf8.count > 1, utf8[0] == 0x2F, utf8[1] == 0x2F { return nil }
        let before = utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }  // a colon after / ? # begins no scheme
        if let colon = before.firstIndex(of: 0x3A) {
            let scheme = String(decoding: before[..<colon], as: UTF8.self).lowercased()
            guard ["https", "http", "mailto", "tel"].contains(scheme) else { return nil }
        }
        self.init(unchecked: text)
    }

    /// `/a/x%20y?from=2` from its parts, each percent-encoded.
    public init(path: [String], query: [(name: String, value: String)] = [], fragment: String? = nil) {
        var text = "/" + path.map(percentEncoded).joined(separator: "/")
        if text.hasPrefix("//") { text = "/." + text.dropFirst() }  // an empty first part must not name a host
        if !query.isEmpty {
            text += "?" + query.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }.joined(separator: "&")
        }
        if let fragment { text += "#" + percentEncoded(fragment) }
        self.init(unchecked: text)
    }

    /// A place on the same page.
    public static func anchor(_ id: String) -> WebLink { WebLink(unchecked: "#" + percentEncoded(id)) }

    private init(unchecked text: String) { self.text = text }
}

/// The text with everything but the unreserved characters of RFC 3986, section 2.3, percent-encoded.
func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
        default: result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: result, as: UTF8.self)
}

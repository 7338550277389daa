import Crypto

extension Stylesheet {
    /// The rules that a report needs, for a `<style>` element: nobody fills in or discusses anything on paper.
    static let reportMarkup: HTML = {
        var rules = HTML()
        rules.appendMarkup([tokens, shell, components, charts, tiles, records, adaptations].joined())
        return rules
    }()

    /// The content policy of a document that brings its styles along. It names that one `<style>` element by the SHA-256
    /// of its rules (CSP Level 3, section 2.3.1), so that a style that came in with somebody's text stays without effect.
    public static let reportPolicy: String = {
        let digest = base64(Array(SHA256.hash(data: reportMarkup.bytes)))
        return "default-src 'none'; style-src 'sha256-\(digest)'; img-src data:; form-action 'none'; base-uri 'none'"
    }()

    /// The Base64 of RFC 4648, section 4. The design system imports neither Foundation nor the ledger, which have one each.
    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        return stride(from: 0, to: bytes.count, by: 3).map { start in
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[start + $1]) : 0) }
            let text = stride(from: 18, through: 0, by: -6).map { digits[bits >> $0 & 63] }
            return String(text.prefix(group.count + 1)) + String(repeating: "=", count: 3 - group.count)
        }.joined()
    }
}

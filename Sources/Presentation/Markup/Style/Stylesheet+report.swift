import Crypto
import FoundationEssentials

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
        let digest = Data(SHA256.hash(data: reportMarkup.bytes)).base64EncodedString()
        return "default-src 'none'; style-src 'sha256-\(digest)'; img-src data:; form-action 'none'; base-uri 'none'"
    }()
}

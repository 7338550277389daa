import AlliancePages
import Crypto
import Hosting

/// Names what people send, so that sending it twice makes one change: from a double click, a reload, two tabs, or after the server
/// was started anew in between.
///
/// The key in a page is the same for a reader and a revision, so a page may be shown any number of times. The key of a submission
/// is made of that and of everything that was sent, and to where: the same content on the same revision is one change, other
/// content another. Whether two fit together is for the revision to tell.
///
/// Keys stand in the ledger, where other parties read them, also beside entries whose content is not for them. So that nobody can
/// try out what the content might have been, the key in the page is nothing that others could make: a code (HMAC-SHA-256,
/// RFC 2104) under a secret of the server.
struct SubmissionKeys: Sendable {
    private let secret: SymmetricKey

    init(secret: [UInt8]) { self.secret = SymmetricKey(data: secret) }

    /// The key that pages of an alliance at a revision carry for one reader.
    func key(account: String, alliance: String, revision: Revision) -> String {
        let text = "\(account)\n\(alliance)\n\(revision.number)"
        return SubmissionKeys.text(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: secret))
    }

    /// The key of what a form sent; a new one where it brings none from a page.
    ///
    /// - Complexity: O(bytes).
    func key(of form: Form, sentTo path: String) -> String {
        guard !form[Submission.keyName].isEmpty else { return Identifiers.random() }
        var code = HMAC<SHA256>(key: secret)
        // Each part with its length before it, so that no two forms read alike.
        func add(bytes: [UInt8]) {
            code.update(data: withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { Array($0) })
            code.update(data: bytes)
        }
        func add(_ part: String) { add(bytes: Array(part.utf8)) }
        add(path)
        // A fast code of a password would undo the slow hash that it is kept as.
        for (name, value) in form.withoutPasswords {
            add(name)
            add(value)
        }
        // Documents stand among no fields.
        for (name, bytes) in form.files.sorted(by: { $0.key < $1.key }) {
            add(name)
            add(bytes: bytes)
        }
        return SubmissionKeys.text(code.finalize())
    }

    /// 128 bits in hexadecimal.
    private static func text(_ code: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: code.prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

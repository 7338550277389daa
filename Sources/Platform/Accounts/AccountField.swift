/// What names, mail addresses and passwords may be.
enum AccountField {
    static let shortestPassword = 12
    static let longestPassword = 1000

    static func name(_ text: String) throws(AccountFailure) -> String {
        let name = trimmed(text).composed
        guard !name.isEmpty else { throw .field(name: "name", "is empty. Give the name that others know you by") }
        guard name.utf8.count <= 200, !hasControls(name) else {
            throw .field(name: "name", "is too long, or has signs that cannot be shown. Give at most 50 letters")
        }
        return name
    }

    /// The form in which addresses are compared: composed, in lower case.
    static func mail(_ text: String) throws(AccountFailure) -> String {
        let mail = trimmed(text).composed.lowercased().composed
        let parts = mail.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, mail.utf8.count <= 254, !hasControls(mail),
            !mail.contains(where: \.isWhitespace)
        else { throw .field(name: "mail", "is no mail address. Write it as anna@example.org") }
        return mail
    }

    /// Length is what makes a password hard to guess; mixtures of signs are not asked for (NIST SP 800-63B, 5.1.1).
    static func password(_ password: String, mail: String, name: String) throws(AccountFailure) {
        let composed = password.composed
        guard composed.unicodeScalars.count >= shortestPassword else {
            throw .password("has fewer than \(shortestPassword) characters")
        }
        guard composed.utf8.count <= longestPassword else {
            throw .password("has more than \(longestPassword) letters")
        }
        let plain = composed.lowercased()
        guard Set(plain).count >= 4 else { throw .password("repeats the same few characters") }
        guard plain != mail, plain != name.lowercased() else { throw .password("is your name or mail address") }
    }

    /// A name of alliance, party or person as other rooms give it.
    static func identifier(_ text: String, _ field: String) throws(AccountFailure) -> String {
        guard (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    || [45, 46, 95].contains($0)
            })
        else { throw .field(name: field, "is no id. Give 1 to 64 letters, digits, hyphens and dots") }
        return text
    }

    /// A short text of a client, cut where it is long.
    static func short(_ text: String, _ length: Int = 200) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.prefix(length)))
    }

    private static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    private static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value < 32 || (127..<160).contains($0.value) }
    }
}

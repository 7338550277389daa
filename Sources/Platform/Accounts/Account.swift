/// Somebody who can sign in.
public struct Account: Hashable, Sendable {
    /// 32 hexadecimal digits; says nothing about who it is.
    public let id: String
    public let name: String
    /// In lower case and Unicode's composed form, as it is compared.
    public let mail: String
    /// Whether there is a password: without one, a one-time link signs in.
    public let hasPassword: Bool
    /// Seconds since 1970-01-01T00:00:00Z, as all times here.
    public let createdAt: Int64
}

/// How somebody wants the pages.
public struct Preferences: Hashable, Sendable {
    public enum Theme: String, Sendable, CaseIterable {
        /// As the system says.
        case system
        case light, dark
    }

    public var theme: Theme
    /// A BCP 47 tag such as `en` or `de-CH`; nil as the browser says.
    public var language: String?

    public init(theme: Theme = .system, language: String? = nil) { (self.theme, self.language) = (theme, language) }
}

/// The origin under which browsers know the site: scheme, host and port (RFC 6454).
public struct SiteOrigin: Hashable, Sendable, CustomStringConvertible {
    public let scheme: String
    public let host: String
    /// The port, also where it is the scheme's own.
    public let port: Int

    public init(scheme: String, host: String, port: Int) {
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
    }

    /// Reads `https://host` or `http://host:port`; nil where there is anything else.
    public init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<separator.lowerBound].lowercased()
        var authority = text[separator.upperBound...]
        if authority.hasSuffix("/") { authority.removeLast() }
        guard ["http", "https"].contains(scheme), !authority.contains(where: { "/?#@ ".contains($0) }) else {
            return nil
        }
        self.init(scheme: scheme, authority: String(authority))
    }

    /// Reads `host` or `host:port`, as the Host header says it.
    init?(scheme: String, authority: String) {
        var host = authority[...]
        var port = scheme == "https" ? 443 : 80
        if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
            guard let number = Int(host[host.index(after: colon)...]), (1...65_535).contains(number) else { return nil }
            port = number
            host = host[..<colon]
        }
        guard !host.isEmpty else { return nil }
        self.init(scheme: scheme, host: String(host), port: port)
    }

    public var description: String {
        let isUsual = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(host)\(isUsual ? "" : ":\(port)")"
    }

    public var isSecure: Bool { scheme == "https" }

    /// Whether the host is this machine itself, where browsers treat plain HTTP as safe.
    public var isLoopback: Bool { ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host) }
}

import Accounts
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import EntenteServer

@Suite struct ProtectionTests {
    private static let origin = SiteOrigin(scheme: "https", host: "entente.example", port: 443)
    private static let session = Visitor.session(id: "s", account: "a")

    private func request(_ method: HTTPRequest.Method, _ headers: HTTPFields, host: String = "entente.example")
        -> Request
    {
        Request(
            head: HTTPRequest(method: method, scheme: "https", authority: host, path: "/", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
    }

    private func headers(_ pairs: [(String, String)]) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs { if let name = HTTPField.Name(name) { fields[name] = value } }
        return fields
    }

    @Test(
        arguments: [
            ([("Sec-Fetch-Site", "same-origin")], true), ([("Sec-Fetch-Site", "none")], true),
            ([("Sec-Fetch-Site", "same-site")], false), ([("Sec-Fetch-Site", "cross-site")], false),
            ([("Origin", "https://entente.example")], true), ([("Origin", "https://entente.example:443")], true),
            ([("Origin", "http://entente.example")], false), ([("Origin", "https://evil.example")], false),
            ([("Origin", "null")], false), ([("Origin", "https://entente.example.evil.example")], false),
            // What a browser says of itself goes before what a page could say.
            ([("Sec-Fetch-Site", "cross-site"), ("Origin", "https://entente.example")], false),
            ([], false),
        ] as [([(String, String)], Bool)])
    func `a form with a session must come from this site`(_ pairs: [(String, String)], _ isAllowed: Bool) {
        let judgement = Protection.judge(request(.post, headers(pairs)), origin: Self.origin, Self.session)
        #expect((judgement == .allow) == isAllowed)
        // Reading needs no origin, and a token is sent on purpose.
        #expect(Protection.judge(request(.get, headers(pairs)), origin: Self.origin, Self.session) == .allow)
        let token = Visitor.token(id: "t", account: "a", alliance: nil)
        #expect(Protection.judge(request(.post, headers(pairs)), origin: Self.origin, token) == .allow)
    }

    @Test func `without origin an anonymous program may post, with any cookie it may not`() {
        #expect(Protection.judge(request(.post, [:]), origin: Self.origin, .anonymous) == .allow)
        #expect(
            Protection.judge(request(.post, [.cookie: "__Host-entente=old"]), origin: Self.origin, .anonymous) != .allow
        )
    }

    @Test func `on this machine the name that the browser used is the one it sends from`() {
        let origin = SiteOrigin(scheme: "http", host: "127.0.0.1", port: 8080)
        let local = request(.post, [.origin: "http://localhost:8080"], host: "localhost:8080")
        #expect(Protection.judge(local, origin: origin, Self.session) == .allow)
        let other = request(.post, [.origin: "http://localhost:9090"], host: "localhost:8080")
        #expect(Protection.judge(other, origin: origin, Self.session) != .allow)
    }

    @Test(arguments: [
        ("entente.example", true), ("ENTENTE.example:443", true), ("127.0.0.1:8080", true), ("evil.example", false),
        ("entente.example.evil.example", false), ("entente.example:notaport", false),
    ])
    func `a name that somebody else pointed here is not ours`(_ host: String, _ isOurs: Bool) {
        #expect(Protection.isOurs(host: host, Self.origin) == isOurs)
    }

    @Test func `only a proxy on this machine is believed when it says for whom it asks`() {
        let forwarded = request(.get, headers([("X-Forwarded-For", "198.51.100.9, 203.0.113.7")]))
        #expect(
            Protection.address(of: forwarded, peer: NetworkAddress("127.0.0.1")).client.description == "203.0.113.7")
        #expect(
            Protection.address(of: forwarded, peer: NetworkAddress("192.0.2.1")).client.description == "192.0.2.1")
    }

    @Test func `addresses of one IPv6 network are one`() {
        let one = NetworkAddress("2001:db8:1:2:3:4:5:6")
        #expect(one == NetworkAddress("2001:db8:1:2::9"))
        #expect(one != NetworkAddress("2001:db8:1:3::9"))
        #expect(NetworkAddress("::1").isLoopback)
        #expect(!one.isLoopback)
    }

    @Test func `a bucket empties, says how long to wait, and fills up again`() {
        var rates = RateLimiter.Rates()
        rates.address = .init(perSecond: 2, burst: 4)
        let limiter = RateLimiter(rates)
        for _ in 0..<4 { #expect(limiter.take(.address("192.0.2.1"), at: 0) == nil) }
        #expect(limiter.take(.address("192.0.2.1"), at: 0) == 1)
        #expect(limiter.take(.address("192.0.2.2"), at: 0) == nil)
        #expect(limiter.take(.address("192.0.2.1"), at: 0.5) == nil)
        #expect(limiter.take(.address("192.0.2.1"), at: 0.5) == 1)
        // Whoever comes late with an earlier time gains nothing, nor does whoever comes after.
        for _ in 0..<3 {
            #expect(limiter.take(.address("192.0.2.1"), at: 0.1) == 1)
            #expect(limiter.take(.address("192.0.2.1"), at: 0.5) == 1)
        }
        for _ in 0..<4 { #expect(limiter.take(.address("192.0.2.1"), at: 100) == nil) }
        #expect(limiter.take(.address("192.0.2.1"), at: 100) != nil)
    }

    @Test(arguments: [(0.5, 2), (0.25, 4), (3, 1), (50, 1)])
    func `who waits as long as was said is let in, and no sooner by whole seconds`(_ perSecond: Double, _ wait: Int) {
        var rates = RateLimiter.Rates()
        rates.account = .init(perSecond: perSecond, burst: 1)
        let limiter = RateLimiter(rates)
        #expect(limiter.take(.account("a"), at: 7.9) == nil)
        #expect(limiter.take(.account("a"), at: 7.9) == wait)
        if wait > 1 { #expect(limiter.take(.account("a"), at: 7.9 + Double(wait) - 1) == 1) }
        #expect(limiter.take(.account("a"), at: 7.9 + Double(wait)) == nil)
    }

    /// A page with its parts is 12 requests at most, and nobody opens and edits faster than 5 a second for a minute.
    @Test func `an ordinary person never meets a limit`() {
        let limiter = RateLimiter(RateLimiter.Rates())
        var time = 0.0
        for _ in 0..<300 {
            for part in 0..<12 {
                #expect(limiter.take(.address("192.0.2.1"), at: time) == nil)
                // Styles, scripts and pictures are kept by the browser after the first page.
                guard part < 3 else { continue }
                #expect(limiter.take(.account("a"), at: time) == nil)
                #expect(limiter.take(.party("north", alliance: "fees"), at: time) == nil)
            }
            time += 0.2
        }
    }

    @Test func `many addresses do not fill the memory`() {
        let limiter = RateLimiter(RateLimiter.Rates())
        for number in 0..<25_000 { _ = limiter.take(.address("\(number)"), at: Double(number)) }
        #expect(limiter.count <= 10_000)
    }

    @Test func `many who wait are not looked through again and again`() {
        let limiter = RateLimiter(RateLimiter.Rates())
        for number in 0..<50_000 { _ = limiter.take(.secret("\(number)"), at: 0) }
        #expect(limiter.count == 50_000)
        #expect(limiter.sweepCount <= 3)
        // Once they are full again, the next look forgets them.
        for number in 0..<50_000 { _ = limiter.take(.address("\(number)"), at: 1000) }
        #expect(limiter.count <= 80_000)
    }

    @Test func `no script reads the cookie of a session, and no plain connection carries it`() {
        let secure = Cookies.setSession("t", isSecure: true).split(separator: "; ")
        #expect(secure.first == "__Host-entente=t")
        #expect(Set(secure).isSuperset(of: ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"]))
        #expect(!secure.contains { $0.hasPrefix("Domain") })
        #expect(Cookies.endSession(isSecure: true).contains("__Host-entente=; ") && secure.count == 6)
        let plain = Cookies.setSession("t", isSecure: false).split(separator: "; ")
        #expect(plain.first == "entente=t" && plain.contains("HttpOnly") && !plain.contains("Secure"))
    }

    @Test(arguments: [
        "https://entente.example/path", "ftp://entente.example", "https://", "entente.example",
        "https://user@entente.example", "https://entente.example:0", "https://entente.example:70000",
    ])
    func `what is no origin is refused`(_ text: String) { #expect(SiteOrigin(text) == nil) }
}

import Accounts
import AllianceModel
import Foundation
import HTTPTypes
import Hosting
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization

@testable import EntenteServer

/// A server over a folder of its own, with a clock that tests move.
struct World: Sendable {
    let server: EntenteServer
    let folder: URL
    let clock: TestClock

    init(
        at seconds: Int64 = 1_800_000_000,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ adjust: (inout Settings) -> Void = { _ in }
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        clock = TestClock(seconds)
        var settings = Settings(data: folder.path)
        settings.rates.address = .init(perSecond: 1e9, burst: 1e9)
        settings.rates.account = settings.rates.address
        settings.rates.party = settings.rates.address
        settings.rates.secret = settings.rates.address
        adjust(&settings)
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        server = try EntenteServer(
            settings, starts: AllianceStarts(in: root.path),
            logger: logger,
            cost: PasswordCost(logarithmOfN: 4), now: { [clock] in clock.now })
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Runs a test against the site, without a socket.
    func test(_ body: @Sendable @escaping (any TestClientProtocol) async throws -> Void) async throws {
        defer { remove() }
        try await server.application().test(.router) { client in try await body(client) }
    }

    /// Somebody with an account, who acts as a person of a party.
    func visitor(
        _ name: String, in alliance: String? = nil, party: String = "", person: String = "",
        _ client: any TestClientProtocol
    ) async throws -> TestBrowser {
        let account = try await server.accounts.makeAccount(name: name, mail: "\(name.lowercased())@example.org")
        if let alliance {
            try await server.accounts.join(account.id, alliance: alliance, party: party, person: person)
        }
        let link = try await server.accounts.makeSignInLink(for: account.id)
        let browser = TestBrowser(client)
        try await browser.post("/sign-in/\(link.text)", [])
        return browser
    }
}

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
    private let seconds: Mutex<Int64>
    init(_ seconds: Int64) { self.seconds = Mutex(seconds) }
    var now: Moment { Moment(seconds: seconds.withLock { $0 }) }
    func advance(by seconds: Int64) { self.seconds.withLock { $0 += seconds } }
}

/// A browser as far as the server can tell: it keeps cookies and says from where it sends.
final class TestBrowser: Sendable {
    let client: any TestClientProtocol
    private let cookie = Mutex<String?>(nil)
    init(_ client: any TestClientProtocol) { self.client = client }

    private func headers(_ more: HTTPFields) -> HTTPFields {
        var headers = more
        if let cookie = cookie.withLock({ $0 }) { headers[.cookie] = cookie }
        return headers
    }

    private func keepCookie(_ response: TestResponse) {
        for header in response.headers[values: .setCookie] {
            let value = header.prefix { $0 != ";" }
            guard ["entente", "__Host-entente"].contains(String(value.prefix { $0 != "=" })) else { continue }
            cookie.withLock { $0 = value.hasSuffix("entente=") ? nil : String(value) }
        }
    }

    @discardableResult
    func get(_ uri: String, headers more: HTTPFields = [:]) async throws -> TestResponse {
        let response = try await client.execute(uri: uri, method: .get, headers: headers(more))
        keepCookie(response)
        return response
    }

    func head(_ uri: String, type: String) async throws -> TestResponse {
        try await client.execute(uri: uri, method: .head, headers: headers([.contentType: type]))
    }

    /// Sends a form as a page of the site does.
    @discardableResult
    func post(_ uri: String, _ pairs: [(String, String)], headers more: HTTPFields = [:]) async throws -> TestResponse {
        let allowed = CharacterSet.alphanumerics
        let body = pairs.map { name, value in
            "\(name.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")="
                + "\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }.joined(separator: "&")
        return try await send(uri, Array(body.utf8), type: "application/x-www-form-urlencoded", headers: more)
    }

    @discardableResult
    func send(
        _ uri: String, _ bytes: [UInt8], type: String, headers more: HTTPFields = [:]
    ) async throws -> TestResponse {
        var more = more
        more[.contentType] = type
        if let name = HTTPField.Name("Sec-Fetch-Site"), more[name] == nil { more[name] = "same-origin" }
        let response = try await client.execute(
            uri: uri, method: .post, headers: headers(more), body: ByteBuffer(bytes: bytes))
        keepCookie(response)
        return response
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var bytes: [UInt8] { Array(buffer: body) }
}

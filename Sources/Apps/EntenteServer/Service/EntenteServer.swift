public import Accounts
public import AllianceModel
import AlliancePages
import Database
public import Hosting
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Interchange
import Ledger
public import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// A data folder that is served: open database, alliances, accounts, and the site.
public struct EntenteServer: Sendable {
    public let settings: Settings
    public let accounts: Accounts
    public let directory: AllianceDirectory
    let site: SiteServer
    let database: SQLDatabase
    private let logger: Logger

    /// Opens the data folder, making it where there is none.
    ///
    /// - Parameters:
    ///   - starts: what new alliances can begin with.
    ///   - now: the time.
    /// - Throws: ``StartFailure``: the folder is in use, cannot be written, was written by a newer version, is damaged.
    public init(
        _ settings: Settings, starts: AllianceStarts, logger: Logger, cost: PasswordCost = .standard,
        now: @escaping @Sendable () -> Moment
    ) throws(StartFailure) {
        let key: ServerKey
        do {
            let folder = try DataFolder(path: settings.data)
            key = try ServerKey(in: folder)
            database = try SQLDatabase(
                folder: folder,
                migrations: AllianceDirectory.migrations + Accounts.migrations)
            directory = AllianceDirectory(
                database: database, host: settings.origin.authority, key: key)
        } catch let failure as DatabaseFailure {
            throw StartFailure(failure.location, failure.reason, failure.advice + ".")
        } catch {
            throw StartFailure("Data folder \(settings.data)", "\(error)", "Look at it, then start again.")
        }
        self.settings = settings
        self.logger = logger
        accounts = Accounts(database: database, cost: cost, clock: { now().seconds })
        site = SiteServer(
            settings: settings, accounts: accounts, directory: directory, assets: SiteAssets(), starts: starts,
            metrics: Metrics(), listeners: Listeners(), limiter: RateLimiter(settings.rates),
            notices: Notices(), uploads: Uploads(), largeFiles: LargeFiles(),
            contexts: ContextCache(), news: NewsCounts(), pages: RenderedPages(),
            submissionKeys: SubmissionKeys(secret: key.secret(for: "submissions")),
            changesInFlight: ChangesInFlight(), hasDocuments: (try? Pandoc(path: settings.programs)) != nil,
            logger: logger, now: now)
    }

    /// Serves until the process is asked to end (SIGTERM, SIGINT), then finishes what was begun.
    ///
    /// - Parameter ready: called with the address, once connections are taken.
    /// - Throws: ``StartFailure`` where the port is taken or the certificate cannot be read.
    public func run(ready: @escaping @Sendable (SiteOrigin) async -> Void) async throws {
        var application = try application(ready: ready)
        application.addServices(Housekeeping(accounts: accounts, uploads: site.uploads, now: site.now, logger: logger))
        do {
            try await application.runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw StartFailure(
                "Port \(settings.port)", "another program listens there",
                "Stop it, or choose another port with --port.")
        } catch let error as IOError where error.errnoCode == EACCES || error.errnoCode == EADDRNOTAVAIL {
            throw StartFailure(
                "\(settings.address):\(settings.port)", "this user cannot listen there",
                "Choose an address of this machine and a port above 1023.")
        }
        await directory.close()
        try await closeDatabase()
    }

    /// Ends the connection to the data; requests after that are answered with 503.
    func closeDatabase() async throws { try await database.close() }

    /// The application, for `run` and for tests.
    func application(
        ready: @escaping @Sendable (SiteOrigin) async -> Void = { _ in }
    ) throws(StartFailure) -> Application<RouterResponder<VisitContext>> {
        let origin = settings.origin
        return Application(
            router: site.router().router, server: try channel(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.address, port: settings.port), serverName: nil, backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(2_000)),
            onServerRunning: { _ in await ready(origin) }, logger: logger)
    }

    /// HTTP/1.1 with limits: slow or silent clients do not hold a connection for ever (CVE-2026-28980 and its like).
    private func channel() throws(StartFailure) -> HTTPServerBuilder {
        let configuration = HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))
        let connections = Connections()
        let http = HTTPServerBuilder { responder in
            EventLoopChannel(
                base: HTTP1Channel(responder: responder, configuration: configuration), connections: connections)
        }
        guard let files = settings.tls else { return http }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(files.certificate).map {
                NIOSSLCertificateSource.certificate($0)
            }
            let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
            var tls = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain, privateKey: .privateKey(key))
            tls.minimumTLSVersion = .tlsv12
            return try .tls(http, tlsConfiguration: tls)
        } catch {
            throw StartFailure(
                "tls", "\(files.certificate) or \(files.key) cannot be used as certificate chain and key",
                "Give PEM files that this user may read and that belong together.")
        }
    }
}

extension SiteOrigin {
    /// Host and, where it is not the scheme's own, port.
    var authority: String { String(description.dropFirst(scheme.count + 3)) }
}

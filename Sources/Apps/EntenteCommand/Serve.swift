import Accounts
import AllianceModel
import ArgumentParser
import EntenteServer
import Foundation
import Logging

/// What the commands share that open a data folder.
struct ServerOptions: ParsableArguments {
    @Option(help: "The folder that holds everything; made where there is none.") var data: String?
    @Option(help: "The port to listen on; 8080 where it is left out.") var port: String?
    @Option(help: "The address to listen on; this machine alone where it is left out.") var address: String?
    @Option(help: ArgumentHelp("Where people reach the server behind a proxy.", valueName: "https://host"))
    var publicURL: String?
    @Option(help: ArgumentHelp("The certificate chain, in PEM.", valueName: "file")) var tlsCertificate: String?
    @Option(help: ArgumentHelp("The key of the certificate, in PEM.", valueName: "file")) var tlsKey: String?
    @Option(help: ArgumentHelp("A JSON file with these settings.", valueName: "file")) var config: String?

    /// The settings: flags, then the environment, then the file.
    func settings(data standard: String? = nil) async throws -> Settings {
        let given: [String: String?] = [
            "data": data, "port": port, "address": address, "public-url": publicURL, "tls-certificate": tlsCertificate,
            "tls-key": tlsKey,
        ]
        let flags = given.compactMapValues { $0 }
        do throws(StartFailure) {
            return try await Settings.read(flags: flags, file: config)
        } catch {
            guard error.place == "data", let standard else { throw error }
            return try await Settings.read(flags: flags.merging(["data": standard]) { $1 }, file: config)
        }
    }

    /// The data folder, open, with the settings of these options.
    func server(_ settings: Settings) throws -> EntenteServer {
        let level = Logger.Level(rawValue: settings.logLevel) ?? .info
        let logger = Logger(label: "entente") { JSONLogHandler(label: $0, level: level) }
        let starts = AllianceStarts(in: InstalledFiles.folder?.path ?? ".")
        return try EntenteServer(settings, starts: starts, logger: logger, now: { Files.now })
    }
}

/// `entente serve`: the server.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the alliances of a data folder on the web.",
        discussion: """
            Each option is also read from the environment (ENTENTE_PORT) or from the file of --config. Without a \
            certificate it listens on this machine alone, for a proxy that has one (--public-url).
            """)

    @OptionGroup var options: ServerOptions

    func run() async throws {
        let server = try options.server(try await options.settings())
        let isEmpty = try await server.accounts.isEmpty()
        try await server.run { origin in
            print("Entente is ready at \(origin)")
            if isEmpty { print("Nobody has an account yet. Open \(origin)/welcome on this machine to make the first.") }
            fflush(nil)
        }
    }
}

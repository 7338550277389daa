import Accounts
import AllianceModel
import ArgumentParser
import EntenteServer
import Foundation
import Hosting

/// `entente demo`: the server with an example to look at and to change.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open the server with an example, and print a link that signs in.")

    @OptionGroup var options: ServerOptions
    @Option(help: ArgumentHelp("The example to open, as good-friday.", valueName: "name")) var example = "opendreamkit"

    func run() async throws {
        let settings = try await options.settings(data: "demo/data")
        let server = try options.server(settings)
        let link = try await prepare(server)
        try await server.run { origin in
            print(
                """
                Entente is ready at \(origin)

                Open this link in a browser. It signs you in once, within a day:

                    \(link)

                Everything is kept in \(settings.data). Press Control-C to stop.
                """)
            fflush(nil)
        }
    }

    /// Makes the account and the alliance where they are not there yet, and a link for this start.
    private func prepare(_ server: EntenteServer) async throws -> String {
        let mail = "you@example.org"
        let account: Account
        if let known = try await server.accounts.account(mail: mail) {
            account = known
        } else {
            account = try await server.accounts.makeAccount(name: "Demo Lead", mail: mail)
        }
        if try await !server.directory.list().contains(where: { $0.id == example }) {
            let starts = AllianceStarts(in: InstalledFiles.folder?.path ?? ".")
            guard let bytes = starts.example(example) else {
                throw Failure(
                    "--example \(example): there is no such example. Examples: \(starts.examples.joined(separator: ", "))."
                )
            }
            let problems = try await server.importAlliance(bytes, id: example, founder: account, at: Files.now)
            guard problems.isEmpty else {
                throw Failure(problems.map { "\(example).yaml:\($0)" }.joined(separator: "\n"))
            }
        }
        return try await server.signInLink(for: account)
    }
}

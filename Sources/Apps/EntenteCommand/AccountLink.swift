import Accounts
import AllianceModel
import ArgumentParser
import EntenteServer
import Hosting

/// `entente account`: lets somebody in without an invitation; for who runs the server.
struct AccountLink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Make an account where there is none, and print a link that signs in once.",
        discussion: "The server of that folder must not run meanwhile.")

    @Argument(help: "The mail address of the person.") var mail: String
    @OptionGroup var options: ServerOptions
    @Option(help: "Their name, for a new account.") var name: String?
    @Option(help: "Seat them in this alliance, as its first lead who has no account.") var alliance: String?
    @Flag(help: "Print a link that sets a new password instead.") var resetPassword = false

    func run() async throws {
        let server = try options.server(try await options.settings())
        do {
            if let alliance { try await check(alliance, in: server) }
            var account = try await server.accounts.account(mail: mail)
            if account == nil {
                guard let name else { throw Failure("\(mail): there is no such account. Give --name to make one.") }
                account = try await server.accounts.makeAccount(name: name, mail: mail)
            }
            guard let account else { return }
            if let alliance {
                guard let person = try await server.seat(account, in: alliance) else {
                    throw Failure("--alliance \(alliance): no lead is without an account. Invite them on the web.")
                }
                print("\(mail) acts as \(person) in \(alliance).")
            }
            print(
                resetPassword
                    ? try await server.passwordLink(for: account) : try await server.signInLink(for: account))
        } catch let failure as AccountFailure {
            throw Failure("\(mail): \(failure).")
        } catch let failure as HostingFailure {
            throw Failure("\(failure).")
        }
    }

    /// How many alliances a message names.
    private static let mostNamed = 40

    /// Before anything is made: a slip of the keyboard leaves no account behind.
    private func check(_ alliance: String, in server: EntenteServer) async throws {
        let all = try await server.directory.list()
        guard !all.contains(where: { $0.id == alliance }) else { return }
        guard !all.isEmpty else {
            throw Failure(
                "--alliance \(alliance): the data folder holds no alliance. Found one on the web, or with entente import."
            )
        }
        let named = all.prefix(Self.mostNamed).map { $0.name == $0.id ? $0.id : "\($0.id) (\($0.name))" }
        let rest = all.count - named.count
        throw Failure(
            "--alliance \(alliance): there is no such alliance. Name one of: \(named.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "")."
        )
    }
}

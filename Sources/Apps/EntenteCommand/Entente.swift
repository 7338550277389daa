import ArgumentParser
import EntenteServer

/// The `entente` program.
@main
struct Entente: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entente",
        abstract: "Prepare an alliance: from “we should work together” to ready to run.",
        version: "0.1.0",
        subcommands: [
            Demo.self, Serve.self, Import.self, Export.self, Verify.self, AccountLink.self, Check.self, Report.self,
            New.self, Convert.self, Diff.self, Table.self, Schema.self, Bargain.self, Text.self, Sign.self,
        ])

    /// Runs the command that the arguments name. Exit status: 0 fine, 1 the answer is no, 2 bad usage or input.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as StartFailure {
            Terminal.warn("\(failure)")
            exit(withError: ExitCode(2))
        } catch let failure as Failure {
            Terminal.warn(failure.text)
            exit(withError: ExitCode(2))
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Terminal.warn(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}

/// Bad input: what is wrong and what to do, one line a problem. The program ends with status 2.
struct Failure: Error {
    let text: String

    init(_ text: String) { self.text = text }
}

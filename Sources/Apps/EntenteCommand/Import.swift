import AllianceModel
import ArgumentParser
import EntenteServer
import Foundation
import Hosting

/// `entente import`: an alliance file into a data folder.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Found an alliance in a data folder from an alliance file.",
        discussion: "The server of that folder must not run meanwhile. Let people in with `entente account`.")

    @Argument(help: "The alliance file (YAML or JSON); - is standard input.") var file: String
    @OptionGroup var options: ServerOptions
    @Option(help: "The name of the alliance in addresses; made from the name of the file where it is left out.")
    var id: String?

    func run() async throws {
        let bytes = try Files.read(file)
        let server = try options.server(try await options.settings())
        let name = id ?? URL(filePath: file).deletingPathExtension().lastPathComponent.lowercased()
        do {
            let problems = try await server.importAlliance(bytes, id: name, at: Files.now)
            guard problems.isEmpty else { throw Failure(problems.map { "\(file):\($0)" }.joined(separator: "\n")) }
        } catch let failure as HostingFailure {
            throw Failure("\(file): \(failure).")
        }
        print("The alliance \(name) is founded. Let somebody in: entente account MAIL --alliance \(name) --data DIR")
    }
}

import AllianceModel
import ArgumentParser
import EntenteServer
import Foundation
import Hosting
import Interchange
import Ledger

/// `entente export`: an alliance, or its ledger, out of a data folder.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write an alliance of a data folder as an alliance file, or its ledger as a file to verify.",
        discussion: """
            Without --as it holds everything, also what is private to each party: keep it as you keep the data folder. \
            The server of that folder must not run meanwhile.
            """)

    @OptionGroup var options: ServerOptions
    @Option(help: "Which alliance; needed where there are several.") var alliance: String?
    @Flag(help: "The ledger, for `entente verify`.") var ledger = false
    @Option(name: .customLong("as"), help: ArgumentHelp("What this party may see.", valueName: "party")) var party:
        String?
    @Option(help: "The file to write, ending in .yaml or .json; - is standard output.") var output: String

    func run() async throws {
        let server = try options.server(try await options.settings())
        let ids = try await server.directory.list().map(\.id)
        guard let id = alliance ?? (ids.count == 1 ? ids[0] : nil), ids.contains(id) else {
            throw Failure(
                ids.isEmpty
                    ? "The data folder holds no alliance. Found one with entente import."
                    : "--alliance: name one of: \(ids.joined(separator: ", ")).")
        }
        let live = try await server.directory.open(id)
        if let party, await live.view(for: .everyone).view.charter.parties[RecordID(party)] == nil {
            throw Failure("--as \(party): there is no such party.")
        }
        if ledger {
            var bytes: [UInt8] = []
            for try await piece in try await live.ledgerPieces(for: party.map { .party(RecordID($0)) }) {
                bytes += piece
            }
            try Files.write(String(decoding: bytes, as: UTF8.self), to: output)
        } else {
            let value = await Export.value(of: live, as: party)
            try Files.write(
                output.hasSuffix(".json") ? value.json(indented: true) + "\n" : value.yaml, to: output)
        }
        if output != "-" { print("\(output) is written.") }
    }

    /// What a party may see, or what all may see together with what each keeps for itself.
    private static func value(of live: LiveAlliance, as party: String?) async -> Value {
        if let party { return AllianceFile.value(of: await live.view(for: .party(RecordID(party))).view) }
        let everyone = await live.view(for: .everyone).view
        guard case .record(var file) = AllianceFile.value(of: everyone) else { return .none }
        var ofParties = Value.Members()
        for party in everyone.charter.parties {
            guard case .record(let own) = AllianceFile.value(of: await live.view(for: .party(party.id)).view),
                case .record(let section)? = own["private"], let content = section[party.id.text]
            else { continue }
            ofParties[party.id.text] = content
        }
        if !ofParties.isEmpty { file["private"] = .record(ofParties) }
        return .record(file)
    }
}

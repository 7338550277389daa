import ArgumentParser
import Foundation
import Ledger

/// `entente verify`: whether an exported ledger is whole and unchanged.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Verify an exported ledger without its server: every entry, the chain, the tree, the signed checkpoint.",
        discussion: """
            Ends with status 1 where something does not hold. Give --server with the key from your invitation, so that nobody \
            can show you another server's history.
            """)

    @Argument(help: "The export; - is standard input.") var file: String
    @Flag(help: "Print one JSON object, with the reason as the format names it.") var json = false
    @Option(help: ArgumentHelp("The key that the server must have.", valueName: "name+id+key")) var server: String?

    func run() throws {
        var pin: LedgerVerifier.Pin?
        if let server {
            guard let key = VerifierKey(server) else {
                throw Failure("--server \(server): this is no key. Take it from the ledger page, as name+id+key.")
            }
            pin = LedgerVerifier.Pin(server: key)
        }
        let bytes = try Files.read(file)
        var reader = ExportReader(pin: pin)
        do throws(VerificationFailure) {
            try reader.add(bytes)
            let ledger = try reader.finish()
            if json { return print(Self.words(of: ledger)) }
            print(
                "\(file) holds: \(ledger.checkpoint.size) entries of \(ledger.genesis.alliance), unchanged and in order."
            )
            print("Signed by \(ledger.genesis.key)")
            print("Private entries: \(ledger.privateEntries), of which this file opens \(ledger.openedEntries).")
            if pin == nil {
                print("The server's key is taken from the file itself. Compare it, or give it with --server.")
            }
        } catch {
            print(json ? Self.words(of: error) : "\(file) does not hold: \(error)")
            throw ExitCode(1)
        }
    }

    private static func words(of ledger: VerifiedLedger) -> String {
        #"{"ok":true,"size":\#(ledger.checkpoint.size),"root":"\#(ledger.checkpoint.root.hexadecimal)"}"#
    }

    private static func words(of failure: VerificationFailure) -> String {
        #"{"ok":false,"reason":"\#(failure.code)","entry":\#(failure.sequence.map { "\($0)" } ?? "null")}"#
    }
}

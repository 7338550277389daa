import AllianceModel
import ArgumentParser
import Foundation

/// `entente sign`: a signing key of one's own, signatures by it, and the check of all signatures of a text.
struct Sign: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sign the exact words of a text with an Ed25519 key of your own, or check its signatures.",
        discussion: """
            First: entente sign --new-key my.key. It prints your public key: put it into your person record (signingKey). \
            Then: entente sign FILE INSTRUMENT --key my.key prints the digest and your signature, which the sign page takes. \
            Without the file, give the digest that the page shows: entente sign --instrument treaty --digest … --key my.key. \
            With --verify it checks every signature that holds, and ends with status 1 where one is wrong.
            """)

    @Argument(help: "The alliance file (YAML or JSON); - is standard input.") var file: String?
    @Argument(help: "The id of the instrument.") var instrumentInFile: String?
    @Option(help: "Make a key and write it into this new file.") var newKey: String?
    @Option(help: "The file with your key.") var key: String?
    @Option(help: "The act: initial, sign or ratify.") var act = "sign"
    @Option(help: "The id of the instrument, where no file is given.") var instrument: String?
    @Option(help: "SHA-256 of the exact text, where no file is given.") var digest: String?
    @Flag(help: "Check the signatures in the file.") var verify = false

    func run() throws {
        if let newKey { return try make(newKey) }
        if verify { return try check() }
        guard let key else {
            throw ValidationError("Name your key with --key, make one with --new-key, or check with --verify.")
        }
        guard let act = Signature.Act(rawValue: act) else {
            throw Failure("--act \(act): there is no such act. Acts: initial, sign, ratify.")
        }
        let seed =
            String(decoding: try Files.read(key), as: UTF8.self).split(whereSeparator: \.isWhitespace).first ?? ""
        guard let key = PrivateSigningKey(String(seed)) else {
            throw Failure("\(self.key ?? ""): it holds no signing key. Make one with entente sign --new-key.")
        }
        let (id, digest) = try text()
        let signature = try key.signature(over: PublicSigningKey.message(act, id, digest: digest))
        print("digest: \(digest)\nsignature: \(signature)\nkey: \(key.publicKey)")
    }

    private func make(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure("\(path): there is already such a file. Choose another name.")
        }
        let key = PrivateSigningKey()
        let made = FileManager.default.createFile(
            atPath: path, contents: Data("\(key.seed)\n".utf8), attributes: [.posixPermissions: 0o600])
        guard made else { throw Failure("\(path): it cannot be written. Check the folder.") }
        print("\(path) holds your key: keep it to yourself.\nsigningKey: \(key.publicKey)")
    }

    private func text() throws -> (RecordID<Instrument>, String) {
        if let file {
            let name = instrumentInFile ?? instrument ?? ""
            guard let text = try Files.alliance(file).view(for: .everyone).text(of: RecordID(name)) else {
                throw Failure("\(name.isEmpty ? "INSTRUMENT" : name): there is no such instrument in \(file).")
            }
            if let digest, digest != text.digest {
                throw Failure(
                    "--digest: the text in \(file) has another one, \(text.digest). Read it again before you sign.")
            }
            return (RecordID(name), text.digest)
        }
        guard let instrument, let digest, digest.count == 64, digest.allSatisfy(\.isHexDigit) else {
            throw ValidationError("Give the alliance file, or --instrument and the --digest that the page shows.")
        }
        return (RecordID(instrument), digest)
    }

    private func check() throws {
        guard let file else { throw ValidationError("Name the alliance file whose signatures are checked.") }
        let view = try Files.alliance(file).view(for: .everyone)
        let only = (instrumentInFile ?? instrument).map { RecordID<Instrument>($0) }
        if let only, view.terms.instruments[only] == nil {
            throw Failure("\(only): there is no such instrument in \(file).")
        }
        var isSound = true
        var checked = 0
        for instrument in view.terms.instruments where only == nil || only == instrument.id {
            for signature in instrument.signatures where signature.holds {
                let verdict = view.verdict(on: signature, of: instrument)
                isSound = isSound && verdict.isSound
                checked += 1
                print(
                    "\(instrument.title): \(view.charter.name(of: signature.party)), \(signature.act.done.lowercased()): \(verdict.words)"
                )
            }
        }
        if checked == 0 { print("No signature holds.") }
        if !isSound { throw ExitCode(1) }
    }
}

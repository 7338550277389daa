import AllianceModel
import ArgumentParser
import Interchange

/// `entente convert`: an alliance file from YAML to JSON or back.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write an alliance file anew, in YAML or JSON, as the ending of the new name says.")

    @Argument(help: "The alliance file; - is standard input.") var file: String
    @Argument(help: "The new file, ending in .yaml or .json; - is standard output, in YAML.") var output: String
    @Option(name: .customLong("as"), help: ArgumentHelp("Only what this party may see.", valueName: "party")) var party:
        String?

    func run() throws {
        let alliance = try Files.alliance(file)
        let value =
            try party.map { AllianceFile.value(of: try Files.view(of: alliance, as: $0)) }
            ?? AllianceFile.value(of: alliance)
        switch output.split(separator: ".").last {
        case "json": try Files.write(value.json(indented: true) + "\n", to: output)
        case "yaml", "yml", "-": try Files.write(value.yaml, to: output)
        default: throw Failure("\(output): the form is not known. End the name in .yaml or .json.")
        }
    }
}

/// `entente schema`: the JSON Schema of the alliance file.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema of the alliance file, by which editors complete and check it.")

    func run() { print(AllianceFile.schema.json(indented: true)) }
}

/// `entente diff`: what changed between two files, in words.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what changed from one alliance file to another. Ends with status 1 where they differ.")

    @Argument(help: "The older file.") var old: String
    @Argument(help: "The newer file.") var new: String
    @Flag(help: "Print one JSON object.") var json = false
    @Option(name: .customLong("as"), help: ArgumentHelp("Only what this party may see.", valueName: "party")) var party:
        String?

    func run() throws {
        let (older, newer) = (try Files.alliance(old), try Files.alliance(new))
        let viewers = try party.map { [try Files.view(of: newer, as: $0).viewer] } ?? allViewers(older, newer)
        var differences: [Difference] = []
        for viewer in viewers {
            let found = newer.view(for: viewer).differences(since: older.view(for: viewer))
            differences += viewers.count == 1 ? found : found.filter { $0.audience == viewer.audience }
        }
        if json {
            let list = differences.map { difference -> Value in
                var members: Value.Members = [
                    "register": .text("\(difference.register)"), "id": .text(difference.id),
                    "words": .text(difference.words),
                ]
                if case .party(let party) = difference.audience { members["onlyFor"] = .text(party.text) }
                return .record(members)
            }
            print(Value.record(["differences": .list(list)]).json(indented: true))
        } else {
            for difference in differences { print(Terminal.wrapped(difference.words, after: "", indentation: 2)) }
            if differences.isEmpty { print("Nothing changed.") }
        }
        if !differences.isEmpty { throw ExitCode(1) }
    }

    private func allViewers(_ older: Alliance, _ newer: Alliance) -> [Viewer] {
        [.everyone] + Set(older.partiesWithSecrets + newer.partiesWithSecrets).sorted().map(Viewer.party)
    }
}

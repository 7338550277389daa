import AllianceModel
import ArgumentParser
import Interchange

/// `entente new`: an alliance file to begin with.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin an alliance file from a playbook: business, diplomacy, gaming or collaborativeProject.")

    @Option(help: "The context whose playbook to take.") var playbook: String
    @Argument(help: "The new file, ending in .yaml or .json; - is standard output, in YAML.") var file: String

    func run() throws {
        guard let context = Profile.Context(rawValue: playbook) else {
            let names = Profile.Context.allCases.map(\.rawValue)
            let hint = nearestName(to: playbook, among: names).map { "Did you mean “\($0)”? " } ?? ""
            throw Failure(
                "--playbook \(playbook): there is no such playbook. \(hint)Playbooks: \(names.joined(separator: ", "))."
            )
        }
        let text = Playbook.text(of: context)
        try Files.write(file.hasSuffix(".json") ? try json(of: text) : text, to: file, replacing: false)
        if file == "-" { return }
        print("\(file) is written. Change what does not fit, then run: entente check \(file)")
    }

    private func json(of playbook: String) throws -> String {
        let reading = AllianceFile.read(Array(playbook.utf8), at: Files.now)
        guard reading.problems.isEmpty else {
            throw Failure("The playbook is damaged. Install Entente again, or write a .yaml file.")
        }
        return AllianceFile.value(of: reading.alliance).json(indented: true) + "\n"
    }
}

import AllianceModel
import ArgumentParser
import Interchange

/// `entente csv`: a register out as a table, or a table into a register.
struct Table: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "csv", abstract: "Write a register as CSV, or read one back.",
        discussion: """
            Without --read, prints the register. With --read, says what would change; with --apply as well, \
            changes the alliance file, which is then written anew, without its comments. Without --as the records are those \
            that all parties share.
            """)

    @Argument(help: "The alliance file.") var file: String
    @Argument(help: "The register, as objectives or vision.objectives.") var register: String
    @Option(help: ArgumentHelp("The CSV file to read.", valueName: "csv")) var read: String?
    @Flag(help: "Make the changes in the alliance file.") var apply = false
    @Flag(help: "Also remove the records that the table leaves out.") var remove = false
    @Option(name: .customLong("as"), help: ArgumentHelp("The private records of this party.", valueName: "party"))
    var party: String?

    func run() throws {
        var alliance = try Files.alliance(file)
        let register = try Options.register(register)
        let view = try Files.view(of: alliance, as: party)
        let table = RegisterTable(register)
        let audience: Audience = party == nil || !register.privacy.allows(.party("")) ? .everyone : view.viewer.audience
        guard let read else {
            print(table.csv(of: view, for: audience), terminator: "")
            return
        }
        try change(&alliance, by: table, for: audience, in: view, read)
        let changes = alliance.view(for: view.viewer).differences(since: view)
        let value = AllianceFile.value(of: alliance)
        if apply, file == "-" { return try Files.write(value.yaml, to: file) }
        for change in changes { print(Terminal.wrapped(change.words, indentation: 2)) }
        if changes.isEmpty { return print("Nothing would change.") }
        guard apply else { return print("Nothing is written yet. Add --apply to make these changes.") }
        try Files.write(file.hasSuffix(".json") ? value.json(indented: true) + "\n" : value.yaml, to: file)
        print("\(file) is written.")
    }

    /// Makes all changes of the table, or none: all that is wrong is the failure, by line.
    private func change(
        _ alliance: inout Alliance, by table: RegisterTable, for audience: Audience, in view: View, _ path: String
    ) throws {
        do {
            let rows = try CSV.read(try Files.read(path))
            var problems: [String] = []
            for (edit, line) in try table.edits(from: rows, in: view, for: audience, removing: remove) {
                do throws(Refusal) {
                    try alliance.apply(.edit(edit), by: .founder, at: Files.now)
                } catch {
                    let place = line == 0 ? path : "\(path):\(line)"
                    problems += error.problems.map { "\(place): \($0.path): \($0.reason). \($0.remedy)" }
                }
            }
            guard problems.isEmpty else { throw Failure(problems.joined(separator: "\n")) }
        } catch let error as SyntaxError {
            throw Failure("\(path):\(error.line): \(error.reason). \(error.remedy)")
        } catch let refusal as Refusal {
            throw Failure(
                refusal.problems.map { "\(path): \($0.path): \($0.reason). \($0.remedy)" }.joined(separator: "\n"))
        }
    }
}

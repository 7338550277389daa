import AllianceModel
import ArgumentParser

/// `entente check`: what is missing or wrong in an alliance, and why.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is still missing or wrong in an alliance, why it matters and how to mend it.",
        discussion: """
            Without --as the whole file is judged; findings that only one party may see say so. \
            Ends with status 1 where a critical finding blocks the alliance.
            """)

    @Argument(help: "The alliance file (YAML or JSON); - is standard input.") var file: String?
    @Flag(help: "Print one JSON object.") var json = false
    @Option(help: ArgumentHelp("Explain a pitfall of the catalogue, as P24.", valueName: "pitfall")) var explain:
        String?
    @Flag(help: ArgumentHelp("Print the whole catalogue as Markdown.", visibility: .hidden)) var catalogue = false
    @Option(help: "Only this step, as risk.") var step: String?
    @Option(name: .customLong("as"), help: ArgumentHelp("What this party may see.", valueName: "party")) var party:
        String?
    @Option(help: ArgumentHelp("The day from which dates are judged; today where it is left out.", valueName: "date"))
    var on: String?

    func run() throws {
        if catalogue { return print(Pitfall.document, terminator: "") }
        if let explain {
            guard let pitfall = Pitfall.named(explain) else {
                throw Failure(
                    "--explain \(explain): there is no such pitfall. Documentation/pitfalls.md lists them, from P01 on."
                )
            }
            print(CheckText.explanation(of: pitfall))
            if file == nil { return }
        }
        guard let file else { throw ValidationError("Name the alliance file to check.") }
        let day = try Options.day(on)
        let step = try Options.step(step)
        let clock = ContinuousClock()
        var alliance = Alliance()
        let read = try clock.measure { alliance = try Files.alliance(file) }
        let view = try Files.view(of: alliance, as: party)
        var report = CheckReport(view, [], of: step, on: day)
        let solve = clock.measure {
            let findings = party == nil ? alliance.findings(on: day) : view.findings(on: day)
            report = CheckReport(view, findings, of: step, on: day)
        }
        print(json ? report.json(read: read, solve: solve) : CheckText.text(of: report))
        if report.findings.contains(where: { $0.pitfall.severity == .critical }) { throw ExitCode(1) }
    }
}

/// Options that several commands share.
enum Options {
    static func day(_ text: String?) throws -> Day {
        guard let text else { return Files.now.day }
        guard let day = Day(text) else { throw Failure("--on \(text): this is no day. Write it as 2026-11-23.") }
        return day
    }

    static func step(_ text: String?) throws -> StepName? {
        guard let text else { return nil }
        guard let step = StepName(rawValue: text) else {
            throw Failure(
                "--step \(text): there is no such step. Steps: \(StepName.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
        return step
    }

    static func register(_ text: String) throws -> RegisterDescription {
        let matches = Alliance.registers.filter { "\($0.name)" == text || $0.name.name == text }
        if matches.count == 1 { return matches[0] }
        guard matches.isEmpty else {
            let names = matches.map { "“\($0.name)”" }.enumerated(with: "or")
            throw Failure("\(text): several steps have such a register. Name \(names).")
        }
        let names = Alliance.registers.map(\.name.description)
        let hint = nearestName(to: text, among: names + Alliance.registers.map(\.name.name))
        throw Failure(
            "\(text): there is no such register. "
                + (hint.map { "Did you mean “\($0)”?" } ?? "Registers: \(names.joined(separator: ", "))."))
    }
}

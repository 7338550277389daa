import AllianceModel
import AlliancePages
import ArgumentParser
import Markup

/// `entente report`: the whole alliance as one page.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the whole alliance, step by step, as one self-contained page that prints well.",
        discussion: "Without --as it shows what every party may see, so that it can be passed on.")

    @Argument(help: "The alliance file (YAML or JSON); - is standard input.") var file: String
    @Option(help: "The page to write; - is standard output.") var output: String
    @Option(name: .customLong("as"), help: ArgumentHelp("What this party may see.", valueName: "party")) var party:
        String?
    @Option(help: ArgumentHelp("The day from which dates are judged; today where it is left out.", valueName: "date"))
    var on: String?

    func run() throws {
        let day = try Options.day(on)
        let view = try Files.view(of: try Files.alliance(file), as: party)
        try Files.write(PageContext(view, on: day).reportDocument.text, to: output)
        if output != "-" { print("\(output) is written. Open it in a browser; print it from there.") }
    }
}

import AllianceModel
import AlliancePages
import ArgumentParser
import Foundation
import Interchange
import Markup

/// `entente text`: an instrument as a document, and what came back of one.
struct Text: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the exact words of a text, or show what was changed in a document that came back.",
        discussion: """
            The ending of --output says the form: .md, .html or .docx. Documents of word processors (.docx) are written and read \
            through Pandoc, which must be installed. With --read it ends with status 1 where clauses came back changed.
            """)

    @Argument(help: "The alliance file (YAML or JSON); - is standard input.") var file: String
    @Argument(help: "The id of the instrument.") var instrument: String
    @Option(help: "The document to write; - is standard output, in Markdown.") var output: String?
    @Option(help: "A document that came back, .docx or .md: its changes are shown as proposed edits of clauses.")
    var read: String?
    @Flag(help: "With --read: print the edits as JSON, as the API takes them.") var json = false

    func run() async throws {
        let view = try Files.alliance(file).view(for: .everyone)
        let id = RecordID<Instrument>(instrument)
        guard let text = view.text(of: id) else {
            let ids = view.terms.instruments.map(\.id.text)
            let known = ids.isEmpty ? "The file has none." : "Instruments: \(ids.joined(separator: ", "))."
            throw Failure("\(instrument): there is no such instrument. \(known)")
        }
        if let read { return try await show(view, id, read) }
        let output = output ?? "-"
        switch output == "-" ? "md" : output.split(separator: ".").last.map(String.init) {
        case "md", "markdown": try Files.write(text.markdown, to: output)
        case "html":
            try Files.write(PageContext(view, on: Files.now.day).instrumentDocument(id)?.text ?? "", to: output)
        case "docx":
            let document = try await Self.converting { pandoc throws(PandocFailure) in
                try await pandoc.docx(of: text.markdown)
            }
            try Files.write(document, to: output)
        default: throw Failure("\(output): the form is not known. End the name in .md, .html or .docx.")
        }
        if output != "-" { print("\(output) is written. SHA-256 of the exact text: \(text.digest)") }
    }

    private static func converting<Result>(
        _ work: (Pandoc) async throws(PandocFailure) -> Result
    ) async throws -> Result {
        do throws(PandocFailure) {
            return try await work(try Pandoc())
        } catch {
            throw Failure("\(error.reason). \(error.remedy)")
        }
    }

    private func show(_ view: View, _ id: RecordID<Instrument>, _ path: String) async throws {
        let markdown: String
        switch path.split(separator: ".").last {
        case "md", "markdown": markdown = String(decoding: try Files.read(path), as: UTF8.self)
        case "docx":
            let bytes = try Files.read(path)
            markdown = try await Self.converting { pandoc throws(PandocFailure) in
                try await pandoc.markdown(ofDOCX: bytes)
            }
        default: throw Failure("\(path): the form is not known. Give a file that ends in .docx or .md.")
        }
        guard let reading = view.reading(of: id, markdown: markdown) else { return }
        if json {
            print(Value.record(["changes": .list(reading.proposals.map(\.value))]).json(indented: true))
        } else {
            print(Self.words(reading, view))
        }
        if !reading.edits.isEmpty || !reading.missing.isEmpty || !reading.unknown.isEmpty { throw ExitCode(1) }
    }

    private static func words(_ reading: TextReading, _ view: View) -> String {
        var lines: [String] = []
        for edit in reading.edits {
            lines.append("\(edit.title) (\(edit.clause))")
            let marked = edit.changes.map { change in
                switch change {
                case .kept(let text): text
                case .removed(let text): "[-\(trimmedEnd(text))-] "
                case .added(let text): "{+\(trimmedEnd(text))+} "
                }
            }.joined()
            lines.append(Terminal.wrapped(marked, after: "  ", indentation: 2))
            for issue in edit.overwritten {
                let title = view.terms.issues[issue]?.title ?? issue.text
                lines.append("  The words agreed on “\(title)” were changed by hand: change the option instead.")
            }
        }
        for id in reading.missing { lines.append("“\(view.terms.clauses[id]?.title ?? id.text)” did not come back.") }
        for section in reading.unknown { lines.append("“\(section.heading)” is new: add a clause for it.") }
        return lines.isEmpty ? "Nothing was changed." : lines.joined(separator: "\n")
    }

    private static func trimmedEnd(_ text: String) -> String {
        var text = text
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

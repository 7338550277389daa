import AllianceModel
import AlliancePages
import Hosting
import Interchange

/// What bringing a table into a register would change, for the shared records and for those of the reader's own party.
struct TableImport: ImportPlan {
    private(set) var changes: [Change] = []
    private(set) var differences: [Difference] = []
    private(set) var problems: [ImportPreview.Line] = []

    init(_ bytes: [UInt8], _ register: RegisterDescription, into view: View, by author: Author, at moment: Moment) {
        do {
            let rows = try CSV.read(bytes)
            let most = view.count(of: register) + LiveAlliance.maximumChanges
            guard rows.count <= most + 1 else {
                let words =
                    "the table has \(rows.count - 1) rows; the records that are there and "
                    + "\(LiveAlliance.maximumChanges) new ones are taken at a time. Split it."
                problems = [ImportPreview.Line(line: nil, words: words)]
                return
            }
            var lines: [Int] = []
            for (audience, part) in try RegisterTable(register).parts(of: rows, in: view) {
                let edits = try RegisterTable(register).edits(from: part, in: view, for: audience, removing: false)
                changes += edits.map { .edit($0.edit) }
                lines += edits.map(\.line)
            }
            let (after, refusals) = view.rehearsing(changes, by: author, at: moment)
            for (place, refusal) in refusals {
                problems += refusal.problems.map {
                    ImportPreview.Line(line: lines[place], words: TableImport.words(for: $0, in: register))
                }
            }
            differences = after.differences(since: view)
        } catch let error as SyntaxError {
            problems = [ImportPreview.Line(line: error.line, words: "\(error.reason). \(error.remedy)")]
        } catch let refusal as Refusal {
            problems = refusal.problems.map {
                ImportPreview.Line(line: nil, words: TableImport.words(for: $0, in: register))
            }
        } catch {
            problems = [
                ImportPreview.Line(line: nil, words: "the table cannot be read. Export the register and fill that in.")
            ]
        }
    }

    /// What is wrong, with the column in the words of the form: the address of the field within a file says nothing to who sent a table.
    private static func words(for problem: Problem, in register: RegisterDescription) -> String {
        let key = problem.path.split(separator: ".").last.map { $0.prefix { $0 != "[" } } ?? ""
        let words = "\(problem.reason). \(problem.remedy)"
        if let field = register.fields.first(where: { $0.key == key }) { return "\(field.label): \(words)" }
        // The line and the column are words of the table; the address of a record is none.
        let isOfTable = problem.path.hasPrefix("line ") || problem.path.hasPrefix("column ")
        return isOfTable ? "\(problem.path): \(words)" : words
    }
}

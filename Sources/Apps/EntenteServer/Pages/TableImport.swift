import AllianceModel
import AlliancePages
import Hosting
import Interchange

/// What bringing a table into a register would change. Rows of the shared records and those of the reader's own party are told
/// apart by their ids; a row with a new id becomes a shared record, or a private one where the register holds no others.
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
            for (audience, part) in TableImport.parts(of: rows, register, view) {
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
        let place = register.fields.first { $0.key == key }?.label ?? problem.path
        return "\(place): \(problem.reason). \(problem.remedy)"
    }

    /// The rows with the header, for each audience whose records they are.
    private static func parts(
        of rows: [CSV.Row], _ register: RegisterDescription, _ view: View
    ) -> [(Audience, [CSV.Row])] {
        let own: Audience? = view.viewer.party.map(Audience.party)
        guard let own, register.privacy.allows(own) else { return [(.everyone, rows)] }
        guard register.privacy.allows(.everyone), let header = rows.first else { return [(own, rows)] }
        let column = header.cells.firstIndex(of: "id")
        let shared = Set(view.records(of: register).filter { $0.audience == .everyone }.map(\.id))
        let mine = Set(view.records(of: register).filter { $0.audience == own }.map(\.id))
        func isOwn(_ row: CSV.Row) -> Bool {
            guard let column, column < row.cells.count else { return false }
            return mine.contains(row.cells[column]) && !shared.contains(row.cells[column])
        }
        let (others, ownRows) = (rows.dropFirst().filter { !isOwn($0) }, rows.dropFirst().filter(isOwn))
        return [(Audience.everyone, [header] + others), (own, [header] + ownRows)].filter { $0.1.count > 1 }
    }
}

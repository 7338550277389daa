import AllianceModel
import AlliancePages
import Interchange
import Markup

/// What bringing an alliance file into an alliance would change: records that are new are added, those that differ are set,
/// those that the file does not name are left alone.
struct FileImport: ImportPlan {
    private(set) var changes: [Change] = []
    private(set) var differences: [Difference] = []
    private(set) var problems: [ImportPreview.Line] = []

    /// - Parameters:
    ///   - view: what the one who imports sees; the file may hold no more than that.
    /// - Complexity: O(bytes + records).
    init(_ bytes: [UInt8], into view: View, by author: Author, at moment: Moment) {
        let reading = AllianceFile.read(bytes, at: moment)
        guard reading.problems.isEmpty else {
            problems = reading.problems.map {
                ImportPreview.Line(
                    line: $0.line, words: "\($0.path.isEmpty ? "" : "\($0.path): ")\($0.reason). \($0.remedy)")
            }
            return
        }
        for party in reading.alliance.partiesWithSecrets where party != view.viewer.party {
            problems.append(
                ImportPreview.Line(
                    line: nil,
                    words: "private.\(party): this belongs to another party. Leave it out: only they may bring it."))
        }
        guard problems.isEmpty else { return }
        let known = Dictionary(
            Alliance.registers.flatMap { view.records(of: $0) }.map { (Key($0), $0) },
            uniquingKeysWith: { first, _ in first })
        for change in reading.changes {
            guard case .edit(let edit) = change else { continue }
            if let edit = FileImport.edit(edit, known[Key(edit)]) { changes.append(.edit(edit)) }
        }
        rehearse(on: view, by: author, at: moment)
    }

    private struct Key: Hashable {
        let register: RegisterName
        let id: String
        let audience: Audience

        init(_ record: UntypedRecord) { (register, id, audience) = (record.register, record.id, record.audience) }
        init(_ edit: Edit) { (register, id, audience) = (edit.register, edit.id, edit.audience) }
    }

    /// The edit that makes a record what the file says; nil where it is so already.
    private static func edit(_ edit: Edit, _ record: UntypedRecord?) -> Edit? {
        let byVerb = Set((Alliance.register(edit.register)?.fields ?? []).filter(\.isByVerb).map(\.key))
        func settable(_ members: Value.Members) -> Value.Members {
            members.reduce(into: Value.Members()) { if !byVerb.contains($1.0) { $0[$1.0] = $1.1 } }
        }
        switch edit.action {
        case .add(let members, let position):
            guard let record else {
                return Edit(edit.register, edit.id, for: edit.audience, .add(settable(members), at: position))
            }
            return changed(settable(members), record, edit)
        case .set(let members):
            guard let record else { return Edit(edit.register, edit.id, for: edit.audience, .set(settable(members))) }
            return changed(settable(members), record, edit)
        case .remove, .move: return edit
        }
    }

    private static func changed(_ members: Value.Members, _ record: UntypedRecord, _ edit: Edit) -> Edit? {
        let changed = members.reduce(into: Value.Members()) { changed, member in
            if !same(record.members[member.0], member.1) { changed[member.0] = member.1 }
        }
        return changed.isEmpty ? nil : Edit(edit.register, edit.id, for: edit.audience, .set(changed))
    }

    /// Whether a value of a file says what a record holds: files spell numbers and dates as texts.
    private static func same(_ held: Value?, _ given: Value) -> Bool {
        switch (held ?? .none, given) {
        case (.list(let held), .list(let given)):
            held.count == given.count && zip(held, given).allSatisfy { same($0, $1) }
        case (.record(let held), .record(let given)):
            given.allSatisfy { same(held[$0.0], $0.1) }
        case (let held, let given): held == given || held.spelled == given.spelled
        }
    }

    /// Makes the changes on what the importer sees, to show what they do and why one of them cannot be.
    private mutating func rehearse(on view: View, by author: Author, at moment: Moment) {
        let (after, refusals) = view.rehearsing(changes, by: author, at: moment)
        problems += refusals.flatMap(\.refusal.problems).map {
            ImportPreview.Line(line: nil, words: "\($0.path): \($0.reason). \($0.remedy)")
        }
        differences = after.differences(since: view)
    }
}

extension Value {
    /// The value as a file would spell it; empty for lists and records.
    fileprivate var spelled: String {
        switch self {
        case .none: ""
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .decimal(let number): number.description
        case .date(let day): day.description
        case .list, .record: "\u{0}"
        }
    }
}

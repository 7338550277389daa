public import AllianceModel

/// One thing that is wrong in a file: the line, the record and field, the reason, and what to do.
public struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public let line: Int
    public let path: String
    public let reason: String
    public let remedy: String

    public var description: String { "\(line): \(path.isEmpty ? "" : path + ": ")\(reason). \(remedy)" }
}

/// What reading an alliance file gives: the alliance, the changes that made it, and all that is wrong with the file.
public struct AllianceFileReading: Sendable {
    public internal(set) var alliance = Alliance()
    /// The changes through which the alliance came to be, in order, all by the founder: what a server writes into its ledger.
    public internal(set) var changes: [Change] = []
    /// Everything that is wrong, by line: all at once, not the first only. Without problems the alliance is the file's.
    public internal(set) var problems: [FileProblem] = []
}

extension AllianceFile {
    /// Reads a file in JSON, where it begins with a brace, or else in YAML.
    ///
    /// - Parameter moment: when the changes are made.
    /// - Complexity: O(bytes + records).
    public static func read(_ bytes: [UInt8], at moment: Moment) -> AllianceFileReading {
        var reading = AllianceFileReading()
        do throws(SyntaxError) {
            let document = try self.document(bytes)
            var reader = AllianceFileReader(document: document, moment: moment)
            reader.read()
            reading = reader.reading
        } catch {
            reading.problems = [FileProblem(line: error.line, path: "", reason: error.reason, remedy: error.remedy)]
        }
        return reading
    }

    /// The tree of a file in JSON or YAML.
    public static func document(_ bytes: [UInt8]) throws(SyntaxError) -> Document {
        guard bytes.count <= maximumSize else {
            throw SyntaxError(
                line: 1, column: 1,
                // Rounded up: it has more than the limit also where that is a part of a megabyte.
                "the file has \(((bytes.count - 1) >> 20) + 1) MB, more than \(maximumSize >> 20) MB",
                "Leave out what is not part of the alliance.")
        }
        let first = bytes.first { ![9, 10, 13, 32, 0xEF, 0xBB, 0xBF].contains($0) }
        return first == UInt8(ascii: "{")
            ? try JSONReader.read(bytes, maximumDepth: 32, maximumValues: YAMLReader.maximumValues)
            : try YAMLReader.read(bytes)
    }
}

/// Turns the tree of an alliance file into changes and makes them, one by one, through the door that all changes take.
///
/// References may point forward in a file. So records are added first without the references that cannot be followed yet,
/// and these are set afterwards.
struct AllianceFileReader {
    /// After how many problems reading stops: nobody mends more at once, and each may take as long as a look at a register.
    static let mostProblems = 1_000
    /// How many names of one record are told of that are not known.
    static let mostUnknown = 50

    let document: Document
    let moment: Moment
    var reading = AllianceFileReading()
    /// Records that are in the file and could not be added: what refers to them is no problem of its own.
    private var failed: Set<RecordKey> = []
    private var added: Set<RecordKey> = []
    /// The ids that stand in the sections that are being read.
    private var seen: Set<RecordKey> = []
    private var postponed: [(change: Change, path: String)] = []

    init(document: Document, moment: Moment) {
        self.document = document
        self.moment = moment
    }

    mutating func read() {
        guard case .record(let file) = document.value else {
            return problem("", "this is no alliance file", "Begin with “entente: 1”, or use “entente new”.")
        }
        switch file[AllianceFile.versionName] {
        case .text("\(AllianceFile.version)"), .integer(Int64(AllianceFile.version)): break
        case nil: problem("", "“entente: 1” is missing", "Write it into the first line.")
        default: problem(AllianceFile.versionName, "this version of the file is not known", "Write “entente: 1”.")
        }
        let known = [AllianceFile.versionName, AllianceFile.privateName] + StepName.allCases.map(\.rawValue)
        unknown(in: file, known: known, at: "")
        readSections(file, for: .everyone, at: "")
        makePostponed()
        if let value = file[AllianceFile.privateName], value != .none {
            guard case .record(let parties) = value else {
                return problem(
                    AllianceFile.privateName, "this is no record", "Write the id of a party and below it its sections.")
            }
            let shared = (failed, added)
            for (party, value) in parties {
                // What one party keeps to itself is nothing that another refers to.
                (failed, added) = shared
                let path = "\(AllianceFile.privateName).\(party)"
                guard reading.alliance.view(for: .everyone).charter.parties[RecordID(party)] != nil else {
                    problem(path, "there is no party “\(party)”", "Add it to charter.parties, or correct the id.")
                    continue
                }
                guard case .record(let sections) = value else {
                    problem(path, "this is no record", "Write the names of steps and below them their registers.")
                    continue
                }
                unknown(in: sections, known: StepName.allCases.map(\.rawValue), at: path)
                readSections(sections, for: .party(RecordID(party)), at: path + ".")
                makePostponed()
            }
        }
        reading.problems.sort { ($0.line, $0.path) < ($1.line, $1.path) }
        if reading.problems.count >= Self.mostProblems, let last = reading.problems.last {
            reading.problems = Array(reading.problems.prefix(Self.mostProblems))
            reading.problems.append(
                FileProblem(
                    line: last.line, path: "", reason: "there are more problems than these \(Self.mostProblems)",
                    remedy: "Mend these first."))
        }
    }

    private mutating func readSections(_ file: Value.Members, for audience: Audience, at prefix: String) {
        seen = []
        for step in StepName.allCases {
            guard let value = file[step.rawValue], value != .none else { continue }
            guard case .record(let section) = value else {
                problem(
                    prefix + step.rawValue, "this is no record",
                    "Write the names of registers and below them their records.")
                continue
            }
            let registers = Alliance.registers.filter { $0.name.step == step }
            unknown(in: section, known: registers.map(\.name.name), at: prefix + step.rawValue)
        }
        for register in Alliance.registers {
            guard case .record(let section)? = file[register.name.step.rawValue],
                let value = section[register.name.name],
                value != .none
            else { continue }
            readRegister(register, value, for: audience, at: "\(prefix)\(register.name)")
        }
    }

    private mutating func readRegister(
        _ register: RegisterDescription, _ value: Value, for audience: Audience, at path: String
    ) {
        if register.isSingle {
            guard case .record(let members) = value else {
                return problem(path, "this is no record", "Write its fields below it: \(register.fieldNames).")
            }
            return add(register, register.name.name, members, for: audience, at: path)
        }
        guard case .list(let items) = value else {
            return problem(path, "this is no list", "Begin each \(register.noun) with a dash and its id.")
        }
        for (index, item) in items.enumerated() {
            guard case .record(var members) = item else {
                problem("\(path)[\(index)]", "this is no record", "Write id and fields: \(register.fieldNames).")
                continue
            }
            let id: String
            switch members["id"] {
            case .text(let text): id = text
            case .integer(let number): id = "\(number)"
            default:
                problem(
                    "\(path)[\(index)]", "this \(register.noun) has no id",
                    "Add “id:” with a short name that no other has.")
                continue
            }
            members["id"] = nil
            // A second record with the same id would be found under the first; so the place is named by number.
            let isSecond = !seen.insert(RecordKey(register.name, id)).inserted
            add(register, id, members, for: audience, at: isSecond ? "\(path)[\(index)]" : "\(path)[\(id)]")
        }
    }

    private mutating func add(
        _ register: RegisterDescription, _ id: String, _ members: Value.Members, for audience: Audience, at path: String
    ) {
        var now = members
        var later = Value.Members()
        for field in register.fieldsWithReferences where !field.isRequired {
            guard let value = members[field.key], mustWait(value, field, register) else { continue }
            now[field.key] = nil
            later[field.key] = value
        }
        guard make(.edit(Edit(register.name, id, for: audience, .add(now))), at: path) else {
            failed.insert(RecordKey(register.name, id))
            return
        }
        added.insert(RecordKey(register.name, id))
        if !later.isEmpty { postponed.append((.edit(Edit(register.name, id, for: audience, .set(later))), path)) }
    }

    /// Whether a field refers to something that was not added yet, or may do so.
    private func mustWait(_ value: Value, _ field: FieldDescription, _ register: RegisterDescription) -> Bool {
        guard let target = field.kind.onlyTarget, target == register.name else {
            return field.kind.targets.contains { Alliance.place(of: $0) >= Alliance.place(of: register.name) }
        }
        switch value {
        case .text(let id): return !added.contains(RecordKey(target, id))
        case .list(let items):
            return !items.allSatisfy {
                if case .text(let id) = $0 { added.contains(RecordKey(target, id)) } else { false }
            }
        default: return true
        }
    }

    private mutating func makePostponed() {
        for (change, path) in postponed { make(change, at: path) }
        postponed = []
    }

    /// Makes a change; false where it is refused, with what is wrong noted.
    @discardableResult private mutating func make(_ change: Change, at path: String) -> Bool {
        guard reading.problems.count < Self.mostProblems else { return false }
        do throws(Refusal) {
            try reading.alliance.apply(change, by: .founder, at: moment)
            reading.changes.append(change)
            return true
        } catch {
            for problem in error.problems {
                if let missing = problem.missing, failed.contains(missing) { continue }
                // The refusal's path begins with register and id; the file's own place stands for these.
                let rest =
                    problem.path.firstIndex(of: "]").map { String(problem.path[problem.path.index(after: $0)...]) }
                    ?? ""
                self.problem(path + rest, problem.reason, problem.remedy)
            }
            return false
        }
    }

    private mutating func unknown(in members: Value.Members, known: [String], at path: String) {
        // Nobody misspells more in one place; and each looks for its like, and for its line.
        for name in members.names.lazy.filter({ !known.contains($0) }).prefix(Self.mostUnknown) {
            let remedy = nearestName(to: name, among: known).map { "Did you mean “\($0)”?" }
            problem(
                path.isEmpty ? name : "\(path).\(name)", "“\(name)” is not known here",
                remedy ?? "Known here: \(known.joined(separator: ", ")).")
        }
    }

    private mutating func problem(_ path: String, _ reason: String, _ remedy: String) {
        guard reading.problems.count < Self.mostProblems else { return }
        let line = document.places.line(of: path, in: document.value)
        reading.problems.append(FileProblem(line: line, path: path, reason: reason, remedy: remedy))
    }
}

/// What a register is, without the type of its records, and what can be done to it in an alliance.
///
/// Everything that treats all registers alike goes through this: edits, views, files, CSV, schema, search, differences.
///
/// It never changes, and is a class so that who goes through all registers does not copy all their parts.
public final class RegisterDescription: Sendable {
    public let name: RegisterName
    /// What people call the register: "Objectives".
    public let title: String
    /// What people call one record: "objective".
    public let noun: String
    /// What belongs into it, in a sentence.
    public let help: String
    /// Who may see its records.
    public let privacy: Privacy
    /// Whether it holds one record at most, with the register's name as its id: files hold it as a record, not a list.
    public let isSingle: Bool
    /// Those of its records, in their order, and the evidence that every record has at the end.
    public let fields: [FieldDescription]
    /// What a new record holds before anything is entered.
    public let initial: Value.Members

    let edit: @Sendable (inout Alliance, Edit, Author, Moment) throws(Refusal) -> Void
    let contains: @Sendable (Alliance, String, Audience) -> Bool
    /// Up to 500 of the ids that somebody knows, for hints.
    let someIDs: @Sendable (Alliance, Audience) -> [String]
    let titleOf: @Sendable (Alliance, String, Audience) -> String?
    let keep: @Sendable (inout Alliance, Viewer) -> Void
    let records: @Sendable (Alliance) -> [UntypedRecord]
    /// How many `records` gives, without making them.
    let count: @Sendable (Alliance) -> Int
    /// The ids of the records whose field `owner` names a person.
    let owned: @Sendable (Alliance, RecordID<Person>) -> [String]
    /// The record of exactly this audience.
    let record: @Sendable (Alliance, String, Audience) -> UntypedRecord?
    /// The record of exactly this audience, with nothing but those of its fields that stand at some places of `fields`.
    let excerpt: @Sendable (Alliance, String, Audience, _ places: [Int]) -> UntypedRecord?
    /// All records, sealed ones too, each audience in its order.
    let all: @Sendable (Alliance) -> [UntypedRecord]
    /// Puts a record at the end of its shelf that `all` gave, without asking whether anybody may.
    let restore: @Sendable (inout Alliance, String, Audience, Value.Members, inout [Problem]) -> Void
    /// Members as a record of this register writes them, whatever spelling of its values they came in; nil where it refuses them.
    let rewritten: @Sendable (Value.Members) -> Value.Members?
    /// ``Alliance/putBack(_:_:_:_:_:)``.
    let putBack: @Sendable (inout Alliance, String, Audience, Value.Members, Edit.Position) -> Bool
    /// ``Alliance/reset(_:_:_:_:)``.
    let reset: @Sendable (inout Alliance, String, Audience, Value.Members) -> Bool
    /// The place where a record stands on the shelf of exactly this audience.
    let place: @Sendable (Alliance, String, Audience) -> Edit.Position
    let owners: @Sendable (Alliance) -> [RecordID<Party>]
    /// Drops references from the records of a shelf to a record that goes, and the records that make no sense without it.
    let drop: @Sendable (inout Alliance, RegisterName, String, Audience) -> (altered: [String], gone: [String])
    /// The records of an audience that refer to a record.
    let referring: @Sendable (Alliance, RegisterName, String, Audience) -> [UntypedRecord]
    /// The references of its records to records that are not there: none, as long as only `apply` changes an alliance.
    let broken: @Sendable (Alliance) -> [Problem]
    /// The registers that its fields can refer to.
    let targets: Set<RegisterName>
    /// Where in `fields` those stand that can refer to records.
    let placesWithReferences: [Int]
    /// Where in `fields` those stand that only verbs set, and that an edit of others may let lapse.
    let placesByVerb: [Int]

    /// Describes the register behind a key path.
    ///
    /// Not specialised for each of the records: their number times what hangs on it is most of what the optimiser would do.
    @_semantics("optimize.sil.specialize.generic.never")
    init<R: Record>(
        _ path: any (WritableKeyPath<Alliance, Register<R>> & Sendable), _ title: String, help: String,
        privacy: Privacy = .shared, isSingle: Bool = false
    ) {
        name = R.register
        self.title = title
        noun = R.noun
        self.help = help
        self.privacy = privacy
        self.isSingle = isSingle
        fields = R.fields.map(\.description) + [Registered<R>.evidenceField]
        initial = R().members
        edit = { (alliance, edit, author, moment) throws(Refusal) in
            try alliance.edit(path, edit, by: author, at: moment)
        }
        contains = { alliance, id, audience in alliance[keyPath: path].contains(RecordID(id), for: audience) }
        someIDs = { alliance, audience in alliance[keyPath: path].someIDs(for: audience) }
        titleOf = { alliance, id, audience in alliance[keyPath: path].find(RecordID(id), for: audience)?.title }
        keep = { alliance, viewer in alliance[keyPath: path].keep(for: viewer) }
        records = { alliance in
            alliance[keyPath: path].map(UntypedRecord.init)
        }
        count = { alliance in alliance[keyPath: path].count }
        let owner = R.fields.first {
            $0.description.key == "owner" && $0.description.kind == .reference(Person.register)
        }
        owned = { alliance, person in
            guard let owner else { return [] }
            let name = Value.text(person.text)
            return alliance[keyPath: path].filter { owner.write($0.record) == name }.map { $0.id.text }
        }
        record = { alliance, id, audience in
            alliance[keyPath: path][shelf: audience][RecordID(id)].map(UntypedRecord.init)
        }
        excerpt = { alliance, id, audience, places in
            alliance[keyPath: path][shelf: audience][RecordID(id)].map { UntypedRecord($0, at: places) }
        }
        all = { alliance in alliance[keyPath: path].all.map(UntypedRecord.init) }
        restore = { alliance, id, audience, members, problems in
            var record = Registered<R>(id: RecordID(id), audience: audience, evidence: [], record: R())
            record.read(members, complete: true, &problems)
            if alliance[keyPath: path][shelf: audience].contains(record.id) {
                problems.append(Problem("\(R.register)[\(id)]", "is there twice", "Replay the ledger."))
            }
            if problems.isEmpty { alliance[keyPath: path][shelf: audience].add(record, at: .last) }
        }
        rewritten = { members in
            var record = Registered<R>(id: "", audience: .everyone, evidence: [], record: R())
            var problems: [Problem] = []
            record.read(members, complete: true, &problems)
            return problems.isEmpty ? record.members : nil
        }
        putBack = { alliance, id, audience, members, position in
            alliance.putBack(path, id, audience, members, position)
        }
        reset = { alliance, id, audience, members in alliance.reset(path, id, audience, members) }
        place = { alliance, id, audience in alliance[keyPath: path][shelf: audience].place(of: RecordID(id)) }
        owners = { $0[keyPath: path].owners }
        drop = { alliance, register, id, audience in
            alliance[keyPath: path][shelf: audience].drop(register, id)
        }
        referring = { alliance, register, id, audience in
            alliance[keyPath: path][shelf: audience].records.filter { $0.record.refers(to: register, id) }.map {
                UntypedRecord(
                    register: R.register, id: $0.id.text, title: $0.record.title, audience: audience, members: [:])
            }
        }
        broken = { alliance in
            var problems: [Problem] = []
            for record in alliance[keyPath: path].all {
                record.record.forEachReference { register, id in
                    guard !alliance.contains(register, id, record.audience) else { return }
                    problems.append(
                        Problem("\(R.register)[\(record.id)]", "“\(id)” is not in \(register)", "Replay the ledger."))
                }
            }
            return problems
        }
        targets = R.fields.reduce(into: []) { $1.description.kind.addTargets(to: &$0) }
        placesWithReferences = R.fields.indices.filter { !R.fields[$0].description.kind.targets.isEmpty }
        placesByVerb = R.fields.indices.filter { R.fields[$0].description.isByVerb }
    }
}

/// A record with its fields as values, for what treats all registers alike.
public struct UntypedRecord: Hashable, Sendable {
    public let register: RegisterName
    public let id: String
    public let title: String
    public let audience: Audience
    public let members: Value.Members
}

extension UntypedRecord {
    init<R: Record>(_ record: Registered<R>) {
        self.init(
            // The title of the record itself: by dynamic member each would make a key path anew in generic code.
            register: R.register, id: record.id.text, title: record.record.title, audience: record.audience,
            members: record.members)
    }

    init<R: Record>(_ record: Registered<R>, at places: [Int]) {
        self.init(
            register: R.register, id: record.id.text, title: record.record.title, audience: record.audience,
            members: record.members(at: places))
    }
}

extension RegisterDescription {
    /// The names of its fields, for messages.
    public var fieldNames: String { fields.map(\.key).joined(separator: ", ") }

    /// The fields that can refer to records.
    public var fieldsWithReferences: [FieldDescription] { placesWithReferences.map { fields[$0] } }

    /// What people call a record: the title that somebody typed, else one with the titles of the records that it names in place of their
    /// ids, so that a stance reads "supports Shorter waits" and not "supports o1".
    ///
    /// - Parameter name: what people call the record whose id a field holds; nil where that is not known.
    public func title(of record: UntypedRecord, naming name: (_ id: String, FieldDescription) -> String?) -> String {
        // What somebody typed stays as it is, also where one of its words happens to be an id.
        let isTyped = fields.contains { field in
            if case .text = field.kind { record.members[field.key] == .text(record.title) } else { false }
        }
        if isTyped { return record.title }
        var names: [Substring: String] = [:]
        for field in fields {
            guard case .reference = field.kind, case .text(let id)? = record.members[field.key] else { continue }
            if let name = name(id, field) { names[id[...]] = name }
        }
        return record.title.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            let bare = word.last == "," ? word.dropLast() : word
            return names[bare].map { $0 + (bare.count < word.count ? "," : "") } ?? String(word)
        }.joined(separator: " ")
    }

    /// Members without those that only verbs set.
    func withoutVerbs(_ members: Value.Members) -> Value.Members {
        var members = members
        for place in placesByVerb { members[fields[place].key] = nil }
        return members
    }

    /// Where in ``fields`` those stand that an edit which names some of them can change, in order.
    func places(changedBy names: [String]) -> [Int] {
        var places = placesByVerb
        for name in names {
            guard let place = fields.firstIndex(where: { $0.key == name }), !places.contains(place) else { continue }
            places.append(place)
        }
        return places.sorted()
    }
}

extension FieldKind {
    /// The registers that a field of this kind can refer to.
    public var targets: Set<RegisterName> {
        var targets: Set<RegisterName> = []
        addTargets(to: &targets)
        return targets
    }

    /// The register that a field refers to whose value is nothing but an id or a list of ids.
    public var onlyTarget: RegisterName? {
        switch self {
        case .reference(let register), .list(of: .reference(let register)): register
        default: nil
        }
    }

    /// The registers that a field of this kind can refer to.
    func addTargets(to targets: inout Set<RegisterName>) {
        switch self {
        case .reference(let register): targets.insert(register)
        case .list(let kind): kind.addTargets(to: &targets)
        case .part(let fields): for field in fields { field.kind.addTargets(to: &targets) }
        default: break
        }
    }
}

extension Described {
    func refers(to register: RegisterName, _ id: String) -> Bool {
        var refers = false
        forEachReference { refers = refers || ($0 == register && $1 == id) }
        return refers
    }
}

extension Shelf {
    /// Drops references to a record that goes from all records, and removes those that make no sense without it; names both.
    mutating func drop(_ register: RegisterName, _ id: String) -> (altered: [String], gone: [String]) {
        var (altered, gone): ([String], [String]) = ([], [])
        for var record in records where record.record.refers(to: register, id) {
            if record.record.drop(register, id) {
                update(record)
                altered.append(record.id.text)
            } else {
                remove(record.id)
                gone.append(record.id.text)
            }
        }
        return (altered, gone)
    }
}

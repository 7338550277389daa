public import AllianceModel

/// A form for all records at once that keep a criterion from being met, each with the fields that it lacks.
public struct CriterionForm: Sendable {
    /// The name of the criterion.
    public let key: String
    public let step: StepName
    let title: String
    public let register: RegisterDescription
    private(set) var rows: [Row]
    /// How many records lack something beyond those of the form.
    let further: Int
    /// What was wrong with what was sent.
    var problems: [Problem] = []
    /// The list to which empty rows were asked for.
    var moreRowsOf: String?

    /// A record with the fields that it lacks.
    struct Row: Sendable {
        let record: UntypedRecord
        let fields: [FieldDescription]
        /// What the fields show.
        var members: Value.Members

        /// The name of the control of a field: ids have no colon.
        func name(of field: String) -> String { "\(record.id):\(field)" }

        /// What a form sent for this record, by the names of its fields.
        func pairs(in pairs: [(name: String, value: String)]) -> [(name: String, value: String)] {
            let start = name(of: "")
            return pairs.compactMap { name, value in
                name.hasPrefix(start) ? (String(name.dropFirst(start.count)), value) : nil
            }
        }
    }

    /// So many records fit on a page; the rest follow when these are done.
    private static let mostRecords = 20

    /// - Returns: nil where there is no such criterion, or it is met, or no records mend it.
    public init?(_ key: String, in context: PageContext) {
        let found = CriterionForm.wording(key, in: context) ?? CriterionForm.criterion(key, in: context)
        guard let found, !found.rows.isEmpty else { return nil }
        self = found
    }

    private static func criterion(_ key: String, in context: PageContext) -> CriterionForm? {
        for gate in context.gates {
            guard let check = gate.checks.first(where: { $0.key == key }), case .missing = check.outcome,
                case .records(let name, let ids, let keys)? = check.place, !keys.isEmpty,
                let register = Alliance.register(name)
            else { continue }
            let fields = register.fields.filter { keys.contains($0.key) }
            return CriterionForm(key, gate.step, check.title, register, ids, in: context.view) { record in
                let lacking = fields.filter { record.members[$0.key].map { $0 == .text("") || $0.isNo } ?? true }
                return Row(record: record, fields: lacking, members: context.proposals(for: name))
            }
        }
        return nil
    }

    /// The form of some records, each with the row that it gets; those that do not fit follow later.
    init(
        _ key: String, _ step: StepName, _ title: String, _ register: RegisterDescription, _ ids: [String],
        in view: View, _ row: (UntypedRecord) -> Row
    ) {
        (self.key, self.step, self.title, self.register) = (key, step, title, register)
        rows = ids.prefix(Self.mostRecords).compactMap { id in
            view.record(RecordKey(register.name, id), of: .everyone).map(row)
        }.filter { !$0.fields.isEmpty }
        further = max(0, ids.count - Self.mostRecords)
    }

    /// The changes that the answers ask for: what was left empty stays as it is.
    public func edits(of pairs: [(name: String, value: String)]) -> [Edit] {
        rows.compactMap { row in
            var members = Value.Members()
            for (name, value) in FormReading(row.pairs(in: pairs), fields: row.fields).members
            where value != .none && value != .list([]) && value != .text("") && !value.isNo {
                members.append(name, value)
            }
            if register.name == Clause.register {
                // A clause that got its words is no longer absent, whatever the list beside it still says.
                if members["state"] == "absent" { members["state"] = nil }
                if members["text"] != nil, members["state"] == nil { members["state"] = "full" }
            }
            return members.isEmpty ? nil : Edit(register.name, row.record.id, .set(members))
        }
    }

    /// Whether something was answered that others filled in since the form was opened: theirs stands.
    public func isOvertaken(by pairs: [(name: String, value: String)]) -> Bool {
        let open = rows.flatMap { row in row.fields.map { row.name(of: $0.key) } }
        return pairs.contains { name, value in
            name.contains(":") && !value.isEmpty && !open.contains { name == $0 || name.hasPrefix($0 + ".") }
        }
    }

    /// The same form with what was sent and why it was refused.
    public func refused(_ pairs: [(name: String, value: String)], _ refusal: Refusal) -> CriterionForm {
        var form = answered(pairs)
        form.problems = refusal.problems
        return form
    }

    /// The same form with what was sent and more empty rows in a list, where the button for that was pressed.
    public func withMoreRows(_ pairs: [(name: String, value: String)]) -> CriterionForm? {
        guard let list = pairs.last(where: { $0.name == RecordForm.moreRowsName })?.value else { return nil }
        var form = answered(pairs)
        form.moreRowsOf = list
        return form
    }

    private func answered(_ pairs: [(name: String, value: String)]) -> CriterionForm {
        var form = self
        for index in rows.indices {
            let row = rows[index]
            form.rows[index].members = FormReading(row.pairs(in: pairs), fields: row.fields).members
        }
        return form
    }
}

extension PageContext {
    /// What the fields of such records show before anybody answers: a seat for each member, taken by its lead.
    fileprivate func proposals(for register: RegisterName) -> Value.Members {
        // Of very many members nobody wants to look through the seats.
        guard register == Body.register, view.charter.members.count <= 30 else { return [:] }
        let seats = view.charter.members.map { member -> Value in
            var seat: Value.Members = ["party": .text(member.id.text)]
            if let lead = view.charter.people(of: member.id).first(where: { $0.role == .lead }) {
                seat["person"] = .text(lead.id.text)
            }
            return .record(seat)
        }
        return ["seats": .list(seats)]
    }
}

import AllianceModel

/// How the records of a register are laid out: which fields stand side by side, and which below.
struct RecordLayout {
    static let evidence = "evidence"
    /// How many fields stand side by side at most.
    private static let widest = 5
    /// From how many records on a table is easier to read than entries, even where it needs notes.
    private static let many = 14

    let register: RegisterDescription
    /// Whether the title stands for the first field.
    let hasTitles: Bool
    /// The fields that are compared at a glance.
    let columns: [FieldDescription]
    /// The fields that are read record by record.
    let below: [FieldDescription]
    let isTable: Bool

    init(_ register: RegisterDescription, _ records: [UntypedRecord]) {
        self.register = register
        let filled = register.fields.filter { field in
            field.key != Self.evidence
                && records.contains { $0.members[field.key].map { !$0.isNo } ?? false }
        }
        let first = register.fields.first
        let isTitled = if case .text? = first?.kind { true } else { false }
        hasTitles = isTitled
        let rest = isTitled && first?.kind.isLong == false ? filled.filter { $0.key != first?.key } : filled
        let short = rest.filter { !$0.kind.isLong }
        columns = Array(short.prefix(Self.widest))
        below = Array(short.dropFirst(Self.widest)) + rest.filter { $0.kind.isLong }
        isTable = !isTitled || below.isEmpty || records.count >= Self.many
    }
}

extension FieldKind {
    var isPart: Bool { if case .part = self { true } else { false } }

    var isNumeric: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
    }

    /// Whether values of this kind are too long to stand side by side.
    var isLong: Bool {
        switch self {
        case .text(let multiline): multiline
        case .part, .link: true
        case .list(let kind): kind.isLong
        default: false
        }
    }
}

extension FieldDescription {
    /// The label with the unit, for a column whose cells leave it out.
    var heading: String {
        switch kind {
        case .integer(_, let unit?), .decimal(_, let unit?):
            label.lowercased().contains(unit.lowercased()) ? label : "\(label), \(unit)"
        default: label
        }
    }
}

extension FieldKind {
    /// The kind for a cell under a heading that names the unit.
    var withoutUnit: FieldKind {
        switch self {
        case .integer(let range, _): .integer(range)
        case .decimal(let range, _): .decimal(range)
        default: self
        }
    }
}

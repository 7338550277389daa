public import AllianceModel

/// A place within one alliance.
public enum AllianceLink: Hashable, Sendable {
    case overview
    /// The reader has looked at what is new.
    case seen
    case step(StepName)
    case findings
    /// - Parameter before: the number of the entry that the page ends before.
    case history(before: Int? = nil)
    /// - Parameter through: the last of the entries that are taken back, where they are several.
    case undo(entry: Int, through: Int? = nil)
    case ledger
    case ledgerExport
    case search(String? = nil)
    case index
    case events
    case report
    case people
    case invite
    case leave
    case withdrawInvitation(String)
    case exchange
    case exportAlliance(FileFormat)
    case importAlliance
    case applyAlliance

    case register(RegisterName)
    case exportRegister(RegisterName, FileFormat)
    case importRegister(RegisterName)
    case applyRegister(RegisterName)
    /// - Parameters:
    ///   - isPrivate: whether the new record is for the reader's party alone.
    ///   - isNext: whether one was just added and the next is to follow.
    ///   - of: the record to which the new one belongs.
    case add(RegisterName, isPrivate: Bool = false, isNext: Bool = false, of: String? = nil)
    case record(RecordAddress)
    case edit(RecordAddress, field: String? = nil)
    case remove(RecordAddress)
    case move(RecordAddress)
    case remark(RecordAddress)

    /// - Parameter record: the record that the verb is about, as the value of its first field.
    case verb(StepName, String, record: String? = nil)
    case signOff(StepName)
    case withdrawSignOff(StepName)
    /// What keeps a criterion from being met, to be filled in at once; or the clauses of a text, by ``CriterionForm/wording(of:)``.
    case criterion(String)
    /// The next objective that the reader's party has not rated.
    case rate
    case rateOne(String)
    case alignment
    case survey(round: String)
    /// Talks, the neutral, and texts.
    case terms(TermsLink)

    /// A spelling in which data leaves the site.
    public enum FileFormat: String, CaseIterable, Sendable { case yaml, json, csv }

    var filled: (route: SiteRoute, values: [String]) {
        func of(_ register: RegisterName) -> [String] { [register.step.rawValue, register.name] }
        func of(_ record: RecordAddress) -> [String] { of(record.register) + [record.segment] }
        return switch self {
        case .overview: (.overview, [])
        case .seen: (.seen, [])
        case .step(let step): (.step, [step.rawValue])
        case .findings: (.findings, [])
        case .history: (.history, [])
        case .undo(let entry, _): (.undo, [String(entry)])
        case .ledger: (.ledger, [])
        case .ledgerExport: (.ledgerExport, [])
        case .search: (.search, [])
        case .index: (.index, [])
        case .events: (.events, [])
        case .report: (.report, [])
        case .people: (.people, [])
        case .invite: (.invite, [])
        case .leave: (.leave, [])
        case .withdrawInvitation(let invitation): (.withdrawInvitation, [invitation])
        case .exchange: (.exchange, [])
        case .exportAlliance(let format): (.exportAlliance, [format.rawValue])
        case .importAlliance: (.importAlliance, [])
        case .applyAlliance: (.applyAlliance, [])
        case .register(let register): (.register, of(register))
        case .exportRegister(let register, let format): (.exportRegister, of(register) + [format.rawValue])
        case .importRegister(let register): (.importRegister, of(register))
        case .applyRegister(let register): (.applyRegister, of(register))
        case .add(let register, _, _, _): (.add, of(register))
        case .record(let record): (.record, of(record))
        case .edit(let record, _): (.edit, of(record))
        case .remove(let record): (.remove, of(record))
        case .move(let record): (.move, of(record))
        case .remark(let record): (.remark, of(record))
        case .verb(let step, let verb, _): (.verb, [step.rawValue, verb])
        case .signOff(let step): (.signOff, [step.rawValue])
        case .withdrawSignOff(let step): (.withdrawSignOff, [step.rawValue])
        case .criterion(let criterion): (.criterion, [criterion])
        case .rate: (.rate, [])
        case .rateOne(let objective): (.rateOne, [objective])
        case .alignment: (.alignment, [])
        case .survey(let round): (.survey, [round])
        case .terms(let link): link.filled
        }
    }

    var query: [(name: String, value: String)] {
        switch self {
        case .history(let before?): [("before", String(before))]
        case .undo(_, let through?): [("through", String(through))]
        case .search(let words?): [("q", words)]
        case .add(_, let isPrivate, let isNext, let of):
            (isPrivate ? [("private", "yes")] : []) + (isNext ? [("next", "yes")] : [])
                + (of.map { [("of", $0)] } ?? [])
        case .verb(_, _, let record?): [("record", record)]
        case .terms(let link): link.query
        default: []
        }
    }

    /// The part of the page to show first.
    var fragment: String? {
        if case .edit(_, let field?) = self { "field-" + field } else { nil }
    }
}

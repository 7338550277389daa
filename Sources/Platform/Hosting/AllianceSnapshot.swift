import AllianceModel
import Ledger

/// A state as bytes, so that a long ledger need not be replayed: a cache that may be thrown away at any time.
enum AllianceSnapshot {
    /// Name and version of what makes a state of entries. To be raised when the same entries lead to another state; registers
    /// and fields that come or go change it by themselves.
    static let reducer: String = {
        var names = ""
        for register in Alliance.registers {
            names += "\(register.name):\(register.fields.map(\.key).joined(separator: ","))\n"
        }
        return "alliance-2-\(Hash(of: Array(names.utf8)).hexadecimal.prefix(16))"
    }()

    static func encode(_ state: LedgerState) -> [UInt8] {
        var parties = Value.Members()
        for (party, count) in state.counts.ofParty.sorted(by: { $0.key < $1.key }) {
            parties.append(party, .integer(count))
        }
        let whole: Value.Members = [
            "everyone": .integer(state.counts.everyone), "parties": .record(parties),
            "records": .list(state.alliance.storedRecords.map(\.value)),
            "removals": .list(state.alliance.removals.map(\.value)),
        ]
        return Array(Value.record(whole).json().utf8)
    }

    /// The state that a snapshot holds; nil where it is none: then the ledger is replayed.
    ///
    /// - Parameter last: the last entry that went into it.
    static func decode(_ bytes: [UInt8], after last: Entry) -> LedgerState? {
        guard let document = try? JSONReader.read(bytes), case .record(let whole) = document.value,
            case .integer(let everyone)? = whole["everyone"], case .record(let parties)? = whole["parties"],
            let records = whole["records"].flatMap({ [Alliance.StoredRecord]($0) }),
            let removals = whole["removals"].flatMap({ [Removal]($0) })
        else { return nil }
        var state = LedgerState(head: LedgerHead(after: last))
        let possible = 0...state.head.size
        guard possible.contains(everyone) else { return nil }
        state.counts.everyone = everyone
        for (party, count) in parties {
            guard case .integer(let count) = count, possible.contains(count) else { return nil }
            state.counts.ofParty[party] = count
        }
        guard let alliance = try? Alliance(restoring: records, removals: removals) else { return nil }
        state.alliance = alliance
        return state
    }
}

/// What a snapshot is made of.
private protocol SnapshotPart {
    var value: Value { get }
    /// nil where the value is none of these.
    init?(_ value: Value)
}

extension Array where Element: SnapshotPart {
    fileprivate init?(_ value: Value) {
        guard case .list(let items) = value else { return nil }
        self = []
        reserveCapacity(items.count)
        for item in items {
            guard let element = Element(item) else { return nil }
            append(element)
        }
    }
}

extension Alliance.StoredRecord: SnapshotPart {
    fileprivate var value: Value {
        var value: Value.Members = ["record": .text(key.description), "fields": .record(members)]
        audience.mark(&value)
        return .record(value)
    }

    fileprivate init?(_ value: Value) {
        var problems: [Problem] = []
        guard case .record(let value) = value, let name = value["record"],
            let key = RecordKey.read(name, as: RecordKey.kind, &problems), case .record(let fields)? = value["fields"]
        else { return nil }
        self.init(key: key, audience: AllianceModel.Audience(markedIn: value), members: fields)
    }
}

extension Removal: SnapshotPart {
    fileprivate var value: Value {
        .record(["record": record.value, "at": .integer(moment.seconds), "losses": .list(losses.map(\.value))])
    }

    fileprivate init?(_ value: Value) {
        guard case .record(let value) = value, let record = value["record"].flatMap({ Alliance.StoredRecord($0) }),
            case .integer(let seconds)? = value["at"], let losses = value["losses"].flatMap({ [Loss]($0) })
        else { return nil }
        self.init(record: record, moment: Moment(seconds: seconds), losses: losses)
    }
}

extension Removal.Loss: SnapshotPart {
    fileprivate var value: Value {
        var value: Value.Members = ["record": record.value]
        switch kind {
        case .gone(.first): value["after"] = .text("")
        case .gone(.last): break
        case .gone(.after(let id)): value["after"] = .text(id)
        case .altered(let members): value["left"] = .record(members)
        }
        return .record(value)
    }

    fileprivate init?(_ value: Value) {
        guard case .record(let value) = value, let record = value["record"].flatMap({ Alliance.StoredRecord($0) })
        else { return nil }
        switch (value["left"], value["after"]) {
        case (.record(let members)?, _): self.init(record, .altered(to: members))
        case (_, .text("")?): self.init(record, .gone(from: .first))
        case (_, .text(let id)?): self.init(record, .gone(from: .after(id)))
        case (_, nil): self.init(record, .gone(from: .last))
        default: return nil
        }
    }
}

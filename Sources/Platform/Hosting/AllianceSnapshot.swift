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
        return "alliance-1-\(Hash(of: Array(names.utf8)).hexadecimal.prefix(16))"
    }()

    static func encode(_ state: LedgerState) -> [UInt8] {
        var parties = Value.Members()
        for (party, count) in state.counts.ofParty.sorted(by: { $0.key < $1.key }) {
            parties.append(party, .integer(count))
        }
        let records = state.alliance.storedRecords.map { stored -> Value in
            var members: Value.Members = ["record": .text(stored.key.description), "fields": .record(stored.members)]
            switch stored.audience {
            case .everyone: break
            case .party(let party): members["of"] = .text(party.text)
            case .sealed: members["sealed"] = "yes"
            }
            return .record(members)
        }
        let whole: Value.Members = [
            "everyone": .integer(state.counts.everyone), "parties": .record(parties), "records": .list(records),
        ]
        return Array(Value.record(whole).json().utf8)
    }

    /// The state that a snapshot holds; nil where it is none: then the ledger is replayed.
    ///
    /// - Parameter last: the last entry that went into it.
    static func decode(_ bytes: [UInt8], after last: Entry) -> LedgerState? {
        guard let document = try? JSONReader.read(bytes), case .record(let whole) = document.value,
            case .integer(let everyone)? = whole["everyone"], case .record(let parties)? = whole["parties"],
            case .list(let items)? = whole["records"]
        else { return nil }
        var state = LedgerState(head: LedgerHead(after: last))
        let possible = 0...state.head.size
        guard possible.contains(everyone) else { return nil }
        state.counts.everyone = everyone
        for (party, count) in parties {
            guard case .integer(let count) = count, possible.contains(count) else { return nil }
            state.counts.ofParty[party] = count
        }
        var records: [Alliance.StoredRecord] = []
        records.reserveCapacity(items.count)
        for item in items {
            var problems: [Problem] = []
            guard case .record(let members) = item, let name = members["record"],
                let key = RecordKey.read(name, as: RecordKey.kind, &problems),
                case .record(let fields)? = members["fields"]
            else { return nil }
            var audience = AllianceModel.Audience.everyone
            if case .text(let party)? = members["of"] { audience = .party(RecordID(party)) }
            if members["sealed"] != nil { audience = .sealed }
            records.append(Alliance.StoredRecord(key: key, audience: audience, members: fields))
        }
        guard let alliance = try? Alliance(restoring: records) else { return nil }
        state.alliance = alliance
        return state
    }
}

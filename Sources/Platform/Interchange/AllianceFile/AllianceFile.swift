public import AllianceModel

/// The alliance file: one plain document, in YAML or JSON, that fits into git.
///
/// Its sections are named as the steps and hold the registers as lists of records with their ids; what belongs to one party
/// alone stands under `private` and that party. Sealed records never leave a running service.
///
/// ```yaml
/// entente: 1
/// charter:
///   profile: {name: Baltic Corridor, context: business, purpose: One harbour fee}
///   parties:
///     - {id: north, name: Northwind, standing: member}
/// private:
///   north:
///     vision:
///       stances:
///         - {id: s1, objective: o1, position: supports, weight: 80}
/// ```
public enum AllianceFile {
    /// The version of the form, the value of the first member.
    static let version = 1
    static let versionName = "entente"
    static let privateName = "private"
    /// The largest file that is read, in bytes.
    public static let maximumSize = 16 << 20

    /// What a viewer sees, as the value of an alliance file.
    public static func value(of view: View) -> Value {
        var file: Value.Members = [versionName: .integer(Int64(version))]
        for (step, section) in sections(of: view, for: .everyone) { file[step] = section }
        if let party = view.viewer.party {
            let own = sections(of: view, for: .party(party))
            if !own.isEmpty { file[privateName] = .record([party.text: .record(own)]) }
        }
        return .record(file)
    }

    /// The whole alliance with what is private to each party: for the one who keeps it.
    public static func value(of alliance: Alliance) -> Value {
        guard case .record(var file) = value(of: alliance.view(for: .everyone)) else { return .none }
        var ofParties = Value.Members()
        for party in alliance.partiesWithSecrets {
            ofParties[party.text] = .record(sections(of: alliance.view(for: .party(party)), for: .party(party)))
        }
        if !ofParties.isEmpty { file[privateName] = .record(ofParties) }
        return .record(file)
    }

    private static func sections(of view: View, for audience: Audience) -> Value.Members {
        var sections = Value.Members()
        for register in Alliance.registers {
            let records = view.records(of: register).filter { $0.audience == audience }
            guard !records.isEmpty else { continue }
            var section: Value.Members =
                if case .record(let section)? = sections[register.name.step.rawValue] { section } else { [:] }
            section[register.name.name] =
                register.isSingle ? .record(records[0].members) : .list(records.map { .record(item($0)) })
            sections[register.name.step.rawValue] = .record(section)
        }
        return sections
    }

    private static func item(_ record: UntypedRecord) -> Value.Members {
        var item: Value.Members = ["id": .text(record.id)]
        for (name, value) in record.members { item.append(name, value) }
        return item
    }
}

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
    public static func value(of view: View) -> Value { value(of: view, records: 0..<Int.max).value }

    /// Some of what a viewer sees, as the value of an alliance file that holds no other records: of a large alliance, the parts one
    /// after the other are the whole.
    ///
    /// - Parameter records: which ones, in the order of the whole file.
    /// - Returns: how many records there are after them, too.
    public static func value(of view: View, records: Range<Int>) -> (value: Value, left: Int) {
        var file: Value.Members = [versionName: .integer(Int64(version))]
        var place = 0
        for (step, section) in sections(of: view, for: .everyone, records, &place) { file[step] = section }
        if let party = view.viewer.party {
            let own = sections(of: view, for: .party(party), records, &place)
            if !own.isEmpty { file[privateName] = .record([party.text: .record(own)]) }
        }
        return (.record(file), max(0, place - records.upperBound))
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
        var place = 0
        return sections(of: view, for: audience, 0..<Int.max, &place)
    }

    /// - Parameter place: how many records stand before those of this audience; afterwards, before what follows.
    private static func sections(
        of view: View, for audience: Audience, _ wanted: Range<Int>, _ place: inout Int
    ) -> Value.Members {
        var sections = Value.Members()
        for register in Alliance.registers {
            let all = view.records(of: register).filter { $0.audience == audience }
            let here = wanted.clamped(to: place..<(place + all.count))
            let records = all[(here.lowerBound - place)..<(here.upperBound - place)]
            place += all.count
            guard let first = records.first else { continue }
            var section: Value.Members =
                if case .record(let section)? = sections[register.name.step.rawValue] { section } else { [:] }
            section[register.name.name] =
                register.isSingle ? .record(first.members) : .list(records.map { .record(item($0)) })
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

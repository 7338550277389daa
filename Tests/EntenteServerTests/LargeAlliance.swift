import AllianceModel

/// An alliance with many records in every register, made from the descriptions: a new register or field is in it by itself. Records
/// refer to each other all over, and their titles are as long as people write them.
struct LargeAlliance {
    /// The reader's party is the first of the parties.
    static let party: RecordID<Party> = "p1"
    static let person: RecordID<Person> = "p1-lead"

    private(set) var changes: [Change] = []
    private(set) var alliance = Alliance()
    /// Registers that could not be filled, with the reason.
    private(set) var failures: [String] = []
    /// The ids of the records of each register that everyone sees, in their order.
    private(set) var ids: [RegisterName: [String]] = [:]
    private let moment = Moment(seconds: 1_800_000_000)

    /// - Parameters:
    ///   - count: how many records a register has, apart from parties and people.
    ///   - more: registers that have another number of records.
    init(_ count: Int, parties: Int = 5, more: [RegisterName: Int] = [:]) {
        add(
            Profile.register, Profile.register.name,
            [
                "name": "Large alliance", "context": "business",
                "purpose": "To have room for all that large alliances write",
            ])
        for party in 1...parties {
            add(
                Party.register, "p\(party)",
                ["name": .text("Organisation \(party) of the long coast"), "standing": "member"])
        }
        for party in 1...parties {
            let name = "A person who speaks for organisation \(party)"
            add(Person.register, "p\(party)-lead", ["name": .text(name), "party": .text("p\(party)"), "role": "lead"])
        }
        let first = [Party.register, Person.register, Profile.register]
        for register in Alliance.registers where !first.contains(register.name) && register.privacy != .sealed {
            let count = more[register.name] ?? count
            if register.privacy.allows(.everyone) { fill(register, .everyone, count) }
            if register.privacy.allows(.party(Self.party)) { fill(register, .party(Self.party), count) }
        }
    }

    private mutating func add(_ register: RegisterName, _ id: String, _ members: Value.Members) {
        let refusal = refusal(.edit(Edit(register, id, .add(members))))
        if let refusal { failures.append("\(refusal)") } else { ids[register, default: []].append(id) }
    }

    private mutating func refusal(_ change: Change) -> Refusal? {
        do throws(Refusal) {
            try alliance.apply(change, by: .founder, at: moment)
            changes.append(change)
            return nil
        } catch {
            return error
        }
    }

    private mutating func fill(_ register: RegisterDescription, _ audience: Audience, _ count: Int) {
        var left: Set<String> = []
        var missed = 0
        for number in 0..<(register.isSingle ? 1 : count) {
            let id = register.isSingle ? register.name.name : audience == .everyone ? "s\(number)" : "o\(number)"
            var members = Value.Members()
            for field in register.fields where !left.contains(field.key) {
                if let value = value(field.key, field.kind, register, number) { members[field.key] = value }
            }
            var last: Refusal?
            for _ in 0..<8 {
                last = refusal(.edit(Edit(register.name, id, for: audience, .add(members))))
                guard let problems = last?.problems else { break }
                for problem in problems {
                    let key = problem.path.split(separator: ".").last.map(String.init) ?? ""
                    let field = register.fields.first { key == $0.key || key.hasPrefix("\($0.key)[") }
                    if let field, !field.isRequired {
                        members[field.key] = nil
                        if number == 0 { left.insert(field.key) }
                    }
                }
            }
            if let last {
                missed += 1
                if missed == 1 { failures.append("\(register.name) \(audience): \(last)") }
                if missed > 20 { return }
            } else if audience == .everyone {
                ids[register.name, default: []].append(id)
            }
        }
    }

    /// A value of the kind for the record of a number; nil where it would refer to something that is not there.
    private func value(_ key: String, _ kind: FieldKind, _ register: RegisterDescription, _ number: Int) -> Value? {
        // What goes with some other values only.
        if register.name == Issue.register {
            let isNumber = number % 2 == 1
            if key == "kind" { return isNumber ? "integer" : "options" }
            if key == "minimum" || key == "maximum" { return isNumber ? .integer(key == "minimum" ? 0 : 100) : nil }
        }
        if register.name == Clause.register, ["issue", "option", "value"].contains(key) { return nil }
        // Somebody of another organisation.
        let number = key == "counterpart" ? number + 1 : number
        switch kind {
        case .text(let isLong):
            if key == "threshold" { return "2/3" }
            if key == "about" {
                return ids[Objective.register].map { .text("vision.objectives/\($0[number % $0.count])") }
            }
            if key.lowercased().contains("zone") { return "Europe/Berlin" }
            let sentence = "Record \(number) of the \(register.title.lowercased())"
            return .text(
                isLong ? "\(sentence), with the reasons that were given for it when it was written down." : sentence)
        case .link: return .text("https://example.org/minutes/\(number)")
        case .integer(let range, _):
            let width = min(range.upperBound - range.lowerBound, 40)
            return .integer(Int64(range.lowerBound + (number * 7) % (width + 1)))
        case .decimal(let range, _):
            let value =
                range.lowerBound < .zero ? DecimalNumber(number % 40) : range.lowerBound + DecimalNumber(number % 40)
            return (range.contains(value) ? value : range.upperBound).written
        case .date:
            return .date(Day(number: 20_600 + (number * 3) % 700 + (key.lowercased().contains("end") ? 700 : 0)))
        case .yesNo: return number % 3 == 0 ? "yes" : "no"
        case .choice(let options): return options.isEmpty ? nil : .text(options[number % options.count].key)
        case .reference(let target):
            guard target != register.name, let known = ids[target], !known.isEmpty else { return nil }
            if target == Party.register, !register.privacy.allows(.everyone) { return .text(Self.party.text) }
            return .text(known[number % known.count])
        case .list(.reference(let target)) where target == Party.register:
            return (ids[target] ?? []).isEmpty ? nil : .list((ids[target] ?? []).map { .text($0) })
        case .list(.part(let fields)) where fields.map(\.key) == Consent.fields.map(\.description.key):
            // Every organisation but the reader's has said yes.
            return .list(
                (ids[Party.register] ?? []).dropFirst().map {
                    .record(["party": .text($0), "on": .date(Day(number: 20_600))])
                })
        case .list(let kind): return value(key, kind, register, number).map { .list([$0]) }
        case .part(let fields):
            var members = Value.Members()
            for field in fields {
                if let value = value(field.key, field.kind, register, number) {
                    members[field.key] = value
                } else if field.isRequired {
                    return nil
                }
            }
            return .record(members)
        }
    }
}

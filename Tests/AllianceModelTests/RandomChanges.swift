import SeededRandom

@testable import AllianceModel

/// Makes changes at random from the descriptions of the registers: of every register and kind of field, mostly sound, some not.
struct RandomChanges {
    var generator: SplitMix64
    private let parties: [RecordID<Party>] = ["north", "harbour", "ostrava"]
    private let ids = (0..<6).map { "r\($0)" }

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// Three parties, which the changes that follow may belong to.
    var beginning: [Change] {
        parties.map { .edit(Edit(Party.register, $0.text, .add(["name": .text($0.text), "standing": "member"]))) }
    }

    mutating func next() -> (change: Change, author: Author) {
        guard let register = Alliance.registers.randomElement(using: &generator) else {
            return (beginning[0], .founder)
        }
        let party = parties.randomElement(using: &generator) ?? "north"
        let audience: Audience
        switch register.privacy {
        case .shared: audience = .everyone
        case .ofParty: audience = .party(party)
        case .eitherWay: audience = Bool.random(using: &generator) ? .everyone : .party(party)
        case .sealed: audience = .sealed
        }
        let id = register.name == Party.register && chance(0.7) ? party.text : anID()
        let action: Edit.Action
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<5: action = .add(members(of: register, all: true), at: position())
        case 5..<7: action = .set(members(of: register, all: false))
        case 7: action = .move(to: position())
        default: action = .remove
        }
        return (.edit(Edit(register.name, id, for: audience, action)), chance(0.5) ? .founder : .party(party))
    }

    private mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &generator) < probability
    }
    private mutating func anID() -> String { ids.randomElement(using: &generator) ?? "r0" }

    private mutating func position() -> Edit.Position {
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: .first
        case 1: .last
        default: .after(anID())
        }
    }

    private mutating func members(of register: RegisterDescription, all: Bool) -> Value.Members {
        var members = Value.Members()
        for field in register.fields where field.isRequired && all || chance(0.3) {
            members[field.key] = value(field.kind)
        }
        // What a comment is about is a text that names a record.
        if register.name == Comment.register, members["about"] != nil, !chance(0.1) {
            let other = Alliance.registers.randomElement(using: &generator)?.name ?? Party.register
            let id = other == Party.register ? "north" : anID()
            members["about"] = .text("\(RecordKey(chance(0.4) ? Party.register : other, id))")
        }
        return members
    }

    private mutating func value(_ kind: FieldKind) -> Value {
        if chance(0.02) { return .text("§") }
        switch kind {
        case .text: return .text("word \(Int.random(in: 0..<50, using: &generator))")
        case .integer(let range, _):
            return .integer(
                Int64(Int.random(in: range.lowerBound...min(range.upperBound, range.lowerBound + 9), using: &generator))
            )
        case .decimal(let range, _):
            return (range.lowerBound + DecimalNumber(Int.random(in: 0..<9, using: &generator))).written
        case .date: return .date(Day(number: 20_000 + Int.random(in: 0..<900, using: &generator)))
        case .yesNo: return chance(0.5) ? "yes" : "no"
        case .choice(let options): return .text(options.randomElement(using: &generator)?.key ?? "")
        case .reference(let register):
            return .text(
                register == Party.register ? (parties.randomElement(using: &generator) ?? "north").text : anID())
        case .link: return "https://example.org/evidence"
        case .list(let kind): return .list((0..<Int.random(in: 0..<3, using: &generator)).map { _ in value(kind) })
        case .part(let fields):
            var members = Value.Members()
            for field in fields where field.isRequired || chance(0.5) { members[field.key] = value(field.kind) }
            return .record(members)
        }
    }
}

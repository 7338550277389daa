import AllianceModel

/// An alliance of three parties in which every private register of every party holds a record with a canary in each of its
/// fields that can hold a text, and every shared register a record. Made from the descriptions, so new fields are in it.
struct SecretAlliance {
    /// The parties, and a word that stands in all that is private to each, and nowhere else.
    static let parties = ["north", "harbour", "ostrava"]

    /// The marker of a party in one world; another world has another.
    static func marker(of party: String, world: Int) -> String {
        "q\(world)x\(party.reversed().map(String.init).joined())vault\(party)z\(world)k"
    }
    static let sealedMarker = "qsealedbytokenxvaultz"

    let world: Int
    private(set) var changes: [Change] = []
    private(set) var alliance = Alliance()
    /// Fields that can hold a text, by register, and those of them that hold a canary.
    private(set) var canaryFields: Set<String> = []
    private(set) var textFields: Set<String> = []
    /// Registers with private records that could not be filled, with the reason.
    private(set) var failures: [String] = []
    /// Optional fields that do not go together with the rest, by register, audience and key.
    private(set) var refused: Set<String>
    private let moment = Moment(seconds: 1_800_000_000)

    /// - Parameters:
    ///   - world: two worlds differ in what is private to every party but the first, and in nothing else.
    ///   - refused: optional fields to leave out, as ``refused`` names them.
    init(world: Int = 1, without refused: Set<String> = []) {
        self.world = world
        self.refused = refused
        make(
            .edit(
                Edit(
                    Profile.register, Profile.register.name,
                    .add(["name": "Canary island", "context": "business", "purpose": "Sing"]))))
        for party in Self.parties {
            make(.edit(Edit(Party.register, party, .add(["name": .text("Party \(party)"), "standing": "member"]))))
        }
        for party in Self.parties {
            for role in Person.Role.allCases {
                make(
                    .edit(
                        Edit(
                            Person.register, "\(party)-\(role.rawValue)",
                            .add([
                                "name": .text("\(role.rawValue) of \(party)"), "party": .text(party),
                                "role": .text(role.rawValue),
                            ])
                        )))
            }
        }
        for register in Alliance.registers where register.name != Party.register && !register.isSingle {
            if register.privacy.allows(.everyone) { fill(register, .everyone) }
            if register.privacy.allows(.sealed) { fill(register, .sealed) }
        }
        for register in Alliance.registers where register.privacy.allows(.party("north")) {
            for party in Self.parties { fill(register, .party(RecordID(party))) }
        }
        fillWhatWent()
    }

    /// What hung on a record that came and went is told in the history: to each party its own.
    private mutating func fillWhatWent() {
        let record = Edit(Objective.register, "brief", .add(["title": "Brief"]))
        make(.edit(record))
        for party in Self.parties {
            let (own, word) = (Audience.party(RecordID(party)), word(of: party))
            let stance: Value.Members = ["objective": "brief", "position": "opposes", "reason": .text(word)]
            let comment: Value.Members = [
                "about": "vision.objectives/brief", "text": .text(word), "author": .text("\(party)-lead"),
            ]
            make(.edit(Edit(Stance.register, "\(word)-brief", for: own, .add(stance))))
            make(.edit(Edit(Comment.register, "\(word)-brief", for: own, .add(comment))))
        }
        let remove = Change.edit(Edit(Objective.register, "brief", .remove))
        make(remove)
        make(.edit(record))
        make(remove)
    }

    private mutating func make(_ change: Change) {
        do throws(Refusal) {
            try alliance.apply(change, by: .founder, at: moment)
            changes.append(change)
        } catch {
            failures.append("\(error)")
        }
    }

    /// The id of the record of an audience in a register.
    func id(_ register: RegisterDescription, _ audience: Audience) -> String {
        switch audience {
        case .everyone: register.isSingle ? register.name.name : "shared1"
        case .party(let party): register.isSingle ? register.name.name : word(of: party.text)
        case .sealed: Self.sealedMarker
        }
    }

    private func word(of party: String) -> String {
        Self.marker(of: party, world: party == Self.parties[0] ? 1 : world)
    }

    private mutating func fill(_ register: RegisterDescription, _ audience: Audience) {
        let owner: String? = if case .party(let party) = audience { party.text } else { nil }
        let canary: String? = owner.map(word) ?? (audience == .sealed ? Self.sealedMarker : nil)
        var members = Value.Members()
        var optional: [(String, Value)] = []
        for field in register.fields {
            guard let value = value(field, canary, audience, register) else { continue }
            if field.isRequired { members[field.key] = value } else { optional.append((field.key, value)) }
            if owner != nil, Self.holdsText(field.kind) { textFields.insert("\(register.name).\(field.key)") }
        }
        let id = id(register, audience)
        // What a record needs beyond its required fields, its refusal names.
        var refusal: Refusal?
        for _ in 0..<4 {
            let change = Change.edit(Edit(register.name, id, for: audience, .add(members)))
            do throws(Refusal) {
                try alliance.apply(change, by: .founder, at: moment)
                changes.append(change)
                refusal = nil
            } catch {
                refusal = error
                for problem in error.problems {
                    let name = problem.path.split(separator: ".").last.map(String.init) ?? ""
                    if let value = optional.first(where: { $0.0 == name })?.1 { members[name] = value }
                }
                continue
            }
            break
        }
        if let refusal {
            failures.append("\(refusal)")
            return
        }
        if owner != nil { note(members, register) }
        // One by one: what does not go together with the rest is left out, and told by the test where it is a text.
        for (key, value) in optional {
            let name = "\(register.name) \(audience) \(key)"
            if refused.contains(name) { continue }
            let change = Change.edit(Edit(register.name, id, for: audience, .set([key: value])))
            do throws(Refusal) {
                try alliance.apply(change, by: .founder, at: moment)
                changes.append(change)
                if owner != nil { note([key: value], register) }
            } catch {
                refused.insert(name)
            }
        }
    }

    private mutating func note(_ members: Value.Members, _ register: RegisterDescription) {
        for field in register.fields where members[field.key] != nil && Self.holdsText(field.kind) {
            canaryFields.insert("\(register.name).\(field.key)")
        }
    }

    static func holdsText(_ kind: FieldKind) -> Bool {
        switch kind {
        case .text, .link: true
        case .list(let kind): holdsText(kind)
        case .part(let fields): fields.contains { holdsText($0.kind) }
        default: false
        }
    }

    /// A value of the kind; nil where it would have to refer to something that is not there.
    private func value(
        _ field: FieldDescription, _ canary: String?, _ audience: Audience, _ register: RegisterDescription
    ) -> Value? {
        value(field.key, field.kind, canary, audience, register)
    }

    private func value(
        _ key: String, _ kind: FieldKind, _ canary: String?, _ audience: Audience, _ register: RegisterDescription
    ) -> Value? {
        // Numbers, dates and choices that are private differ between worlds as well.
        let shift = canary == nil ? 0 : (audience == .party("north") ? 1 : world)
        switch kind {
        case .text:
            if key == "threshold" { return "2/3" }
            if key == "about" { return .text("vision.objectives/shared1") }
            if key.lowercased().contains("zone") {
                return canary == nil ? "Europe/Berlin" : .text("Europe/\(canary ?? "")")
            }
            return .text(canary.map { "\($0) \(key)" } ?? "shared words of \(key)")
        case .link: return .text("https://example.org/\(canary ?? "shared")")
        case .integer(let range, _): return .integer(Int64(min(range.upperBound, max(range.lowerBound, 1) + shift)))
        case .decimal(let range, _):
            let low = range.lowerBound + DecimalNumber(shift)
            return (low <= range.upperBound && low >= .zero ? low : range.contains(.zero) ? .zero : range.lowerBound)
                .written
        case .date: return .date(Day(number: 20_850 + shift))
        case .yesNo: return shift % 2 == 0 ? "yes" : "no"
        case .choice(let options): return options.isEmpty ? nil : .text(options[shift % options.count].key)
        case .reference(let target):
            if key == "counterpart" { return "harbour-lead" }
            let view = alliance.view(for: .everyone)
            guard target != register.name, let description = Alliance.register(target) else { return nil }
            if target == Party.register, case .party(let party) = audience { return .text(party.text) }
            if target == Person.register, case .party(let party) = audience { return .text("\(party)-lead") }
            return view.records(of: description).first.map { .text($0.id) }
        case .list(.reference(let target)) where target == Party.register:
            let own = if case .party(let party) = audience { party.text } else { "north" }
            return .list([.text(own), .text(own == "harbour" ? "ostrava" : "harbour")])
        case .list(let kind): return value(key, kind, canary, audience, register).map { .list([$0]) }
        case .part(let fields):
            var members = Value.Members()
            for field in fields {
                if let value = value(field, canary, audience, register) {
                    members[field.key] = value
                } else if field.isRequired {
                    return nil
                }
            }
            return .record(members)
        }
    }
}

/// Looks for a word in bytes in every form in which it could slip out.
struct CanarySearch {
    private let patterns: [(name: String, bytes: [UInt8])]

    init(_ word: String) {
        let bytes = Array(word.utf8)
        var patterns: [(String, [UInt8])] = [
            ("plain", bytes), ("upper case", Array(word.uppercased().utf8)), ("reversed", bytes.reversed()),
            ("hexadecimal", bytes.flatMap { Array(String($0, radix: 16).utf8) }),
            ("UTF-16", bytes.flatMap { [$0, 0] }),
            ("percent encoding", bytes.flatMap { Array("%\(String($0, radix: 16, uppercase: true))".utf8) }),
        ]
        // Where it stands in the bytes decides on one of three forms; the ends depend on what is around.
        for offset in 0..<3 {
            let encoded = Self.base64([UInt8](repeating: 0, count: offset) + bytes)
            patterns.append(("base64", Array(encoded.dropFirst(4).dropLast(4))))
            patterns.append(
                ("base64url", Array(encoded.dropFirst(4).dropLast(4)).map { $0 == 43 ? 45 : $0 == 47 ? 95 : $0 }))
        }
        self.patterns = patterns
    }

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let three = (0..<3).map { index + $0 < bytes.count ? UInt32(bytes[index + $0]) : 0 }
            let number = three[0] << 16 | three[1] << 8 | three[2]
            out += [18, 12, 6, 0].map { digits[Int(number >> UInt32($0) & 63)] }
            index += 3
        }
        return out
    }

    /// The form in which the word is there; nil where it is not.
    func find(in bytes: [UInt8]) -> String? {
        patterns.first { pattern in contains(bytes, pattern.bytes) }?.name
    }

    private func contains(_ bytes: [UInt8], _ pattern: [UInt8]) -> Bool {
        guard let first = pattern.first, bytes.count >= pattern.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            let last = bytes.count - pattern.count
            while at <= last {
                if bytes[at] == first, pattern.indices.allSatisfy({ bytes[at + $0] == pattern[$0] }) { return true }
                at += 1
            }
            return false
        }
    }
}

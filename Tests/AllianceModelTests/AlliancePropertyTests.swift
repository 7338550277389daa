import Testing

@testable import AllianceModel

/// What holds for every sequence of changes, tried on seeded random ones over all registers and kinds of fields.
@Suite struct AllianceProperties {
    struct Entry {
        let change: Change
        let author: Author
        let moment: Moment
    }

    /// An alliance after many random changes, with those that were accepted.
    static func grown(seed: UInt64, steps: Int = 1500) -> (alliance: Alliance, accepted: [Entry], refused: Int) {
        var random = RandomChanges(seed: seed)
        var alliance = Alliance()
        var accepted: [Entry] = []
        var refused = 0
        // Each removal is undone, some at once, some after what others did in between, some too late to bring back all.
        var undoing: [(step: Int, change: Change)] = []
        for step in -random.beginning.count..<steps {
            let due = undoing.firstIndex { $0.step <= step }.map { undoing.remove(at: $0).change }
            let (change, author) =
                step < 0
                ? (random.beginning[step + random.beginning.count], .founder)
                : due.map { ($0, .founder) } ?? random.next()
            let entry = Entry(change: change, author: author, moment: Moment(seconds: Int64(step) * 60))
            let inverse: Edit? = if case .edit(let edit) = change { edit.inverse(on: alliance) } else { nil }
            do throws(Refusal) {
                try alliance.apply(change, by: author, at: entry.moment)
                accepted.append(entry)
                if case .edit(let edit) = change, case .remove = edit.action, let inverse {
                    undoing.append((step + Int.random(in: 1...20, using: &random.generator), .edit(inverse)))
                }
            } catch {
                refused += 1
            }
        }
        return (alliance, accepted, refused)
    }

    @Test func whatGrewHadRemovalsThatBroughtThingsBack() {
        var losses = 0
        for seed in UInt64(1)...8 {
            var alliance = Alliance()
            for entry in Self.grown(seed: seed).accepted {
                let before = alliance
                try? alliance.apply(entry.change, by: entry.author, at: entry.moment)
                guard case .edit(let edit) = entry.change, case .add = edit.action else { continue }
                losses += alliance.storedRecords.count - before.storedRecords.count - 1
            }
        }
        #expect(losses > 3)
    }

    @Test(arguments: UInt64(1)...8)
    func replayingTheAcceptedChangesGivesAnEqualAlliance(seed: UInt64) throws {
        let (alliance, accepted, refused) = Self.grown(seed: seed)
        #expect(accepted.count > 200)
        #expect(refused > 0)
        var replayed = Alliance()
        for entry in accepted { try replayed.apply(entry.change, by: entry.author, at: entry.moment) }
        #expect(replayed == alliance)
        #expect(alliance.brokenReferences.isEmpty)
    }

    @Test(arguments: UInt64(11)...18)
    func noSequenceOfChangesBreaksAReference(seed: UInt64) {
        var random = RandomChanges(seed: seed)
        var alliance = Alliance()
        for change in random.beginning { try? alliance.apply(change, by: .founder, at: Moment(seconds: 0)) }
        var broken: [Problem] = []
        for _ in 0..<800 where broken.isEmpty {
            let (change, author) = random.next()
            try? alliance.apply(change, by: author, at: Moment(seconds: 0))
            broken = alliance.brokenReferences
        }
        #expect(broken.isEmpty)
    }

    /// Each party can replay what it may see, and sees then just what it saw: so nothing it sees depends on the rest.
    @Test(arguments: UInt64(21)...28)
    func whatAPartySeesNeverDependsOnWhatItMayNot(seed: UInt64) throws {
        let (alliance, accepted, _) = Self.grown(seed: seed)
        for party: RecordID<Party> in ["north", "harbour", "ostrava"] {
            var replayed = Alliance()
            for entry in accepted where [.everyone, .party(party)].contains(entry.change.audience) {
                try replayed.apply(entry.change, by: entry.author, at: entry.moment)
            }
            let (own, whole) = (replayed.view(for: .party(party)), alliance.view(for: .party(party)))
            for register in Alliance.registers {
                #expect(own.records(of: register) == whole.records(of: register))
            }
            #expect(
                own.findings(on: Day(number: 20_400)).map(\.sentence)
                    == whole.findings(on: Day(number: 20_400)).map(\.sentence))
        }
    }

    @Test func aRefusedChangeLeavesTheAllianceAsItWas() {
        var random = RandomChanges(seed: 31)
        var alliance = Alliance()
        for change in random.beginning { try? alliance.apply(change, by: .founder, at: Moment(seconds: 0)) }
        var changedByRefusal = 0
        for _ in 0..<1500 {
            let (change, author) = random.next()
            let before = alliance
            do { try alliance.apply(change, by: author, at: Moment(seconds: 0)) } catch {
                changedByRefusal += before == alliance ? 0 : 1
            }
        }
        #expect(changedByRefusal == 0)
    }

    @Test(arguments: UInt64(41)...44)
    func aChangeSurvivesItsJSONForm(seed: UInt64) throws {
        for entry in Self.grown(seed: seed, steps: 400).accepted {
            let document = try JSONReader.read(Array(entry.change.value.json().utf8))
            var problems: [Problem] = []
            let change = Change(document.value, &problems)
            #expect(problems.isEmpty)
            #expect(change?.value.json() == entry.change.value.json())
        }
    }

    /// The effect is made of those fields alone that an edit can change; the views know them all.
    @Test(arguments: UInt64(51)...56)
    func theEffectOfAnEditIsWhatTheViewsTell(seed: UInt64) {
        var random = RandomChanges(seed: seed)
        var alliance = Alliance()
        for change in random.beginning { try? alliance.apply(change, by: .founder, at: Moment(seconds: 0)) }
        var told = 0
        for index in 0..<600 {
            let (change, author) = random.next()
            guard case .edit(let edit) = change else { continue }
            let before = alliance
            let basis = EffectBasis(change, on: alliance)
            guard (try? alliance.apply(change, by: author, at: Moment(seconds: Int64(index) * 86_400))) != nil else {
                continue
            }
            let effect = basis.effect(on: alliance)
            guard edit.audience != .sealed else {
                #expect(effect.differences.isEmpty && effect.inverse == nil)
                continue
            }
            let viewer: Viewer = if case .party(let party) = edit.audience { .party(party) } else { .everyone }
            let (earlier, later) = (before.view(for: viewer), alliance.view(for: viewer))
            #expect(effect.differences == later.differences(of: change, since: earlier))
            #expect(effect.inverse == earlier.inverse(of: edit))
            told += effect.differences.count
        }
        #expect(told > 50)
    }
}

extension Edit {
    /// The edit that takes this one back, made from the whole alliance.
    fileprivate func inverse(on alliance: Alliance) -> Edit? {
        switch audience {
        case .everyone: alliance.view(for: .everyone).inverse(of: self)
        case .party(let party): alliance.view(for: .party(party)).inverse(of: self)
        case .sealed: nil
        }
    }
}

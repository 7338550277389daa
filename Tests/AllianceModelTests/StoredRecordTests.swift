import Testing

@testable import AllianceModel

@Suite struct StoredRecords {
    @Test(arguments: UInt64(61)...64)
    func aStateIsMadeOfItsRecords(seed: UInt64) throws {
        let alliance = AllianceProperties.grown(seed: seed, steps: 1200).alliance
        let records = alliance.storedRecords
        #expect(records.count > 50)
        #expect(try Alliance(restoring: records, removals: alliance.removals) == alliance)
    }

    @Test func aRecordThatIsThereTwiceIsRefused() throws {
        let preparation = try Preparation()
        let records = preparation.alliance.storedRecords
        #expect(throws: Refusal.self) { try Alliance(restoring: records + records.prefix(1)) }
    }

    @Test(arguments: UInt64(71)...76)
    func anEditAndItsInverseLeaveWhatWasThere(seed: UInt64) throws {
        var random = RandomChanges(seed: seed)
        var alliance = Alliance()
        for change in random.beginning { try alliance.apply(change, by: .founder, at: Moment(seconds: 0)) }
        var (inverted, removed) = (0, 0)
        for step in 0..<900 {
            let (change, author) = random.next()
            guard case .edit(let edit) = change else { continue }
            let viewer: Viewer = if case .party(let party) = edit.audience { .party(party) } else { .everyone }
            let before = alliance.view(for: viewer)
            let whole = alliance
            guard (try? alliance.apply(change, by: author, at: Moment(seconds: 0))) != nil, step % 3 == 0,
                let inverse = before.inverse(of: edit)
            else { continue }
            var undone = alliance
            try undone.apply(.edit(inverse), by: .founder, at: Moment(seconds: 0))
            let after = undone.view(for: viewer)
            let key = RecordKey(edit.register, edit.id)
            let register = try #require(Alliance.register(edit.register))
            let byVerb = Set(register.fields.filter(\.isByVerb).map(\.key))
            let plain: (UntypedRecord?) -> [String: Value]? = { record in
                record.map { record in
                    Dictionary(
                        uniqueKeysWithValues: record.members.filter { !byVerb.contains($0.0) }.map { ($0.0, $0.1) })
                }
            }
            #expect(plain(after.record(key, of: edit.audience)) == plain(before.record(key, of: edit.audience)))
            let ids: (View) -> [String] = { $0.records(of: register).filter { $0.audience == edit.audience }.map(\.id) }
            #expect(ids(after) == ids(before))
            inverted += 1
            guard case .remove = edit.action else { continue }
            // Sign-offs and consents to texts lapse by a removal and are asked anew; all else comes back, whoever it belongs to.
            #expect(undone.lasting == whole.lasting)
            #expect(undone.removals == whole.removals)
            removed += 1
        }
        #expect(inverted > 40)
        #expect(removed > 2)
    }
}

extension Alliance {
    fileprivate var lasting: [StoredRecord] {
        storedRecords.filter { ![SignOff.register, Instrument.register].contains($0.key.register) }
    }
}

@Suite struct Comments {
    private func comment(
        _ about: String, by author: String = "north.lead", for audience: Audience = .everyone, id: String = "c1"
    ) -> Change {
        .edit(
            Edit(
                Comment.register, id, for: audience,
                .add(["about": .text(about), "text": "Why so?", "author": .text(author)])))
    }

    private func prepared() throws -> Preparation {
        var preparation = try Preparation()
        try preparation.add(Objective.register, "o1", ["title": "Shorter waits"])
        try preparation.add(Stance.register, "s1", ["objective": "o1", "position": "opposes"], for: "harbour")
        return preparation
    }

    @Test func everybodyWithARoleMayCommentInTheirOwnName() throws {
        var preparation = try prepared()
        try preparation.add(
            Person.register, "watcher", ["name": "W", "party": "harbour", "role": "observer"])
        #expect(
            preparation.refusal(
                of: comment("vision.objectives/o1", by: "watcher"), by: .person("watcher", of: "harbour")) == [])
        #expect(
            preparation.refusal(
                of: comment("vision.objectives/o1", id: "c2"), by: .person("watcher", of: "harbour")) != [])
    }

    @Test func onlyTheAuthorOrALeadOfTheirPartyRemovesAComment() throws {
        var preparation = try prepared()
        let remove = Change.edit(Edit(Comment.register, "c1", .remove))
        let staff = Author.person("north.staff", of: "north")
        try preparation.change(comment("vision.objectives/o1", by: "north.staff"), by: staff)
        #expect(preparation.refusal(of: remove, by: .person("harbour.lead", of: "harbour")).count == 1)
        // A colleague without the role is no lead.
        try preparation.add(Person.register, "north.aide", ["name": "A", "party": "north", "role": "contributor"])
        #expect(preparation.refusal(of: remove, by: .person("north.aide", of: "north")).count == 1)
        var other = preparation
        #expect(other.refusal(of: remove, by: .person("north.lead", of: "north")) == [])
        #expect(preparation.refusal(of: remove, by: staff) == [])
    }

    @Test func onlyTheAuthorChangesACommentAndOnlyItsText() throws {
        var preparation = try prepared()
        func set(_ members: Value.Members) -> Change { .edit(Edit(Comment.register, "c1", .set(members))) }
        let staff = Author.person("north.staff", of: "north")
        try preparation.change(comment("vision.objectives/o1", by: "north.staff"), by: staff)
        for other in [Author.person("north.lead", of: "north"), .person("harbour.lead", of: "harbour")] {
            #expect(preparation.refusal(of: set(["text": "Fine"]), by: other).count == 1)
        }
        #expect(preparation.refusal(of: set(["about": "charter.parties/north"]), by: staff).count == 1)
        #expect(preparation.refusal(of: set(["text": "Fine"]), by: staff) == [])
    }

    /// A private record of another party is answered like one that does not exist.
    @Test func whatItIsAboutMustBeSeenByItsAudience() throws {
        var preparation = try prepared()
        let north = Author.person("north.lead", of: "north")
        for audience in [Audience.everyone, .party("north")] {
            let hidden = preparation.refusal(of: comment("vision.stances/s1", for: audience), by: north)
            let absent = preparation.refusal(of: comment("vision.stances/s9", for: audience), by: north)
            #expect(hidden.count == 1)
            #expect(hidden.map { $0.replacing("s1", with: "s9") } == absent)
        }
        let harbour = Author.person("harbour.lead", of: "harbour")
        #expect(
            preparation.refusal(
                of: comment("vision.stances/s1", by: "harbour.lead", for: .party("harbour")), by: harbour) == [])
    }

    @Test func aCommentGoesWithItsRecord() throws {
        var preparation = try prepared()
        try preparation.change(comment("vision.objectives/o1"), by: .person("north.lead", of: "north"))
        try preparation.change(
            comment("vision.stances/s1", by: "harbour.lead", for: .party("harbour")),
            by: .person("harbour.lead", of: "harbour"))
        try preparation.change(.edit(Edit(Objective.register, "o1", .remove)))
        #expect(preparation.view(for: "harbour").charter.comments.isEmpty)
        #expect(preparation.alliance.brokenReferences.isEmpty)
    }
}

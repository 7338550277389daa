import AllianceModel
import Testing

@testable import Hosting

/// The history's words of an edit are made without the views that they would be made of. They must be the same.
@Suite struct EffectTests {
    private static let edits: [(Change, Author)] = [
        (objective("o2", "Two"), northLead), (stance("s1", of: "north"), northLead),
        (stance("s1", of: "harbour", reason: "Too dear"), harbourLead),
        (setting("o1", ["target": "50", "title": "No waits"]), harbourLead),
        (.edit(Edit(Stance.register, "s1", for: .party("harbour"), .set(["position": "supports"]))), harbourLead),
        (.edit(Edit(Objective.register, "o2", .move(to: .first))), northLead),
        (
            .edit(Edit(Objective.register, "o1", for: .party("north"), .add(["title": "Ours", "target": "1"]))),
            northLead
        ),
        (.edit(Edit(Objective.register, "o1", for: .party("north"), .set(["target": "2"]))), northLead),
        (.edit(Edit(Stance.register, "s1", for: .party("north"), .remove)), northLead),
        // A record that refers to itself: the words before are with the name that it had.
        (.edit(Edit(Person.register, "north.lead", .set(["deputy": "north.lead"]))), northLead),
        (
            .edit(Edit(Person.register, "north.lead", .set(["name": "Somebody else", "deputy": "north.staff"]))),
            northLead
        ),
        (removing("o1"), northLead), (.readiness(.signOff(.init(.vision))), northLead),
        (.readiness(.withdraw(.init(.vision))), northLead),
    ]

    @Test func theyAreThoseOfTheViews() throws {
        var alliance = Alliance()
        for change in beginning { try alliance.apply(change, by: .founder, at: noon) }
        var words = 0
        for (change, author) in Self.edits {
            let before = alliance
            let basis = EffectBasis(change, on: alliance)
            do throws(Refusal) {
                try alliance.apply(change, by: author, at: noon)
            } catch {
                // What the model does not allow here has no effect to be told.
                continue
            }
            let viewer: Viewer = if case .party(let party) = change.audience { .party(party) } else { .everyone }
            let (earlier, later) = (before.view(for: viewer), alliance.view(for: viewer))
            let effect = basis.effect(on: alliance)
            #expect(effect.differences == later.differences(of: change, since: earlier))
            if case .edit(let edit) = change { #expect(effect.inverse == earlier.inverse(of: edit)) }
            words += effect.differences.count
        }
        #expect(words >= 10)
    }

    @Test func aPageOfTheHistoryIsAPartOfAll() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            for number in 0..<70 {
                let (author, party): (Author, RecordID<Party>) =
                    number.isMultiple(of: 2) ? (northLead, "north") : (harbourLead, "harbour")
                try await alliance.submit(
                    [
                        number.isMultiple(of: 3)
                            ? stance("s\(number)", of: party) : setting("o1", ["target": .integer(Int64(number))])
                    ],
                    by: author, key: "k\(number)", at: noon)
            }
            for viewer in [north, harbour, .everyone] {
                let all = try await alliance.everything(for: viewer)
                #expect(all.map(\.revision.number) == Array(1...Int64(all.count)))
                let first = try await alliance.history(for: viewer, page: 1)
                let second = try await alliance.history(for: viewer, page: 2)
                #expect(first.entries + second.entries == all.reversed())
                #expect(first.entryCount == all.count && first.pageCount == 2 && second.page == 2)
                #expect(try await alliance.history(for: viewer, page: 9) == second)
                let key = RecordKey(Objective.register, "o1")
                let ofRecord = try await alliance.history(for: viewer, of: key)
                #expect(ofRecord.entries == all.reversed().filter { $0.records.contains(key) }.prefix(50).map { $0 })
                let since = Revision(Int64(all.count) - 5)
                #expect(try await alliance.news(for: viewer, after: since).entries == all.suffix(5).map { $0 })
            }
        }
    }
}

import AllianceModel
import Database
import Foundation
import Ledger
import Testing

@testable import Hosting

/// What a party keeps private reaches no other party: not by view, news, history, export, conflict or error, and not by a
/// revision that moves.
@Suite struct PrivacyTests {
    static let canary = "zq7canary9xk"

    /// A value for a field; texts hold the canary where they may.
    static func value(_ kind: FieldKind, _ canary: String, _ party: String) -> Value {
        switch kind {
        case .text: .text(canary)
        case .integer(let range, _): .integer(Int64(range.lowerBound))
        case .decimal(let range, _): range.lowerBound.written
        case .date: "2026-11-25"
        case .yesNo: "yes"
        case .choice(let options): .text(options.first?.key ?? "")
        case .link: .text("https://example.org/\(canary)")
        case .reference(let register):
            .text(register == Party.register ? party : register == Person.register ? "\(party).lead" : "r0")
        case .list(of: .reference(Party.register)): .list(["north", "harbour"])
        case .list(let kind): .list([value(kind, canary, party)])
        case .part(let fields):
            .record(
                fields.reduce(into: Value.Members()) { members, field in
                    if field.isRequired { members[field.key] = value(field.kind, canary, party) }
                })
        }
    }

    /// An id that holds the canary, where a record may have any.
    private static func privateID(_ register: RegisterDescription, _ id: String = "r0") -> String {
        register.isSingle ? register.name.name : "\(id)-\(canary)".lowercased()
    }

    /// Records of a register as it needs at least, and with the canary in every text where they are a party's own.
    static func adding(
        _ register: RegisterDescription, _ audience: AllianceModel.Audience, _ party: String, id: String = "r0"
    ) -> Change {
        var members = Value.Members()
        let isPrivate = audience != .everyone
        for field in register.fields where !field.isByVerb {
            let isText = if case .text = field.kind { isPrivate } else { false }
            let isParty = isPrivate && field.kind.onlyTarget == Party.register
            guard field.isRequired || isText || isParty else { continue }
            members[field.key] = value(field.kind, isPrivate ? canary + party : "plain", party)
        }
        if register.name == Comment.register { members["about"] = .text("vision.objectives/o1") }
        return .edit(
            Edit(
                register.name, isPrivate ? privateID(register, id) : id, for: audience,
                .add(members)))
    }

    /// Everything that a viewer can get, as text.
    static func everything(_ alliance: LiveAlliance, for viewer: Viewer) async throws -> String {
        let (view, _) = await alliance.view(for: viewer)
        var text = String(reflecting: view)
        for register in Alliance.registers { text += String(reflecting: view.records(of: register)) }
        text += String(reflecting: try await alliance.news(for: viewer, after: .none))
        text += String(reflecting: try await alliance.history(for: viewer))
        var file: [UInt8] = []
        for try await piece in try await alliance.ledgerPieces(for: viewer) { file += piece }
        return text + String(decoding: file, as: UTF8.self)
    }

    @Test(arguments: [("north", "harbour"), ("harbour", "north")])
    func noCanaryOfAPartyReachesAnother(_ own: String, _ other: String) async throws {
        let (owner, stranger) = (Viewer.party(RecordID(own)), Viewer.party(RecordID(other)))
        let lead = AllianceModel.Author.person(RecordID("\(own).lead"), of: RecordID(own))
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            for register in Alliance.registers where [.shared, .eitherWay].contains(register.privacy) {
                let change = Self.adding(register, .everyone, "north")
                _ = await failure { () async throws(HostingFailure) in
                    try await alliance.submit([change], by: .founder, key: "shared-\(register.name)", at: noon)
                }
            }
            let before = await alliance.revision(for: stranger)
            let shared = try await Self.everything(alliance, for: stranger)
            var written = 0
            var missing: [String] = []
            for register in Alliance.registers where [.ofParty, .eitherWay].contains(register.privacy) {
                let change = Self.adding(register, .party(RecordID(own)), own)
                let refused = await failure { () async throws(HostingFailure) in
                    try await alliance.submit([change], by: lead, key: "private-\(register.name)", at: noon)
                }
                if let refused { missing.append("\(register.name): \(refused)") } else { written += 1 }
            }
            // Secret answers are given by a verb.
            var answer = Terms.AnswerOffer()
            (answer.offer, answer.comment, answer.secretOf) = ("r0", Self.canary, RecordID(own))
            try await alliance.submit([.terms(.answer(answer))], by: lead, key: "secret", at: noon)
            #expect(missing.map { String($0.prefix { $0 != ":" }) } == ["\(SecretAnswer.register)"])
            #expect(written >= 8)
            #expect(try await Self.everything(alliance, for: owner).contains(Self.canary))

            // Neither what the other sees, nor how far it sees, tells that anything happened.
            #expect(await alliance.revision(for: stranger) == before)
            for viewer in [stranger, .everyone] {
                #expect(!(try await Self.everything(alliance, for: viewer)).contains(Self.canary))
            }
            let (view, _) = await alliance.view(for: stranger)
            #expect(shared.hasPrefix(String(reflecting: view)))

            // Nor does any answer to what the other tries with the ids.
            for register in Alliance.registers where [.ofParty, .eitherWay].contains(register.privacy) {
                for party: RecordID<Party> in ["north", "harbour"] {
                    let answers = await answers(to: register, of: party, by: other, alliance)
                    #expect(Set(answers).count == 1)
                }
            }
        }
    }

    /// What a party is told about a record that another has, and about one that nobody has.
    private func answers(
        to register: RegisterDescription, of party: RecordID<Party>, by other: String, _ alliance: LiveAlliance
    ) async -> [String] {
        var answers: [String] = []
        for id in [Self.privateID(register), "r1"] {
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.submit(
                    [.edit(Edit(register.name, id, for: .party(party), .remove))],
                    by: .person(RecordID("\(other).lead"), of: RecordID(other)),
                    key: "try-\(register.name)-\(id)-\(party)", basedOn: Revision.none, at: noon)
            }
            answers.append("\(String(describing: refused))".replacing("[\(id)]", with: "[ID]"))
        }
        return answers
    }

    @Test func anExportOpensOnlyWhatItsReaderMaySee() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            try await alliance.submit(
                [stance("s1", of: "north", reason: "n-secret")], by: northLead, key: "a", at: noon)
            try await alliance.submit(
                [stance("s1", of: "harbour", reason: "h-secret")], by: harbourLead, key: "b", at: noon)
            for (viewer, opened) in [(north, 1), (harbour, 1), (.everyone, 0), (nil, 2)] as [(Viewer?, Int64)] {
                var file: [UInt8] = []
                for try await piece in try await alliance.ledgerPieces(for: viewer) { file += piece }
                var reader = ExportReader()
                try reader.add(file)
                let verified = try reader.finish()
                #expect(verified.openedEntries == opened)
                #expect(verified.privateEntries == 2)
                #expect(verified.checkpoint.size == Int64(beginning.count) + 3)
                let text = String(decoding: file, as: UTF8.self)
                #expect(text.contains("n-secret") == (viewer == north || viewer == nil))
                #expect(text.contains("h-secret") == (viewer == harbour || viewer == nil))
            }
        }
    }

    @Test func anAnswerNamesNobody() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning + survey, at: noon)
            let token = try #require(try await alliance.handOutToken(round: "round", to: "north.lead"))
            #expect(try await alliance.handOutToken(round: "round", to: "north.lead") == nil)
            let before = await alliance.revision(for: north)
            func answer(_ token: String) -> Culture.Answer {
                var rating = SurveyAnswer.Rating()
                rating.question = "q1"
                rating.value = 4
                var answer = Culture.Answer()
                (answer.round, answer.token, answer.ratings) = ("round", token, [rating])
                return answer
            }
            try await alliance.answer(answer(token), at: later(5000))
            #expect(await alliance.revision(for: north) == before)
            let again = await failure { () async throws(HostingFailure) in
                try await alliance.answer(answer(token), at: noon)
            }
            #expect(again?.description.contains("used already") == true)
            let forged = await failure { () async throws(HostingFailure) in
                try await alliance.answer(answer(String(repeating: "f", count: 64)), at: noon)
            }
            #expect(forged != nil)
            let entry = try #require(
                try await DatabaseLedgerStore(server.database).entries(
                    of: "fees", in: await alliance.size - 1..<alliance.size
                ).first)
            #expect(entry.envelope.author == .token(token))
            let stored = String(decoding: entry.bytes + (entry.opening?.content ?? []), as: UTF8.self)
            #expect(!stored.contains("lead") && stored.contains("q1"))
            #expect(entry.envelope.time == later(0).seconds * 1000)
            // Only the operator's whole export opens it.
            for (viewer, opened) in [(north, 0), (harbour, 0), (.everyone, 0), (nil, 1)] as [(Viewer?, Int64)] {
                var reader = ExportReader()
                for try await piece in try await alliance.ledgerPieces(for: viewer) { try reader.add(piece) }
                let verified = try reader.finish()
                #expect(verified.openedEntries == opened && verified.privateEntries == 1)
            }
            let rows = try await server.database.read {
                try $0.rows("SELECT party, round FROM hosting_survey_token").count
            }
            #expect(rows == 0)
        }
    }
}

import Testing

@testable import Accounts

/// What is remembered of who asks must never outlive what was written.
@Suite struct RecentLookupsTests {
    @Test func anEndedTokenOpensNothingThoughItWasJustUsed() async throws {
        try await TestAccounts.run { test in
            let account = try await test.make("anna")
            let (token, secret) = try await test.accounts.makeAPIToken(for: account.id, name: "t", lifetime: 60)
            for _ in 0..<2 { #expect(try await test.accounts.access(secret)?.account == account) }
            test.clock.advance(60)
            #expect(try await test.accounts.access(secret) == nil)
            test.clock.advance(-60)
            #expect(try await test.accounts.access(secret) != nil)
            try await test.accounts.endAPIToken(token.id, of: account.id)
            #expect(try await test.accounts.access(secret) == nil)
        }
    }

    @Test func anEndedSessionIsNobodyThoughItWasJustUsed() async throws {
        try await TestAccounts.run { test in
            let account = try await test.make("anna")
            let signIn = try await test.signIn("anna")
            for _ in 0..<2 { #expect(try await test.accounts.session(signIn.token)?.account == account) }
            try await test.accounts.endSessions(of: account.id)
            #expect(try await test.accounts.session(signIn.token) == nil)
        }
    }

    @Test func whoLeftIsNoMemberThoughTheyJustWere() async throws {
        try await TestAccounts.run { test in
            let account = try await test.make("anna")
            #expect(try await test.accounts.membership(of: account.id, in: "fees") == nil)
            let joined = try await test.accounts.join(account.id, alliance: "fees", party: "north", person: "anna")
            for _ in 0..<2 { #expect(try await test.accounts.membership(of: account.id, in: "fees") == joined) }
            try await test.accounts.leave(account.id, alliance: "fees")
            #expect(try await test.accounts.membership(of: account.id, in: "fees") == nil)
        }
    }

    @Test func whatWasReadBeforeAWriteIsNotKept() async throws {
        let (lookups, place) = (RecentLookups(), RecentLookups.Place(account: "a", alliance: "b"))
        let stale = try await lookups.find(\.seen, place) { () async throws(AccountFailure) in
            lookups.forget()
            return 1
        }
        #expect(stale == 1)
        let fresh = try await lookups.find(\.seen, place) { () async throws(AccountFailure) in 2 }
        #expect(fresh == 2)
        let kept = try await lookups.find(\.seen, place) { () async throws(AccountFailure) in 3 }
        #expect(kept == 2)
    }

    @Test func theyAreBounded() async throws {
        let lookups = RecentLookups()
        for number in 0...RecentLookups.most {
            _ = try await lookups.find(\.seen, .init(account: "\(number)", alliance: "")) {
                () async throws(AccountFailure) in Int64(number)
            }
        }
        // The last one found the table full: it was emptied first.
        let first = try await lookups.find(\.seen, .init(account: "0", alliance: "")) {
            () async throws(AccountFailure) in -1
        }
        #expect(first == -1)
    }

    @Test func aSessionThatWasJustUsedEndsAtOnce() async throws {
        try await TestAccounts.run { test in
            let ada = try await test.make("ada")
            let (one, two, three) = (
                try await test.signIn("ada"), try await test.signIn("ada"), try await test.signIn("ada")
            )
            func isIn(_ signIn: SignIn) async throws -> Bool { try await test.accounts.session(signIn.token) != nil }
            for signIn in [one, two, three, one, two, three] { #expect(try await isIn(signIn)) }
            try await test.accounts.signOut(one.token)
            #expect(try await !isIn(one))
            #expect(try await isIn(two))
            try await test.accounts.endSession(two.session.id, of: ada.id)
            #expect(try await !isIn(two))
            #expect(try await isIn(three))
            try await test.accounts.changePassword(
                of: ada.id, from: TestAccounts.password, to: "another correct horse", keeping: nil,
                endingTokens: false)
            #expect(try await !isIn(three))
        }
    }

    @Test func useIsNotedToTheMinuteAndKeepsASessionAlive() async throws {
        try await TestAccounts.run { test in
            let ada = try await test.make("ada")
            let signIn = try await test.signIn("ada")
            for _ in 0..<30 {
                test.clock.advance(3_600)
                #expect(try await test.accounts.session(signIn.token) != nil)
            }
            let noted = try await test.accounts.sessions(of: ada.id).first?.seenAt
            #expect(noted == test.clock.now)
            test.clock.advance(Session.idle)
            #expect(try await test.accounts.session(signIn.token) == nil)
        }
    }

    @Test func aNewNameANewSeatALostSeatAndALookShowAtOnce() async throws {
        try await TestAccounts.run { test in
            let accounts = test.accounts
            let ada = try await test.make("ada")
            let signIn = try await test.signIn("ada")
            #expect(try await accounts.session(signIn.token)?.account.name == "ada")
            try await accounts.rename(ada.id, to: "Ada")
            #expect(try await accounts.session(signIn.token)?.account.name == "Ada")
            #expect(try await accounts.membership(of: ada.id, in: "baltic") == nil)
            #expect(try await accounts.memberships(of: ada.id).isEmpty)
            try await accounts.join(ada.id, alliance: "baltic", party: "north", person: "ada")
            #expect(try await accounts.membership(of: ada.id, in: "baltic")?.party == "north")
            #expect(try await accounts.memberships(of: ada.id).count == 1)
            #expect(try await accounts.lastSeen(of: ada.id, in: "baltic") == 0)
            try await accounts.saw(4, of: "baltic", by: ada.id)
            #expect(try await accounts.lastSeen(of: ada.id, in: "baltic") == 4)
            try await accounts.leave(ada.id, alliance: "baltic")
            #expect(try await accounts.membership(of: ada.id, in: "baltic") == nil)
            #expect(try await accounts.memberships(of: ada.id).isEmpty)
        }
    }
}

import Testing

@testable import Accounts

@Suite struct InvitationTests {
    /// Anna leads north in the alliance, and invites somebody as the person `bert`.
    private func invited(
        _ body: (TestAccounts, _ anna: Account, _ invitation: Invitation, _ token: Secret) async throws -> Void
    ) async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            try await it.accounts.join(anna.id, alliance: "fees", party: "north", person: "anna")
            let (invitation, token) = try await it.accounts.invite(
                to: "fees", party: "harbour", person: "bert", name: "Bert", role: "lead", by: anna.id)
            try await body(it, anna, invitation, token)
        }
    }

    @Test func anInvitationIsUsedOnce() async throws {
        try await invited { it, _, invitation, token in
            // Looking does not use it up: programs that preview links only look.
            for _ in 0..<3 { #expect(try await it.accounts.look(invitation: token) == invitation) }
            let bert = try await it.make("bert")
            let membership = try await it.accounts.accept(invitation: token, as: bert.id)
            #expect(membership.party == "harbour" && membership.person == "bert" && membership.alliance == "fees")
            let carl = try await it.make("carl")
            let again = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.accept(invitation: token, as: carl.id)
            }
            #expect(again == .link)
            #expect(try await it.accounts.look(invitation: token) == nil)
            #expect(try await it.accounts.members(of: "fees").map(\.person) == ["anna", "bert"])
        }
    }

    @Test func whoHasPeopleHereInvitesItsOwn() async throws {
        try await invited { it, anna, _, token in
            // Anna hands out a second seat of the other party while nobody of it is there.
            let (_, second) = try await it.accounts.invite(
                to: "fees", party: "harbour", person: "spy", name: "Spy", role: "observer", by: anna.id)
            let bert = try await it.make("bert")
            try await it.accounts.accept(invitation: token, as: bert.id)
            // Now Bert is: neither that seat nor a new one is hers to give.
            let spy = try await it.make("spy")
            let late = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.accept(invitation: second, as: spy.id)
            }
            #expect(late == .link)
            let more = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.invite(
                    to: "fees", party: "harbour", person: "x", name: "X", role: "observer", by: anna.id)
            }
            #expect(more == .partyInvites)
            // He invites for himself, and she cannot take that back.
            let (own, _) = try await it.accounts.invite(
                to: "fees", party: "harbour", person: "berta", name: "Berta", role: "lead", by: bert.id)
            let revoked = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.revoke(invitation: own.id, of: "fees", by: anna.id)
                return 0
            }
            #expect(revoked == .unknown)
            try await it.accounts.revoke(invitation: own.id, of: "fees", by: bert.id)
            #expect(try await it.accounts.members(of: "fees").map(\.person) == ["anna", "bert"])
        }
    }

    @Test func itEndsAfterSevenDays() async throws {
        try await invited { it, _, _, token in
            it.clock.advance(7 * 86_400 - 1)
            let before = try await it.accounts.look(invitation: token)
            #expect(before != nil)
            it.clock.advance(1)
            let after = try await it.accounts.look(invitation: token)
            #expect(after == nil)
            let listed = try await it.accounts.invitations(to: "fees")
            #expect(listed.map(\.state) == [.expired])
        }
    }

    @Test func whoHoldsTheLinkLearnsWhatBecameOfIt() async throws {
        try await invited { it, anna, invitation, token in
            func state() async throws -> Invitation.State? { try await it.accounts.find(invitation: token)?.state }
            #expect(try await state() == .open)
            it.clock.advance(Invitation.lifetime)
            #expect(try await state() == .expired)
            #expect(try await it.accounts.find(invitation: Secret("nothing")) == nil)
            let (second, used) = try await it.accounts.invite(
                to: "fees", party: "harbour", person: "berta", name: "Berta", role: "lead", by: anna.id)
            let (_, late) = try await it.accounts.invite(
                to: "fees", party: "harbour", person: "late", name: "Late", role: "lead", by: anna.id)
            #expect(try await it.accounts.mayInvite(second))
            let berta = try await it.make("berta")
            try await it.accounts.accept(invitation: used, as: berta.id)
            #expect(try await it.accounts.find(invitation: used)?.state == .accepted)
            let open = try #require(try await it.accounts.find(invitation: late))
            #expect(open.state == .open)
            #expect(try await !it.accounts.mayInvite(open))
            try await it.accounts.revoke(invitation: open.id, of: "fees", by: berta.id)
            #expect(try await it.accounts.find(invitation: late)?.state == .revoked)
        }
    }

    @Test func itEndsWithTheInvitersRight() async throws {
        try await invited { it, anna, _, token in
            try await it.accounts.leave(anna.id, alliance: "fees")
            #expect(try await it.accounts.look(invitation: token) == nil)
            let refused = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.invite(
                    to: "fees", party: "north", person: "x", name: "X", role: "lead", by: anna.id)
            }
            #expect(refused == .forbidden)
        }
    }

    @Test func aNewOneForTheSamePersonReplacesIt() async throws {
        try await invited { it, anna, _, token in
            let (_, second) = try await it.accounts.invite(
                to: "fees", party: "harbour", person: "bert", name: "Bert", role: "lead", by: anna.id)
            #expect(try await it.accounts.look(invitation: token) == nil)
            #expect(try await it.accounts.look(invitation: second) != nil)
        }
    }

    @Test func registeringIsAllOrNothing() async throws {
        try await invited { it, _, _, token in
            func register(_ mail: String, _ password: String) async -> AccountFailure? {
                await it.failure { () async throws(AccountFailure) in
                    try await it.accounts.register(
                        invitation: token, name: "Bert", mail: mail, password: password, from: .local)
                }
            }
            #expect(await register("anna@example.org", TestAccounts.password) == .mailTaken)
            #expect(await register("bert@example.org", "short") != nil)
            #expect(await register("bert", TestAccounts.password) != nil)
            let bert = try await it.accounts.account(mail: "bert@example.org")
            #expect(bert == nil)
            #expect(await register("bert@example.org", TestAccounts.password) == nil)
            #expect(await register("carl@example.org", TestAccounts.password) == .link)
            let carl = try await it.accounts.account(mail: "carl@example.org")
            #expect(carl == nil)
        }
    }

    @Test func aMemberCannotBecomeAnotherPerson() async throws {
        try await invited { it, anna, _, token in
            let refused = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.accept(invitation: token, as: anna.id)
            }
            #expect(refused == .memberAlready)
            let still = try await it.accounts.look(invitation: token)
            #expect(still != nil)
        }
    }

    @Test func aResetAcceptsNoInvitationThatWaits() async throws {
        try await invited { it, _, _, token in
            let bert = try await it.make("bert")
            let reset = try await it.accounts.makePasswordReset(for: bert.id)
            let before = try await it.signIn("bert")
            let weak = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.resetPassword(reset, to: "short", from: .local)
            }
            #expect(weak != nil)
            let signIn = try await it.accounts.resetPassword(reset, to: "a whole new password", from: .local)
            #expect(try await it.accounts.session(signIn.token) != nil)
            #expect(try await it.accounts.session(before.token) == nil)
            #expect(try await it.accounts.memberships(of: bert.id).isEmpty)
            #expect(try await it.accounts.look(invitation: token) != nil)
            let again = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.resetPassword(reset, to: "a whole new password", from: .local)
            }
            #expect(again == .link)
        }
    }

    @Test func aSignInLinkWorksOnceAndForItsTime() async throws {
        try await TestAccounts.run { it in
            #expect(try await it.accounts.isEmpty())
            let anna = try await it.make("anna", password: nil)
            let link = try await it.accounts.makeSignInLink(for: anna.id)
            #expect(try await it.accounts.look(link: link)?.account == anna)
            // A link of one kind is none of another.
            #expect(try await it.accounts.look(reset: link) == nil)
            #expect(try await it.accounts.signIn(link: link, from: .local).account == anna)
            let again = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.signIn(link: link, from: .local)
            }
            #expect(again == .link)
            let late = try await it.accounts.makeSignInLink(for: anna.id, lifetime: 1)
            it.clock.advance(899)
            #expect(try await it.accounts.look(link: late) != nil)
            it.clock.advance(1)
            #expect(try await it.accounts.look(link: late) == nil)
            let long = try await it.accounts.makeSignInLink(for: anna.id, lifetime: 1_000_000)
            it.clock.advance(86_400)
            #expect(try await it.accounts.look(link: long) == nil)
        }
    }

    @Test func tokensForProgramsAreNamedScopedAndEnded() async throws {
        try await invited { it, anna, _, _ in
            let foreign = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.makeAPIToken(for: anna.id, name: "x", alliance: "other")
            }
            #expect(foreign == .forbidden)
            let (token, secret) = try await it.accounts.makeAPIToken(
                for: anna.id, name: "Nightly report", alliance: "fees", lifetime: 100)
            #expect(try await it.accounts.access(secret)?.token.alliance == "fees")
            #expect(try await it.accounts.apiTokens(of: anna.id).map(\.name) == ["Nightly report"])
            let (_, whole) = try await it.accounts.makeAPIToken(for: anna.id, name: "All")
            it.clock.advance(100)
            #expect(try await it.accounts.access(secret) == nil)
            #expect(try await it.accounts.access(whole)?.account == anna)
            #expect(try await it.accounts.access(Secret("guess")) == nil)
            let gone = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.endAPIToken(token.id, of: "nobody")
            }
            #expect(gone == .unknown)
        }
    }

    @Test func aTokenOfOneAllianceEndsWithThePlaceInItAndComesBackWithNoOther() async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            for alliance in ["fees", "rail"] {
                try await it.accounts.join(anna.id, alliance: alliance, party: "north", person: "anna")
            }
            func token(_ alliance: String?) async throws -> Secret {
                try await it.accounts.makeAPIToken(for: anna.id, name: "t", alliance: alliance).secret
            }
            let (fees, rail, all) = (try await token("fees"), try await token("rail"), try await token(nil))
            try await it.accounts.leave(anna.id, alliance: "fees")
            try await it.accounts.join(anna.id, alliance: "fees", party: "harbour", person: "anna-2")
            #expect(try await it.accounts.access(fees) == nil)
            #expect(try await it.accounts.access(rail) != nil)
            #expect(try await it.accounts.access(all) != nil)
        }
    }

    @Test func preferencesAndWhatWasSeenAreKept() async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            try await it.accounts.set(Preferences(theme: .dark, language: "de-CH"), of: anna.id)
            #expect(try await it.accounts.preferences(of: anna.id) == Preferences(theme: .dark, language: "de-CH"))
            let bad = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.set(Preferences(language: "<b>"), of: anna.id)
            }
            #expect(bad != nil)
            #expect(try await it.accounts.lastSeen(of: anna.id, in: "fees") == 0)
            try await it.accounts.saw(7, of: "fees", by: anna.id)
            try await it.accounts.saw(5, of: "fees", by: anna.id)
            #expect(try await it.accounts.lastSeen(of: anna.id, in: "fees") == 7)
        }
    }

    @Test func theSecurityLogTellsWhatHappened() async throws {
        try await invited { it, anna, _, _ in
            _ = try await it.signIn("anna")
            _ = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.signIn(mail: "anna@example.org", password: "wrong", from: TestAccounts.address)
            }
            try await it.accounts.log(.exported, account: anna.id, alliance: "fees", detail: "ledger\nas a file")
            let events = try await it.accounts.securityLog(of: anna.id)
            #expect(
                events.map(\.kind) == [.exported, .signInRefused, .signedIn, .invited, .joined, .accountMade])
            #expect(events[0].detail == "ledgeras a file")
            #expect(events[1].address == "192.0.2.7")
        }
    }
}

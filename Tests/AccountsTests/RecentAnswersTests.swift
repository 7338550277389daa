import Database
import Testing

@testable import Accounts

/// What is kept in memory is never older than the last write.
@Suite struct RecentAnswersTests {
    @Test func whatWasFoundIsNotLookedForAgainWhatWasNotFoundIs() async throws {
        let answers = RecentAnswers<String, Int>()
        var asked = 0
        for _ in 0..<3 {
            let answer = try await answers.answer(to: "a") { () async throws(AccountFailure) in
                asked += 1
                return 7
            }
            #expect(answer == 7)
        }
        #expect(asked == 1)
        for _ in 0..<3 {
            let answer = try await answers.answer(to: "b") { () async throws(AccountFailure) -> Int? in
                asked += 1
                return nil
            }
            #expect(answer == nil)
        }
        #expect(asked == 4)
    }

    @Test func anAnswerThatWasOnItsWayWhileSomethingWasWrittenIsNotKept() async throws {
        let answers = RecentAnswers<String, Int>()
        let late = try await answers.answer(to: "a") { () async throws(AccountFailure) in
            answers.forgetAll()  // the write happens here
            return 1
        }
        #expect(late == 1)
        let now = try await answers.answer(to: "a") { () async throws(AccountFailure) in 2 }
        #expect(now == 2)
    }

    @Test func alteringMakesNoAnswerWhereNoneIsKept() async throws {
        let answers = RecentAnswers<String, Int>()
        answers.alter("a") { $0 += 1 }
        let first = try await answers.answer(to: "a") { () async throws(AccountFailure) in 5 }
        answers.alter("a") { $0 += 1 }
        let second = try await answers.answer(to: "a") { () async throws(AccountFailure) in 0 }
        #expect(first == 5 && second == 6)
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
                of: ada.id, from: TestAccounts.password, to: "another correct horse", keeping: nil)
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

import Database
import Testing

@testable import Accounts

@Suite struct SignInTests {
    @Test func theRightPasswordSignsInAndNothingElse() async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            #expect(try await it.signIn("ANNA").account == anna)
            for (mail, password) in [
                ("anna@example.org", "wrong horse battery"), ("nobody@example.org", TestAccounts.password),
                ("no address", TestAccounts.password), ("anna@example.org", ""),
                ("anna@example.org", String(repeating: "x", count: 5000)),
            ] {
                let refused = await it.failure { () async throws(AccountFailure) in
                    try await it.accounts.signIn(mail: mail, password: password, from: ClientAddress("198.51.100.1"))
                }
                #expect(refused == .credentials, "\(mail)")
                it.clock.advance(60)
            }
        }
    }

    @Test func anAccountWithoutPasswordTakesNone() async throws {
        try await TestAccounts.run { it in
            _ = try await it.make("anna", password: nil)
            let refused = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.signIn(mail: "anna@example.org", password: "", from: .local)
            }
            #expect(refused == .credentials)
        }
    }

    /// Told by what is hashed, since a clock would tell it of the machine: nobody learns by the time which addresses have accounts.
    @Test func everyAttemptIsHashedOnceWhoeverItIsFor() async throws {
        try await TestAccounts.run { it in
            _ = try await it.make("anna")
            _ = try await it.make("bert", password: nil)
            func work(_ mail: String, _ password: String) async -> Int {
                let before = it.accounts.hasher.work
                _ = await it.failure { () async throws(AccountFailure) in
                    try await it.accounts.signIn(mail: mail, password: password, from: TestAccounts.address)
                }
                it.clock.advance(900)
                return it.accounts.hasher.work - before
            }
            let right = await work("anna@example.org", TestAccounts.password)
            #expect(right == 16 * 8)
            for (mail, password) in [
                ("anna@example.org", "wrong horse battery"), ("anna@example.org", String(repeating: "x", count: 5000)),
                ("bert@example.org", TestAccounts.password), ("nobody@example.org", TestAccounts.password),
                ("nobody@example.org", String(repeating: "x", count: 5000)), ("no address", TestAccounts.password),
                ("", ""),
            ] {
                #expect(await work(mail, password) == right, "\(mail)")
            }
        }
    }

    @Test func theSamePasswordFromAnotherKeyboardFits() async throws {
        try await TestAccounts.run { it in
            _ = try await it.make("anna", password: "Caf\u{E9} Caf\u{E9} Berlin")
            #expect(try await it.signIn("anna", "Cafe\u{301} Cafe\u{301} Berlin").account.name == "anna")
        }
    }

    /// Comparing takes long, and the password may be changed meanwhile: whatever comes first, the old one opens nothing afterwards.
    @Test func aPasswordThatIsChangedMeanwhileBeginsNoSession() async throws {
        try await TestAccounts.run { it in
            let slow = Accounts(
                database: it.database, cost: PasswordCost(logarithmOfN: 15), clock: { [clock = it.clock] in clock.now })
            _ = try await slow.makeAccount(name: "anna", mail: "anna@example.org", password: TestAccounts.password)
            let anna = try #require(try await slow.account(mail: "anna@example.org"))
            let reset = try await it.accounts.makePasswordReset(for: anna.id)
            async let attempt = slow.signIn(
                mail: anna.mail, password: TestAccounts.password, from: TestAccounts.address)
            try await Task.sleep(for: .milliseconds(20))
            _ = try await it.accounts.resetPassword(reset, to: "another horse battery", from: TestAccounts.address)
            if let signIn = try? await attempt {
                #expect(try await it.accounts.session(signIn.token) == nil)
            }
            #expect(try await it.accounts.sessions(of: anna.id).count == 1)
        }
    }

    @Test func whatTheServerCouldNotLookAtCountsAsNoAttempt() async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            _ = try await it.database.write { try $0.execute("ALTER TABLE account RENAME TO elsewhere") }
            for _ in 0..<8 {
                for attempt in 0..<2 {
                    let failed = await it.failure { () async throws(AccountFailure) in
                        attempt == 0 ? try await it.wrong() : try await it.right()
                    }
                    guard case .storage = failed else {
                        Issue.record("it was \(String(describing: failed))")
                        return
                    }
                }
            }
            _ = try await it.database.write { try $0.execute("ALTER TABLE elsewhere RENAME TO account") }
            // Guesses that were looked at count as before.
            for _ in 0..<4 {
                #expect(await it.failure { () async throws(AccountFailure) in try await it.wrong() } == .credentials)
            }
            #expect(try await it.signIn("anna").account.id == anna.id)
        }
    }

    @Test func aBusyServerTakesBackWhatItCounted() {
        let throttle = Throttle()
        let keys: [Throttle.Key] = [.account("anna"), .address(TestAccounts.address)]
        for _ in 0..<Throttle.allowance + 1 { throttle.failed(keys, at: 0) }
        #expect(throttle.wait(keys, at: 0) == 1)
        // Many at once: each was counted before any was looked at.
        for _ in 0..<10 { throttle.failed(keys, at: 1) }
        for _ in 0..<10 { throttle.untried(keys) }
        #expect(throttle.wait(keys, at: 1) == 1)
        for _ in 0..<Throttle.allowance + 1 { throttle.untried(keys) }
        #expect(throttle.wait(keys, at: 1) == 0)
        throttle.untried(keys)
        for _ in 0..<Throttle.allowance { throttle.failed(keys, at: 1) }
        #expect(throttle.wait(keys, at: 1) == 0)
    }

    @Test func aClockThatIsSetBackMakesNobodyWaitLonger() async throws {
        try await TestAccounts.run { it in
            _ = try await it.make("anna")
            for _ in 0..<5 { _ = await it.failure { () async throws(AccountFailure) in try await it.wrong() } }
            it.clock.advance(-86_400)
            let refused = await it.failure { () async throws(AccountFailure) in try await it.wrong() }
            guard case .throttled(let seconds) = refused else {
                Issue.record("it does not wait")
                return
            }
            #expect(Int64(seconds) <= Throttle.longestForAddress)
        }
    }

    @Test func guessingGetsSlowerButNeverLocksOut() async throws {
        try await TestAccounts.run { it in
            _ = try await it.make("anna")
            func attempt(_ password: String, from address: String) async -> AccountFailure? {
                await it.failure { () async throws(AccountFailure) in
                    try await it.accounts.signIn(
                        mail: "anna@example.org", password: password, from: ClientAddress(address))
                }
            }
            for _ in 0..<5 { #expect(await attempt("guess", from: "2001:db8:1:2::1") == .credentials) }
            // Another address of the same household waits as well, and the right password too.
            #expect(await attempt("guess", from: "2001:db8:1:2::9") == .throttled(seconds: 1))
            #expect(await attempt(TestAccounts.password, from: "203.0.113.1") == .throttled(seconds: 1))
            it.clock.advance(1)
            for wait in [2, 4, 8, 16, 32] as [Int64] {
                #expect(await attempt("guess", from: "2001:db8:1:2::1") == .credentials)
                #expect(await attempt("guess", from: "2001:db8:1:2::1") == .throttled(seconds: Int(wait)))
                it.clock.advance(wait)
            }
            for _ in 0..<20 {
                _ = await attempt("guess", from: "2001:db8:1:2::1")
                it.clock.advance(Throttle.longestForAddress)
            }
            _ = await attempt("guess", from: "2001:db8:1:2::1")
            // From elsewhere the account waits half a minute at most.
            it.clock.advance(Throttle.longestForAccount)
            #expect(await attempt(TestAccounts.password, from: "203.0.113.1") == nil)
            #expect(await attempt(TestAccounts.password, from: "2001:db8:1:2::1") != nil)
        }
    }

    @Test func anAccountOfOnesOwnBuysNoGuessesAtOthers() async throws {
        try await TestAccounts.run { it in
            _ = try await it.make("anna")
            _ = try await it.make("mallory")
            for _ in 0..<4 {
                #expect(await it.failure { () async throws(AccountFailure) in try await it.wrong() } == .credentials)
                _ = try await it.signIn("mallory")
            }
            // The fifth guess, and from then on the address waits, whatever account it asks for.
            #expect(await it.failure { () async throws(AccountFailure) in try await it.wrong() } == .credentials)
            let own = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.signIn(
                    mail: "mallory@example.org", password: TestAccounts.password, from: TestAccounts.address)
            }
            #expect(own == .throttled(seconds: 1))
        }
    }

    @Test func guessingLinksGetsSlower() async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            let link = try await it.accounts.makeSignInLink(for: anna.id)
            func attempt(_ link: Secret) async -> AccountFailure? {
                await it.failure { () async throws(AccountFailure) in
                    try await it.accounts.signIn(link: link, from: TestAccounts.address)
                }
            }
            for _ in 0..<5 { #expect(await attempt(Secret("guess")) == .link) }
            #expect(await attempt(Secret("guess")) == .throttled(seconds: 1))
            #expect(await attempt(link) == .throttled(seconds: 1))
            it.clock.advance(1)
            #expect(await attempt(link) == nil)
        }
    }

    @Test func sessionsEndWhenIdleAndAfterSevenDays() async throws {
        try await TestAccounts.run { it in
            _ = try await it.make("anna")
            let idle = try await it.signIn("anna")
            it.clock.advance(12 * 3600 - 1)
            #expect(try await it.accounts.session(idle.token)?.session.id == idle.session.id)
            it.clock.advance(12 * 3600)
            #expect(try await it.accounts.session(idle.token) == nil)
            let busy = try await it.signIn("anna")
            for _ in 0..<13 {
                it.clock.advance(11 * 3600)
                #expect(try await it.accounts.session(busy.token) != nil)
            }
            #expect(try await it.accounts.session(busy.token) != nil)
            // However much it is used.
            for _ in 0..<2 {
                it.clock.advance(11 * 3600)
                #expect(try await it.accounts.session(busy.token) != nil)
            }
            it.clock.advance(3 * 3600 - 1)
            #expect(try await it.accounts.session(busy.token) != nil)
            it.clock.advance(1)
            #expect(try await it.accounts.session(busy.token) == nil)
            #expect(try await it.accounts.sessions(of: busy.account.id).isEmpty)
            try await it.accounts.sweep()
            #expect(try await it.database.read { try $0.rows("SELECT id FROM account_session").count } == 0)
        }
    }

    @Test func oneListsAndEndsOnesOwnSessionsOnly() async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            let bert = try await it.make("bert")
            let (one, two) = (try await it.signIn("anna"), try await it.signIn("anna"))
            #expect(one.token != two.token)
            #expect(try await it.accounts.sessions(of: anna.id).count == 2)
            let foreign = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.endSession(one.session.id, of: bert.id)
            }
            #expect(foreign == .unknown)
            try await it.accounts.endSession(one.session.id, of: anna.id)
            #expect(try await it.accounts.session(one.token) == nil)
            try await it.accounts.signOut(two.token)
            #expect(try await it.accounts.session(two.token) == nil)
        }
    }

    @Test func aNewPasswordEndsAllOtherSessionsAndLinks() async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            let (mine, other) = (try await it.signIn("anna"), try await it.signIn("anna"))
            let link = try await it.accounts.makeSignInLink(for: anna.id)
            let wrong = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.changePassword(
                    of: anna.id, from: "wrong", to: "a whole new password", keeping: mine.session.id,
                    endingTokens: false)
            }
            #expect(wrong == .credentials)
            try await it.accounts.changePassword(
                of: anna.id, from: TestAccounts.password, to: "a whole new password", keeping: mine.session.id,
                endingTokens: false)
            #expect(try await it.accounts.session(mine.token) != nil)
            #expect(try await it.accounts.session(other.token) == nil)
            #expect(try await it.accounts.look(link: link) == nil)
            #expect(try await it.signIn("anna", "a whole new password").account.id == anna.id)
        }
    }

    @Test func tokensEndWithThePasswordWhereThatIsAskedAndAlwaysByALink() async throws {
        try await TestAccounts.run { it in
            let (anna, bert) = (try await it.make("anna"), try await it.make("bert"))
            func token(_ account: Account) async throws -> Secret {
                try await it.accounts.makeAPIToken(for: account.id, name: "export").secret
            }
            let (one, other) = (try await token(anna), try await token(bert))
            func holds(_ token: Secret) async throws -> Bool { try await it.accounts.access(token) != nil }
            for token in [one, other] { #expect(try await holds(token)) }
            try await it.accounts.changePassword(
                of: anna.id, from: TestAccounts.password, to: "a whole new password", keeping: nil, endingTokens: false)
            #expect(try await holds(one))
            try await it.accounts.changePassword(
                of: anna.id, from: "a whole new password", to: "an even newer password", keeping: nil,
                endingTokens: true)
            #expect(try await !holds(one))
            let two = try await token(anna)
            let reset = try await it.accounts.makePasswordReset(for: anna.id)
            #expect(try await holds(two))
            _ = try await it.accounts.resetPassword(reset, to: "forgotten and found", from: TestAccounts.address)
            #expect(try await !holds(two))
            #expect(try await holds(other))
            #expect(try await it.accounts.apiTokens(of: anna.id).isEmpty)
        }
    }

    @Test func theSecurityLogIsBoundedByKind() async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            for _ in 0..<12 { try await it.accounts.log(.signInRefused, address: TestAccounts.address) }
            try await it.accounts.sweep(keepingEvents: 5)
            let kinds = try await it.accounts.securityLog().map(\.kind)
            // What strangers can cause without end pushes out nothing else.
            #expect(kinds.count { $0 == .signInRefused } == 5 && kinds.last == .accountMade)
            #expect(try await it.accounts.securityLog(of: anna.id).count == 1)
            it.clock.advance(SecurityEvent.lifetime + 1)
            try await it.accounts.sweep()
            #expect(try await it.accounts.securityLog().isEmpty)
        }
    }

    @Test(arguments: ["short", "aaaaaaaaaaaaaa", "anna@example.org", String(repeating: "ab", count: 600)])
    func weakPasswordsAreRefused(password: String) async throws {
        try await TestAccounts.run { it in
            let refused = await it.failure { () async throws(AccountFailure) in
                try await it.accounts.makeAccount(name: "anna", mail: "anna@example.org", password: password)
            }
            guard case .password = refused else { Issue.record("\(String(describing: refused))"); return }
        }
    }

    @Test func nothingSecretIsStoredOrShown() async throws {
        try await TestAccounts.run { it in
            let anna = try await it.make("anna")
            let signIn = try await it.signIn("anna")
            let link = try await it.accounts.makeSignInLink(for: anna.id)
            #expect("\(signIn.token) \(String(reflecting: link))".contains(signIn.token.text) == false)
            #expect(String(reflecting: link).contains(link.text) == false)
            var dump = ""
            for table in ["account", "account_session", "account_link", "account_security_event"] {
                let rows: [Row] = try await it.database.read { connection in
                    switch table {
                    case "account": try connection.rows("SELECT * FROM account")
                    case "account_session": try connection.rows("SELECT * FROM account_session")
                    case "account_link": try connection.rows("SELECT * FROM account_link")
                    default: try connection.rows("SELECT * FROM account_security_event")
                    }
                }
                dump += "\(rows)"
            }
            for secret in [signIn.token.text, link.text, TestAccounts.password] { #expect(!dump.contains(secret)) }
            #expect(dump.contains("$scrypt$ln=4,r=8,p=1$"))
        }
    }

    @Test func theStandardCostTakesTwoToTheSeventeenth() async throws {
        #expect(PasswordCost.standard.logarithmOfN == 17)
        let hasher = PasswordHasher(cost: PasswordCost(logarithmOfN: 10))
        let hash = try await hasher.hash("correct horse", salt: Array(0..<16))
        let read = try #require(PasswordHash(hash.text))
        #expect(read == hash)
        #expect(try await hasher.verify("correct horse", read))
        #expect(try await !hasher.verify("correct house", read))
        #expect(try await !hasher.verify("correct horse", nil))
    }

    @Test(arguments: [
        "", "$scrypt$", "$argon2$ln=4,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        "$scrypt$ln=63,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AA",
        "$scrypt$ln=4,r=8$AAAAAAAAAAAAAAAAAAAAAA$AA", "$scrypt$ln=x,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AA",
        "$scrypt$ln=4,r=8,p=1$!!$AA",
    ])
    func aStoredRowCannotAskForMoreThanIsAllowed(text: String) { #expect(PasswordHash(text) == nil) }
}

import Database
import Foundation
import Synchronization

@testable import Accounts

/// A clock that moves when it is told to.
final class TestClock: Sendable {
    private let seconds = Mutex<Int64>(1_795_608_000)
    var now: Int64 { seconds.withLock { $0 } }
    func advance(_ duration: Int64) { seconds.withLock { $0 += duration } }
}

/// Accounts in a folder of their own, with cheap passwords, a clock to move, and bytes that are counted, not guessed.
struct TestAccounts {
    let accounts: Accounts
    let clock: TestClock
    let database: SQLDatabase

    static let password = "correct horse battery"
    static let address = ClientAddress("192.0.2.7")

    static func run(_ body: (TestAccounts) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let database = try SQLDatabase(folder: DataFolder(path: path), migrations: Accounts.migrations)
        let clock = TestClock()
        let count = Mutex<UInt64>(0)
        let accounts = Accounts(
            database: database, cost: PasswordCost(logarithmOfN: 4), clock: { clock.now },
            random: { size in
                count.withLock { count in
                    count += 1
                    return (0..<size).map { UInt8(truncatingIfNeeded: count >> UInt64(8 * ($0 % 8))) }
                }
            })
        do {
            try await body(TestAccounts(accounts: accounts, clock: clock, database: database))
            try await database.close()
        } catch {
            try await database.close()
            throw error
        }
    }

    func make(_ name: String, password: String? = TestAccounts.password) async throws -> Account {
        try await accounts.makeAccount(name: name, mail: "\(name)@example.org", password: password)
    }

    func signIn(_ name: String, _ password: String = TestAccounts.password) async throws -> SignIn {
        try await accounts.signIn(mail: "\(name)@example.org", password: password, from: Self.address)
    }

    /// A sign-in with the right password.
    func right() async throws(AccountFailure) -> SignIn {
        try await accounts.signIn(mail: "anna@example.org", password: Self.password, from: Self.address)
    }

    /// A sign-in with a wrong password.
    func wrong() async throws(AccountFailure) -> SignIn {
        try await accounts.signIn(mail: "anna@example.org", password: "guess", from: Self.address)
    }

    func failure(_ body: () async throws(AccountFailure) -> some Any) async -> AccountFailure? {
        do { _ = try await body() } catch { return error }
        return nil
    }
}

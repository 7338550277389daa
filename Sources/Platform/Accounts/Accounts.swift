public import Database

/// The people of a server: accounts, sign-in, sessions, links, invitations, memberships, tokens.
///
/// It knows no alliance: alliance, party and person are names. Its clock and its source of random bytes come from outside.
public final class Accounts: Sendable {
    let database: SQLDatabase
    let clock: @Sendable () -> Int64
    let random: @Sendable (Int) -> [UInt8]
    let hasher: PasswordHasher
    let throttle: Throttle
    let recent = RecentLookups()

    /// - Parameters:
    ///   - database: opened with ``migrations`` among its own.
    ///   - cost: of hashing a password; the default takes about a third of a second and 128 MiB.
    ///   - clock: seconds since 1970-01-01T00:00:00Z.
    ///   - random: so many bytes that nobody can guess.
    public init(
        database: SQLDatabase, cost: PasswordCost = .standard, clock: @escaping @Sendable () -> Int64,
        random: @escaping @Sendable (Int) -> [UInt8] = Accounts.systemRandom
    ) {
        self.database = database
        self.clock = clock
        self.random = random
        hasher = PasswordHasher(cost: cost)
        throttle = Throttle()
    }

    /// Bytes from the operating system.
    public static func systemRandom(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    func secret() -> Secret { Secret(bytes: random(32)) }

    /// A name for a row: 128 random bits in hexadecimal.
    func newID() -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = random(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Result
    ) async throws(AccountFailure) -> Result {
        do { return try await database.read(body) } catch { throw AccountFailure(error) }
    }

    @discardableResult
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Result
    ) async throws(AccountFailure) -> Result {
        defer { recent.forget() }
        return try await note(body)
    }

    /// Writes what changes no answer to who asks: when a session was last used, an event of the security log.
    func note<Result: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Result
    ) async throws(AccountFailure) -> Result {
        do { return try await database.write(body) } catch { throw AccountFailure(error) }
    }
}

extension AccountFailure {
    /// What an error of the database, or of what was done in it, means here.
    init(_ error: any Error) {
        switch error {
        case let failure as AccountFailure: self = failure
        case let failure as DatabaseFailure: self = .storage(failure)
        default: self = .storage(DatabaseFailure(.statement, at: "Accounts", "\(error)"))
        }
    }
}

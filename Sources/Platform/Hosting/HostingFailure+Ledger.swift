import Database
import Ledger

extension HostingFailure {
    /// What an error of the ledger or the database means for an alliance.
    init(_ error: any Error) {
        switch error {
        case let failure as HostingFailure: self = failure
        case let failure as DatabaseFailure: self = .storage(failure)
        case let failure as LedgerFailure:
            switch failure {
            case .stale: self = .storage(DatabaseFailure(.overloaded, at: "Alliance", "others write at the same time"))
            case .keyReused(let key, _): self = .keyReused(key)
            case .request(let problem): self = .request(problem)
            case .damaged(let problem): self = .damaged(problem)
            case .storage(let failure): self = .storage(failure)
            }
        case let fault as EnvelopeFault: self = .request("\(fault)")
        default: self = .storage(DatabaseFailure(.statement, at: "Alliance", "\(error)"))
        }
    }

    /// Runs `body` and says in hosting's terms what it throws.
    static func wrapping<Result>(
        _ body: () async throws -> Result
    ) async throws(HostingFailure) -> Result {
        do { return try await body() } catch { throw HostingFailure(error) }
    }
}

import Accounts
import AllianceModel
import Hosting
import Logging
import ServiceLifecycle

/// Forgets now and then what has ended: sessions, links, tokens, files that nobody imported, old events of the security log.
struct Housekeeping: Service {
    let accounts: Accounts
    let uploads: Uploads
    let now: @Sendable () -> Moment
    let logger: Logger
    static let interval = Duration.seconds(600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                uploads.sweep(at: now())
                do {
                    try await accounts.sweep()
                } catch {
                    // A full disk is no reason to stop serving; the next round tries again.
                    logger.warning("sweeping failed", metadata: ["kind": "\(type(of: error))"])
                }
                try? await Task.sleep(for: Housekeeping.interval)
            }
        }
    }
}

extension SiteServer {
    /// Makes the results of survey rounds known whose time is over: nobody's doing, so it happens when somebody next looks.
    func publishDueResults(_ visit: AllianceVisit) async throws {
        for round in visit.view.culture.rounds where round.publishedOn == nil && round.closesOn < visit.now.day {
            try await visit.live.publishResults(of: round.id, at: visit.now)
        }
    }
}

public import AllianceModel
import Ledger

extension LiveAlliance {
    /// Lets the neutral do what it has to do: conclude what all have accepted, answer requests, improve a text, show what a party
    /// allowed. Without effect where there is nothing to do.
    ///
    /// Besides survey results the one thing that reads secrets of several parties. What it makes of them are entries for everyone. A
    /// search may take a second, so it works on a copy beside the actor; where terms or members changed meanwhile it begins anew.
    public func mediate(at moment: Moment) async throws(HostingFailure) {
        for _ in 0..<Self.attempts {
            let alliance = tip.alliance
            let changes = await Self.neutralChanges(of: alliance, on: moment.day)
            guard !changes.isEmpty else { return }
            guard tip.alliance.isSame(forNeutral: alliance) else { continue }
            let key = "neutral-\(tip.head.size)"
            let request = SubmissionRequest(.neutral, key: key, bytes: Array(key.utf8), at: moment)
            _ = try await perform(request) { tip, _ throws(HostingFailure) in
                guard tip.alliance.isSame(forNeutral: alliance) else { throw .request("the terms changed meanwhile") }
                return changes
            }
            return
        }
    }

    private static func neutralChanges(of alliance: Alliance, on day: Day) async -> [Change] {
        await besideCaller { alliance.neutralChanges(on: day) }
    }

    /// Works on the threads that are there for it, whatever executor the caller's task prefers: an event loop must not wait for it.
    @concurrent static func besideCaller<Result: Sendable>(_ body: @Sendable () -> Result) async -> Result {
        await withTaskExecutorPreference(globalConcurrentExecutor) { @concurrent () async -> Result in body() }
    }
}

extension Alliance {
    /// Whether the neutral finds the same: it reads nothing but charter and terms.
    ///
    /// - Complexity: next to nothing where neither changed, since they then share their storage.
    fileprivate func isSame(forNeutral other: Alliance) -> Bool { charter == other.charter && terms == other.terms }
}

extension Change {
    /// Whether the neutral may have something to do after it: what it works with are the terms and the members.
    var concernsNeutral: Bool {
        switch self {
        case .edit(let edit): edit.register.step == .terms || edit.register == Party.register
        case .terms: true
        default: false
        }
    }
}

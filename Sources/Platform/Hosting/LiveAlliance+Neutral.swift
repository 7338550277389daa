public import AllianceModel
import Ledger

extension LiveAlliance {
    /// Lets the neutral do what it has to do: conclude what all have accepted, answer requests, improve a text, show what a party
    /// allowed. Without effect where there is nothing to do.
    ///
    /// Besides survey results the one thing that reads secrets of several parties. What it makes of them are entries for everyone.
    public func mediate(at moment: Moment) async throws(HostingFailure) {
        guard !tip.alliance.neutralChanges(on: moment.day).isEmpty else { return }
        let key = "neutral-\(tip.head.size)"
        let request = SubmissionRequest(.neutral, key: key, bytes: Array(key.utf8), at: moment)
        _ = try await perform(request) { tip, _ throws(HostingFailure) in
            let changes = tip.alliance.neutralChanges(on: moment.day)
            guard !changes.isEmpty else { throw .request("the neutral has nothing to do") }
            return changes
        }
    }
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

import Accounts
import AllianceModel
import AlliancePages
import Database
import Foundation
import HTTPTypes
import Hosting
import Hummingbird

/// What became of changes that somebody sent.
enum Submitted: Sendable {
    case made(Made)
    case refused(Refusal)
    case conflict(Conflict)
}

/// Changes that were made.
struct Made: Sendable {
    let receipt: Receipt
    /// The entry that undoing takes back, where it is one.
    var entry: Int? { receipt.entries.count == 1 ? receipt.entries.first.map { Int($0.number) } : nil }

    /// Where all that was made is taken back at once.
    func undo(in alliance: String) -> SiteLink? {
        guard let first = receipt.entries.first, let last = receipt.entries.last else { return nil }
        return .alliance(alliance, .undo(entry: Int(first.number), through: Int(last.number)))
    }
}

extension Conflict {
    /// The conflict as an answer, where no page offers to merge.
    var error: SiteError {
        SiteError(
            .conflict, description, "Nothing of yours was saved. Look at what changed, then send yours again.",
            problems: clashes.map {
                Problem("\($0.record.register)[\($0.record.id)]", "it was changed meanwhile", "Look at it again.")
            })
    }
}

extension SiteServer {
    /// Makes the changes of a form: its key makes sure that sending it twice makes one change.
    ///
    /// - Parameter isConfirmed: whether the person has just shown the password.
    func submit(
        _ changes: [Change], _ form: Form, _ visit: AllianceVisit, isConfirmed: Bool = false
    ) async throws -> Submitted {
        try await submit(
            changes, isConfirmed: isConfirmed, key: submissionKeys.key(of: form, sentTo: visit.address),
            basedOn: Int64(form[Submission.revisionName]).map(Revision.init), visit.seated)
    }

    func submit(
        _ changes: [Change], isConfirmed: Bool = false, key: String, basedOn base: Revision?, _ visit: SeatedVisit
    ) async throws -> Submitted {
        if !isConfirmed, changes.contains(where: \.needsConfirmation) {
            return .refused(
                Refusal(
                    "signature", "who binds a party confirms it with the password or a key of their own",
                    "Open the page of the text and act there, or sign with entente sign."))
        }
        do throws(HostingFailure) {
            let receipt = try await changesInFlight.count { isAlone throws(HostingFailure) in
                if isAlone {
                    return try await visit.live.submit(
                        changes, by: visit.author, key: key, basedOn: base, at: visit.now)
                }
                // Many are made one after the other; on their event loops each would wake that of the next.
                let submission = Task { () async -> Result<Receipt, HostingFailure> in
                    do throws(HostingFailure) {
                        return .success(
                            try await visit.live.submit(
                                changes, by: visit.author, key: key, basedOn: base, at: visit.now))
                    } catch {
                        return .failure(error)
                    }
                }
                return try await submission.value.get()
            }
            metrics.count(changes: changes.count)
            if changes.contains(where: { if case .edit(let edit) = $0 { edit.endsSeats } else { false } }) {
                await endSeats(of: visit.live, visit.id)
            }
            return .made(Made(receipt: receipt))
        } catch {
            metrics.countRefusal()
            switch error {
            case .refused(let refusal): return .refused(refusal)
            case .conflict(let conflict): return .conflict(conflict)
            default: throw error
            }
        }
    }

    /// Who comes into an alliance begins with nothing new: what was there before they came is no news.
    func sawAll(of alliance: String, _ account: String) async throws {
        guard let membership = try await accounts.membership(of: account, in: alliance) else { return }
        let revision = try await directory.open(alliance).revision(for: .party(RecordID(membership.party)))
        try await accounts.saw(revision.number, of: alliance, by: account)
    }

    /// Founds an alliance and gives the reader their seat in it.
    ///
    /// - Parameter key: names what was sent: sent twice, it founds one alliance.
    func found(_ founding: Founding, key: String, by visit: SignedInVisit) async throws -> String {
        let name = founding.alliance.charter.profile.first { _ in true }?.title ?? "alliance"
        // A few letters that nobody can guess or choose: nobody finds out by trying names which alliances are here.
        let id = "\(Identifiers.make(from: String(name.prefix(30)), taken: []))-\(key.prefix(8))"
        do throws(HostingFailure) {
            try await directory.found(id, changes: founding.changes, at: visit.now)
        } catch {
            guard case .exists = error else { throw error }
            if try await accounts.membership(of: visit.account.id, in: id) != nil { return id }
            // The server ended between the founding and the seat: the seat is still free.
            guard try await accounts.members(of: id).isEmpty else { throw error }
        }
        try await accounts.join(
            visit.account.id, alliance: id, party: founding.party.text, person: founding.person.text)
        try await sawAll(of: id, visit.account.id)
        return id
    }
}

public import Accounts
public import AllianceModel
import AlliancePages
import Hosting
public import Interchange

// What the commands of an operator do with a data folder.
extension EntenteServer {
    /// A link that signs a person in once, with the whole address.
    public func signInLink(for account: Account, lifetime: Int64 = 86_400) async throws -> String {
        let secret = try await accounts.makeSignInLink(for: account.id, lifetime: lifetime)
        return "\(settings.origin)\(SiteLink.signInLink(token: secret.text).path)"
    }

    /// A link that sets a new password once, with the whole address.
    public func passwordLink(for account: Account) async throws -> String {
        let secret = try await accounts.makePasswordReset(for: account.id)
        return "\(settings.origin)\(SiteLink.setPassword(token: secret.text).path)"
    }

    /// Founds an alliance from a file.
    ///
    /// - Parameter founder: who gets a seat in it, as a lead of its first member; nobody where it is left out.
    /// - Returns: what is wrong with the file; then nothing was founded.
    public func importAlliance(
        _ bytes: [UInt8], id: String, founder: Account? = nil, at moment: Moment
    ) async throws -> [FileProblem] {
        let reading = AllianceFile.read(bytes, at: moment)
        guard reading.problems.isEmpty else { return reading.problems }
        var founding = Founding(reading)
        if let founder {
            try founding.seat(founder.name, party: founding.firstParty ?? founder.name, as: .lead, at: moment)
        }
        try await directory.found(id, changes: founding.changes, at: moment)
        if let founder {
            try await accounts.join(
                founder.id, alliance: id, party: founding.party.text, person: founding.person.text)
            try await site.sawAll(of: id, founder.id)
        }
        return []
    }

    /// Seats an account in an alliance: as the first lead of the first party that has one.
    public func seat(_ account: Account, in alliance: String) async throws -> String? {
        let view = try await directory.open(alliance).view(for: .everyone).view
        let taken = Set(try await accounts.members(of: alliance).map(\.person))
        guard
            let person = view.charter.people.first(where: {
                $0.role == .lead && $0.leftOn == nil && !taken.contains($0.id.text)
            })
        else {
            return nil
        }
        try await accounts.join(account.id, alliance: alliance, party: person.party.text, person: person.id.text)
        try await site.sawAll(of: alliance, account.id)
        return "\(person.name) (\(view.charter.name(of: person.party)))"
    }
}

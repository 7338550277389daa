import AllianceModel
import AlliancePages
import HTTPTypes
import Hummingbird

@testable import EntenteServer

/// Fills the patterns of the router with everything that their names can stand for, so that a new route is visited by itself.
struct Crawl {
    let alliance: String
    let secrets: SecretAlliance
    let assets: [String]
    /// Secrets of addresses, such as those of invitations.
    let tokens: [String]

    /// Names that a pattern holds and this test knows no values for: none, or else a new one has to be told here.
    private(set) var unknown: Set<String> = []

    init(_ alliance: String, _ secrets: SecretAlliance, _ server: SiteServer, tokens: [String] = []) {
        self.alliance = alliance
        self.secrets = secrets
        self.tokens = tokens
        assets = server.assets.files.keys.sorted()
    }

    /// All addresses of a pattern. `records` are those of every party, also as others would guess them.
    mutating func addresses(of pattern: String) -> [String] {
        let names = pattern.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
        guard !names.isEmpty else { return queries(pattern, pattern) }
        if names.contains("register") { return registers(pattern, withRecords: names.contains("record")) }
        var filled = [pattern]
        for name in names {
            guard let values = values(of: name, in: pattern) else {
                unknown.insert(name)
                return []
            }
            filled = filled.flatMap { address in values.map { address.replacing("{\(name)}", with: $0) } }
        }
        return filled.flatMap { queries(pattern, $0) }
    }

    private func registers(_ pattern: String, withRecords: Bool) -> [String] {
        Alliance.registers.flatMap { register -> [String] in
            let address = pattern.replacing("{alliance}", with: alliance)
                .replacing("{step}", with: register.name.step.rawValue)
                .replacing("{register}", with: register.name.name).replacing("{format}", with: "csv")
            guard withRecords else { return queries(pattern, address) }
            var ids = [
                "shared1", "nothere", "~nothere", SecretAlliance.sealedMarker, "~\(SecretAlliance.sealedMarker)",
            ]
            for party in SecretAlliance.parties where register.privacy.allows(.party(RecordID(party))) {
                let id = secrets.id(register, .party(RecordID(party)))
                ids += [id, "~\(id)"]
            }
            return ids.map { address.replacing("{record}", with: $0) }
        }
    }

    private func queries(_ pattern: String, _ address: String) -> [String] {
        switch pattern {
        case SiteRoute.search.rawValue: ["", "vault", "shared", "q1x"].map { "\(address)?q=\($0)" }
        case SiteRoute.packageEditor.rawValue:
            [address, "\(address)?from=shared1", "\(address)?from=\(SecretAlliance.marker(of: "harbour", world: 1))"]
        case SiteRoute.appraisal.rawValue: [address, "\(address)?option.shared1=shared1&number.shared1=1"]
        case SiteRoute.instrument.rawValue: [address, "\(address)?since=shared1"]
        case SiteRoute.register.rawValue: [address, "\(address)?page=2", "\(address)?q=vault"]
        case SiteRoute.findings.rawValue: [address, "\(address)?rule=P01", "\(address)?rule=P29&page=2"]
        case SiteRoute.people.rawValue, SiteRoute.home.rawValue, SiteRoute.notifications.rawValue:
            [address, "\(address)?page=2"]
        case SiteRoute.history.rawValue: [address, "\(address)?before=40", "\(address)?before=100000"]
        case SiteRoute.add.rawValue:
            [
                address, "\(address)?private=yes", "\(address)?of=shared1",
                "\(address)?of=\(SecretAlliance.marker(of: "harbour", world: 1))",
            ]
        case APIRoute.entries.rawValue: [address, "\(address)?after=0&limit=1000"]
        case APIRoute.register.rawValue: [address, "\(address)?format=csv"]
        default: [address]
        }
    }

    private func values(of name: String, in pattern: String) -> [String]? {
        switch name {
        case "alliance": return [alliance]
        case "step": return StepName.allCases.map(\.rawValue)
        case "format":
            return AllianceLink.FileFormat.allCases.map(\.rawValue) + TermsLink.TextFormat.allCases.map(\.rawValue)
        case "act": return Signature.Act.allCases.map(\.rawValue) + ["nothere"]
        case "file": return assets + ["nothere"]
        case "verb":
            return Set(
                Vision.Change.verbs.map(\.name) + Terms.Change.verbs.map(\.name) + Governance.Change.verbs.map(\.name)
                    + Culture.Change.verbs.map(\.name) + Readiness.Change.verbs.map(\.name)
            ).sorted()
        case "objective", "round", "offer", "closing", "instrument":
            return ["shared1", "nothere"] + SecretAlliance.parties.map { SecretAlliance.marker(of: $0, world: 1) }
        case "token": return tokens + ["nothere"]
        case "criterion":
            return GateCriterion.catalogue.map(\.key) + ["shared1", "nothere", "wording.shared1"]
                + SecretAlliance.parties.map { "wording.\(SecretAlliance.marker(of: $0, world: 1))" }
        case "session", "invitation": return ["nothere"]
        case "entry": return ["1", "100000", "-1"]
        default: return nil
        }
    }
}

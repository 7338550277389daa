import HTTPTypes

/// The addresses of the API, as patterns in the spelling of RFC 6570, each with what it answers and who may ask.
enum APIRoute: String, CaseIterable, Sendable {
    case alliances = "/api/v1/alliances"
    case view = "/api/v1/alliances/{alliance}"
    case changes = "/api/v1/alliances/{alliance}/changes"
    case entries = "/api/v1/alliances/{alliance}/entries"
    case findings = "/api/v1/alliances/{alliance}/findings"
    case register = "/api/v1/alliances/{alliance}/registers/{step}/{register}"
    case events = "/api/v1/alliances/{alliance}/events"
    case description = "/api/v1/openapi.json"

    var method: HTTPRequest.Method { self == .changes ? .post : .get }

    var access: AccessRule {
        switch self {
        case .description: .anybody
        case .alliances: .signedIn
        default: .ofAlliance
        }
    }

    /// What it is for, in a line.
    var summary: String {
        switch self {
        case .alliances: "The alliances that you take part in"
        case .view: "Everything that you may see of an alliance, in the form of the alliance file"
        case .changes: "Make one change or a list of them: all or none"
        case .entries: "The entries of the ledger that you may see, oldest first"
        case .findings: "What is missing or wrong, and how far each step is"
        case .register: "The records of a register that you may see"
        case .events: "Server-sent events: one for each new entry that you may see"
        case .description: "This document"
        }
    }

    /// The names in braces, in order.
    var parameters: [String] {
        rawValue.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}

/// Who acts for which party, as the entries of a ledger say it: types `charter.people.add`, `.set` and `.remove` of schema 1.
///
/// An entry names a party beside a person, and only this tells whether they belong together. Before the first person is entered
/// nothing is known, and nothing is demanded.
struct ActingPeople: Sendable {
    /// The party of a person from an entry on; nil where they act for none any more.
    private struct Place: Sendable {
        let from: Int64
        let party: String?
    }

    private static let prefix = Array("charter.people.".utf8)
    private var places: [String: [Place]] = [:]
    /// The entry after which persons are known.
    private var first: Int64?

    /// Whether an entry of this type may say something about people.
    static func tells(_ type: ArraySlice<UInt8>) -> Bool { type.starts(with: prefix) }

    /// Takes what an entry for everyone says.
    mutating func take(_ payload: Payload, at sequence: Int64) {
        guard payload.schema == 1, let body = try? CanonicalJSON.parse(payload.body) else { return }
        let (person, party): (String?, String?) =
            switch payload.type {
            case "charter.people.add": (body["add"]?.text, body["fields"]?["party"]?.text)
            case "charter.people.set": (body["set"]?.text, body["fields"]?["party"]?.text)
            case "charter.people.remove": (body["remove"]?.text, nil)
            default: (nil, nil)
            }
        guard let person, party != nil || payload.type == "charter.people.remove" else { return }
        places[person, default: []].append(Place(from: sequence + 1, party: party))
        if first == nil { first = sequence + 1 }
    }

    /// Whether a person may stand beside a party in an entry.
    func allows(_ person: @autoclosure () -> String, for party: @autoclosure () -> String, at sequence: Int64) -> Bool {
        guard let first, sequence >= first else { return true }
        return places[person()]?.last { $0.from <= sequence }?.party == party()
    }
}

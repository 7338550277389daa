import AllianceModel
import Markup

/// The addresses that records name as evidence, numbered in the order in which a reader meets them.
struct EvidenceSources: Sendable {
    struct Source: Sendable {
        let address: String
        /// What it shows, in the order of the registers.
        fileprivate(set) var records: [RecordReference]
    }

    private(set) var sources: [Source] = []
    private var places: [String: Int] = [:]

    /// - Complexity: O(records + evidence).
    init(_ view: View) {
        for register in Alliance.registers {
            for record in view.records(of: register) {
                guard case .list(let links)? = record.members["evidence"] else { continue }
                let reference = RecordReference(record)
                for case .text(let address) in links { add(address, reference) }
            }
        }
    }

    private mutating func add(_ address: String, _ record: RecordReference) {
        if let place = places[address] {
            if sources[place].records.last != record { sources[place].records.append(record) }
        } else {
            places[address] = sources.count
            sources.append(Source(address: address, records: [record]))
        }
    }

    /// The number of an address, from 1.
    func number(of address: String) -> Int? { places[address].map { $0 + 1 } }

    static func anchor(_ number: Int) -> String { "s\(number)" }
}

/// Who stands behind an address: its host without `www.`; the address itself where it has no host.
func host(of address: String) -> String {
    guard let start = address.firstRange(of: "//")?.upperBound else { return address }
    let host = address[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
}

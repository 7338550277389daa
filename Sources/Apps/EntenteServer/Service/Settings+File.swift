import Foundation

// A name that is mistyped in the file of settings would be passed over, and the server would run with what is usual.
extension Settings {
    /// The names that a file of settings may hold, with a dot between levels.
    static let names: Set<String> = [
        "address", "data", "log.level", "metrics.token", "port", "public.url", "requests.per.second", "tls.certificate",
        "tls.key",
    ]

    /// Refuses a file with names of no settings, each with what it may have meant.
    static func checkNames(in file: String) throws(StartFailure) {
        guard let bytes = FileManager.default.contents(atPath: file),
            let content = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        else {
            throw StartFailure(
                "config", "\(file) cannot be read as JSON", "Check that it is there, readable, and one JSON object.")
        }
        let unknown = leaves(of: content, under: "").filter { !names.contains($0) }.sorted()
        guard unknown.isEmpty else {
            throw StartFailure(
                "config", "\(file) names \(unknown.map { "“\($0)”" }.joined(separator: ", ")), which is no setting",
                "Known: \(names.sorted().joined(separator: ", ")); a dot stands for an object within.")
        }
    }

    private static func leaves(of content: [String: Any], under path: String) -> [String] {
        content.flatMap { name, value -> [String] in
            let name = path.isEmpty ? name : "\(path).\(name)"
            return (value as? [String: Any]).map { leaves(of: $0, under: name) } ?? [name]
        }
    }
}

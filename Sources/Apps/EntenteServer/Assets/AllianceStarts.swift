import AllianceModel
import AlliancePages
import Foundation
import Interchange

/// The playbooks and examples that a new alliance can begin with: playbooks are in the program itself, examples are read once from
/// the folder that comes with it.
public struct AllianceStarts: Sendable {
    /// Playbooks first, then examples, each by name.
    let list: [AllianceStart]
    private let files: [String: [UInt8]]

    /// - Parameter folder: holds `Examples`, or nothing; files in it that are no alliance are left out.
    public init(in folder: String) {
        var list: [AllianceStart] = []
        var files: [String: [UInt8]] = [:]
        for context in Profile.Context.allCases {
            let words = AllianceStarts.words(for: context)
            let id = "playbook-\(context.rawValue)"
            list.append(AllianceStart(name: id, kind: .playbook, title: words.title, sentence: words.sentence))
            files[id] = Array(Playbook.text(of: context).utf8)
        }
        let place = URL(filePath: folder).appending(path: "Examples")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        for file in names.sorted() where file.hasSuffix(".yaml") {
            guard let data = try? Data(contentsOf: place.appending(path: file)) else { continue }
            let profile = AllianceStarts.profile(Array(data))
            let id = "example-\(file.dropLast(5))"
            list.append(
                AllianceStart(
                    name: id, kind: .example, title: profile.name ?? String(file.dropLast(5)),
                    sentence: profile.purpose ?? ""))
            files[id] = Array(data)
        }
        (self.list, self.files) = (list, files)
    }

    /// What a playbook is called and whom it is for: its file tells whoever fills it in, not whoever chooses.
    private static func words(for context: Profile.Context) -> (title: String, sentence: String) {
        switch context {
        case .business:
            ("Business alliance", "Companies that make, sell or buy something together and stay apart in the rest.")
        case .diplomacy:
            (
                "Treaty or settlement",
                "States, governments or parties that negotiate a treaty, a memorandum or a settlement."
            )
        case .gaming: ("Gaming alliance", "Guilds, clans or corporations that fight or build side by side.")
        case .collaborativeProject:
            ("Collaborative project", "Universities, institutes and others that apply for a project and carry it out.")
        }
    }

    /// The file behind the value that a form sent.
    func bytes(of name: String) -> [UInt8]? { files[name] }

    /// The names of the examples.
    public var examples: [String] {
        list.filter { $0.kind == .example }.map { String($0.name.dropFirst("example-".count)) }
    }

    /// The file of an example by the name of its file, without its ending.
    public func example(_ name: String) -> [UInt8]? { files["example-\(name)"] }

    /// Name and purpose, from the tree of the file: making the whole alliance would cost the start of the server.
    private static func profile(_ bytes: [UInt8]) -> (name: String?, purpose: String?) {
        guard let document = try? AllianceFile.document(bytes), case .record(let file) = document.value,
            case .record(let charter)? = file["charter"], case .record(let profile)? = charter["profile"]
        else { return (nil, nil) }
        func text(_ name: String) -> String? { if case .text(let text)? = profile[name] { text } else { nil } }
        return (text("name"), text("purpose"))
    }
}

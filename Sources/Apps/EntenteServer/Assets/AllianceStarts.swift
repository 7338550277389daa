import AllianceModel
import AlliancePages
import Foundation
import Interchange

/// The playbooks and examples that a new alliance can begin with, read once from the folders that come with the program.
public struct AllianceStarts: Sendable {
    /// Playbooks first, then examples, each by name.
    let list: [AllianceStart]
    private let files: [String: [UInt8]]

    /// - Parameter folder: holds `Playbooks` and `Examples`; files in it that are no alliance are left out.
    public init(in folder: String) {
        var list: [AllianceStart] = []
        var files: [String: [UInt8]] = [:]
        for (kind, name) in [(AllianceStart.Kind.playbook, "Playbooks"), (.example, "Examples")] {
            let place = URL(filePath: folder).appending(path: name)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
            for file in names.sorted() where file.hasSuffix(".yaml") {
                guard let data = try? Data(contentsOf: place.appending(path: file)) else { continue }
                let profile = AllianceStarts.profile(Array(data))
                let id = "\(kind.rawValue)-\(file.dropLast(5))"
                list.append(
                    AllianceStart(
                        name: id, kind: kind, title: profile.name ?? String(file.dropLast(5)),
                        sentence: profile.purpose ?? ""))
                files[id] = Array(data)
            }
        }
        (self.list, self.files) = (list, files)
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

import Foundation
import Interchange

/// Reads the files that a command was given.
enum InputFiles {
    /// The largest file that is read.
    static let sizeLimit = 64 * 1024 * 1024

    /// Files in the order given; `-` is standard input; a folder stands for its profiles (`*.json` with "profile" in the
    /// name, else all `*.json`), by name.
    static func read(_ names: [String]) throws -> [SourceFile] {
        try names.flatMap { name in
            if name == "-" {
                return [
                    SourceFile(name: "standard input", bytes: [UInt8](FileHandle.standardInput.readDataToEndOfFile()))
                ]
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else {
                throw InterchangeError(file: name, "there is no such file", remedy: "Check the name.")
            }
            guard isFolder.boolValue else { return [try file(name)] }
            let all = try FileManager.default.contentsOfDirectory(atPath: name).filter { $0.hasSuffix(".json") }
                .sorted()
            let profiles = all.filter { $0.lowercased().contains("profile") }
            guard !all.isEmpty else {
                throw InterchangeError(file: name, "the folder holds no .json file", remedy: "Name a NegoLog folder.")
            }
            return try (profiles.isEmpty ? all : profiles).map { try file("\(name)/\($0)") }
        }
    }

    private static func file(_ name: String) throws -> SourceFile {
        let size = try FileManager.default.attributesOfItem(atPath: name)[.size] as? Int ?? 0
        guard size <= sizeLimit else {
            throw InterchangeError(
                file: name, "\(size) bytes are too many",
                remedy: "Files of up to \(sizeLimit / 1_048_576) MiB are read.")
        }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw InterchangeError(file: name, "it cannot be read", remedy: "Check its permissions.")
        }
        return SourceFile(name: name, bytes: [UInt8](data))
    }
}

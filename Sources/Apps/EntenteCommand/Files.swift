import AllianceModel
import Foundation
import Interchange

/// Reading and writing files, with messages that say what to do.
enum Files {
    /// The bytes of a file; `-` is standard input.
    static func read(_ path: String) throws -> [UInt8] {
        do {
            if path == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw Failure("\(path): \(reason(error)). Check the name and that you may read it.")
        }
    }

    /// Writes a file whole or not at all; `-` is standard output.
    static func write(_ text: String, to path: String, replacing: Bool = true) throws {
        if path == "-" {
            print(text, terminator: "")
        } else {
            try write(Array(text.utf8), to: path, replacing: replacing)
        }
    }

    /// Writes a file whole or not at all.
    static func write(_ bytes: [UInt8], to path: String, replacing: Bool = true) throws {
        if !replacing, FileManager.default.fileExists(atPath: path) {
            throw Failure("\(path): there is already such a file. Choose another name, or remove it first.")
        }
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            let folder = URL(filePath: path).deletingLastPathComponent().path
            let reason = FileManager.default.fileExists(atPath: folder) ? reason(error) : "there is no such folder"
            throw Failure("\(path): \(reason). Check that the folder is there and that you may write into it.")
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile, .fileNoSuchFile: "there is no such file"
        case .fileReadNoPermission, .fileWriteNoPermission: "permission is denied"
        case .fileWriteOutOfSpace: "the disk is full"
        default: "it cannot be opened"
        }
    }

    /// Reads an alliance file; all that is wrong with it is the failure, by line.
    static func alliance(_ path: String) throws -> Alliance {
        let reading = AllianceFile.read(try read(path), at: now)
        guard reading.problems.isEmpty else {
            throw Failure(reading.problems.map { "\(path):\($0)" }.joined(separator: "\n"))
        }
        return reading.alliance
    }

    /// The view of an alliance as `--as` names it; without it, what everyone may see.
    static func view(of alliance: Alliance, as party: String?) throws -> View {
        guard let party else { return alliance.view(for: .everyone) }
        let everyone = alliance.view(for: .everyone)
        guard everyone.charter.parties[RecordID(party)] != nil else {
            let ids = everyone.charter.parties.map(\.id.text)
            let hint = nearestName(to: party, among: ids).map { "Did you mean “\($0)”?" }
            throw Failure(
                "--as \(party): there is no such party. \(hint ?? "Parties: \(ids.joined(separator: ", ")).")")
        }
        return alliance.view(for: .party(RecordID(party)))
    }

    static var now: Moment { Moment(seconds: Int64(Date().timeIntervalSince1970)) }
}

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

    /// Writes a file whole or not at all. One that is replaced keeps its permissions: what others could not read stays so.
    static func write(_ bytes: [UInt8], to path: String, replacing: Bool = true) throws {
        let file = URL(filePath: path).resolvingSymlinksInPath()
        let old = try? FileManager.default.attributesOfItem(atPath: file.path)
        if !replacing, old != nil {
            throw Failure("\(path): there is already such a file. Choose another name, or remove it first.")
        }
        do {
            if let type = old?[.type] as? FileAttributeType, type != .typeRegular {
                // A device or pipe is written into; nothing can stand in its place.
                try FileHandle(forWritingTo: file).write(contentsOf: Data(bytes))
            } else {
                try replace(file, by: bytes, permissions: (old?[.posixPermissions] as? NSNumber)?.uint32Value)
            }
        } catch {
            let folder = file.deletingLastPathComponent().path
            let reason = FileManager.default.fileExists(atPath: folder) ? reason(error) : "there is no such folder"
            throw Failure("\(path): \(reason). Check that the folder is there and that you may write into it.")
        }
    }

    /// Puts a new file in the place of one, which until then stays as it is.
    private static func replace(_ file: URL, by bytes: [UInt8], permissions: UInt32?) throws {
        let name = ".\(file.lastPathComponent).\(UUID().uuidString.prefix(8))"
        let draft = file.deletingLastPathComponent().appending(path: name).path
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL, permissions ?? 0o666)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        do {
            if let permissions { fchmod(descriptor, permissions) }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
            guard rename(draft, file.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch ((error as? CocoaError)?.code, (error as? POSIXError)?.code) {
        case (.fileReadNoSuchFile, _), (.fileNoSuchFile, _), (_, .ENOENT): "there is no such file"
        case (.fileReadNoPermission, _), (.fileWriteNoPermission, _), (_, .EACCES), (_, .EPERM), (_, .EROFS):
            "permission is denied"
        case (.fileWriteOutOfSpace, _), (_, .ENOSPC), (_, .EDQUOT): "the disk is full"
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

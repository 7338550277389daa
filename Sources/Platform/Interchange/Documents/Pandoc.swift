import Foundation
import Synchronization

/// Documents of word processors, through the program Pandoc where it is installed.
///
/// Nothing of a document is trusted: Pandoc reads it in its sandbox, with bounds on its size, memory, time and output, and what comes
/// out is text for people to look at. Source of the precautions: Pandoc User's Guide, "A note on security".
public struct Pandoc: Sendable {
    /// The most bytes of a document that is read, and of one that is written.
    public static let mostBytes = 16 << 20
    /// The most seconds that a conversion may take.
    public static let mostSeconds = 20
    /// The most conversions at a time; each may take half a gigabyte of memory.
    static let mostAtOnce = 2

    private static let running = Mutex(0)
    private let program: String

    /// - Parameter path: folders in which the program is looked for; those of the variable PATH where none are given.
    /// - Throws: ``PandocFailure/notInstalled``.
    public init(path: String? = nil) throws(PandocFailure) {
        let folders = path ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        let found = folders.split(separator: ":").map { "\($0)/pandoc" }
            .first(where: FileManager.default.isExecutableFile(atPath:))
        guard let found else { throw .notInstalled }
        program = found
    }

    /// A text in CommonMark as a .docx document.
    public func docx(of markdown: String) async throws(PandocFailure) -> [UInt8] {
        // Without the sandbox, in which Debian's Pandoc does not find its own template: so it would fetch what an image names. The text
        // comes from ``InstrumentText/markdown``, which escapes every sign with which an image, a link or markup could begin.
        try await convert(Array(markdown.utf8), ["--from", "commonmark", "--to", "docx"])
    }

    /// A .docx document as CommonMark, with all tracked changes accepted.
    public func markdown(ofDOCX bytes: [UInt8]) async throws(PandocFailure) -> String {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
            throw .refused("it is no .docx document")
        }
        let markdown = try await convert(
            bytes,
            ["--sandbox", "--from", "docx", "--to", "commonmark", "--wrap", "none", "--track-changes", "accept"])
        guard let text = String(validating: markdown, as: UTF8.self) else {
            throw .refused("what it holds is no text")
        }
        return text
    }

    private func convert(_ input: [UInt8], _ arguments: [String]) async throws(PandocFailure) -> [UInt8] {
        let hasPlace = Self.running.withLock { running in
            if running < Self.mostAtOnce { running += 1 } else { return false }
            return true
        }
        guard hasPlace else { throw .busy }
        defer { Self.running.withLock { $0 -= 1 } }
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            return try await run(input, arguments, in: folder)
        } catch let failure as PandocFailure {
            throw failure
        } catch {
            throw .refused("its folder for passing files cannot be written")
        }
    }

    private func run(_ input: [UInt8], _ arguments: [String], in folder: URL) async throws -> [UInt8] {
        func place(_ name: String) -> URL { folder.appending(path: name) }
        try Data(input).write(to: place("in"))
        try Data().write(to: place("err"))
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // Bounds on seconds of work and on the blocks of a file hold also where nobody waits any more.
        process.arguments =
            [
                "-c", "ulimit -t \(Self.mostSeconds); ulimit -f \(Self.mostBytes / 512); exec \"$0\" \"$@\"", program,
                "+RTS", "-M512M", "-RTS",
            ] + arguments + ["--output", place("out").path, place("in").path]
        // With a day of its own for all documents the same text makes the same bytes.
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "315532800",
        ]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: place("err"))
        let ended = AsyncStream<Int32> { stream in
            process.terminationHandler = { process in
                stream.yield(process.terminationReason == .exit ? process.terminationStatus : -1)
                stream.finish()
            }
        }
        try process.run()
        let id = process.processIdentifier
        let watch = Task {
            try await Task.sleep(for: .seconds(Self.mostSeconds))
            kill(id, SIGKILL)
        }
        var status: Int32?
        for await code in ended { status = code }
        watch.cancel()
        guard let status else {
            kill(id, SIGKILL)
            throw PandocFailure.tooLong
        }
        guard status >= 0 else { throw PandocFailure.tooLong }
        guard status == 0 else {
            let said = String(decoding: try Data(contentsOf: place("err")).prefix(2_000), as: UTF8.self)
            throw PandocFailure.refused(Self.reason(said))
        }
        let size = try FileManager.default.attributesOfItem(atPath: place("out").path)[.size] as? Int ?? 0
        guard size <= Self.mostBytes else { throw PandocFailure.tooLarge }
        return Array(try Data(contentsOf: place("out")))
    }

    /// The first line of what Pandoc said, without the names of folders of this machine.
    private static func reason(_ said: String) -> String {
        let line = said.split(separator: "\n").first.map(String.init) ?? ""
        return line.isEmpty || line.contains("/") ? "it cannot be read" : "it cannot be read: \(line.prefix(200))"
    }
}

/// Why a document was not converted, and what to do.
public enum PandocFailure: Error, Hashable, Sendable {
    case notInstalled
    case busy
    case tooLarge
    case tooLong
    case refused(String)

    public var reason: String {
        switch self {
        case .notInstalled: "Pandoc is not installed, and .docx documents go through it"
        case .busy: "other documents are being converted just now"
        case .tooLarge: "the document is larger than \(Pandoc.mostBytes >> 20) MB"
        case .tooLong: "the document took longer than \(Pandoc.mostSeconds) seconds or more memory than it may"
        case .refused(let reason): reason
        }
    }

    public var remedy: String {
        switch self {
        case .notInstalled: "Install it (Debian: apt install pandoc), or use Markdown or HTML."
        case .busy: "Try again in a moment."
        case .tooLarge, .tooLong: "Leave out pictures, or send the text as Markdown."
        case .refused: "Save it again as .docx, or send the text as Markdown."
        }
    }
}

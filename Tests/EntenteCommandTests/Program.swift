import Foundation
import Testing

/// The built `entente` program as its users run it, in a folder of its own that is removed afterwards.
struct Program: ~Copyable {
    /// What a run gave.
    struct Run {
        let status: Int32
        let output: String
        let errors: String

        /// The lines of the messages.
        var messages: [String] { errors.split(separator: "\n").map(String.init) }
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs the program in its folder; standard input is a file, so that a large one cannot block.
    func run(_ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]) throws -> Run {
        try run(arguments, input: input, environment: environment)
    }

    func run(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]) throws -> Run {
        let names = ["input", "output", "errors"].map { folder.appending(path: ".\($0)-\(UUID().uuidString)") }
        try Data(input).write(to: names[0])
        for name in names.dropFirst() { try Data().write(to: name) }
        let process = Process()
        process.executableURL = try Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        // A signal is no exit status: a crash must not look like one.
        try #require(process.terminationReason == .exit, "the program crashed on \(arguments)")
        return Run(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: name).path) }

    /// It stands beside the program that runs the tests.
    private static var executable: URL {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let places =
                [URL(filePath: tests), Bundle.main.bundleURL].map {
                    $0.deletingLastPathComponent().appending(path: "entente")
                } + [root.appending(path: ".build/debug/entente")]
            return try #require(
                places.first { FileManager.default.isExecutableFile(atPath: $0.path) },
                "build the product entente first")
        }
    }

    /// The folder of the package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func example(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Examples/\(name).yaml")))
    }

    /// The examples that are there.
    static let examples: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Examples").path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
}

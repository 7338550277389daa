import Foundation

/// Python, for oracles that are not ours.
enum Python {
    /// The interpreter with the given modules, or nil where there is none; `ENTENTE_PYTHON` names another than `python3`.
    static func interpreter(with modules: [String] = []) -> String? {
        let name = ProcessInfo.processInfo.environment["ENTENTE_PYTHON"] ?? "python3"
        let script = "import sys; " + modules.map { "import \($0); " }.joined() + "print(sys.version_info >= (3, 8))"
        guard let output = run(name, ["-c", script]), output.hasPrefix("True") else { return nil }
        return name
    }

    /// Standard output, or nil where the program could not be started; the exit status is for the caller's data to tell.
    static func run(_ program: String, _ arguments: [String], input: URL? = nil) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        if let input { process.standardInput = try? FileHandle(forReadingFrom: input) }
        do { try process.run() } catch { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 127 ? nil : String(decoding: data, as: UTF8.self)
    }

    /// This folder of the tests.
    static var folder: URL { URL(fileURLWithPath: #filePath).deletingLastPathComponent() }
}

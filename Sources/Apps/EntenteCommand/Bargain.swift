import ArgumentParser
import Bargaining
import Foundation
import Interchange

/// `entente bargain`: efficient and fair packages of a negotiation.
struct Bargain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the packages both, or all, would take: the efficient set and the fair points on it.",
        discussion: """
            Reads a GENIUS domain with its profiles (DOMAIN.xml PROFILE.xml PROFILE.xml …), GeniusWeb profiles, a NegoLog
            folder, a flat .txt file, an Entente bargaining file, or an alliance file with what its members want. "-" is
            standard input. Exit status: 0 there is something to agree on, 1 there is not, 2 the input cannot be used.
            """)

    @Argument(help: "The file, files or folder of the negotiation.")
    var files: [String]

    @Flag(inversion: .prefixedNo, help: "Take each party's reservation value into account.")
    var reservation = true

    @Option(help: "The most points of the frontier to list, spread evenly.")
    var points: Int?

    @Option(help: "Seconds for the search; the best answers so far are given, with their gaps.")
    var timeLimit: Double = 60

    @Option(
        help: """
            List the efficient set of four or more parties within this error, a share of each party's range (four parties: \
            0.05 without asking).
            """)
    var frontierError: Double?

    @Option(help: "Solve this many times more, without counting the agreement zone, and report the fastest.")
    var `repeat` = 0

    @Option(
        help: ArgumentHelp(
            "Write the negotiation as well: into a .json file in Entente's own form, or into a new folder as GENIUS files.",
            valueName: "file or folder"))
    var output: String?

    @Flag(help: "Write one JSON object instead of tables.")
    var json = false

    func validate() throws {
        if let points, points < 0 { throw ValidationError("--points must be 0 or more.") }
        guard `repeat` >= 0 else { throw ValidationError("--repeat must be 0 or more.") }
        guard timeLimit > 0, timeLimit <= 1e9 else {
            throw ValidationError("--time-limit must be above 0, and at most a thousand million seconds.")
        }
        if let frontierError, !(frontierError > 0 && frontierError < 1) {
            throw ValidationError("--frontier-error must be between 0 and 1, such as 0.05.")
        }
    }

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let prepared: PreparedProblem
        do {
            prepared = try PreparedProblem(try BargainInput.problem(files))
            if let output { try BargainOutput.write(prepared.problem, to: output) }
        } catch let failure as Failure {
            Terminal.warn("entente bargain: \(failure.text)")
            throw ExitCode(2)
        } catch {
            // What is wrong with the whole has no place: the file is named at least.
            let words = "\(error)"
            let isPlaced = files.contains { words.hasPrefix($0) }
            Terminal.warn("entente bargain: \(isPlaced ? "" : "\(files[0]): ")\(words)")
            throw ExitCode(2)
        }
        let read = clock.now - start
        var options = AnalysisOptions()
        options.usesReservation = reservation
        options.frontierError = frontierError
        let watch = SearchWatch(limit: timeLimit)
        var solving = clock.now
        let analysis = prepared.analyse(options, control: watch.control)
        var solve = clock.now - solving
        options.countsZone = false
        for _ in 0..<max(0, `repeat`) {
            solving = clock.now
            _ = prepared.analyse(options, control: watch.control)
            solve = min(solve, clock.now - solving)
        }
        watch.finish()
        let report = BargainReport(analysis: analysis, read: read.seconds, solve: solve.seconds, pointLimit: points)
        print(json ? report.json : report.table)
        for note in analysis.notes { Terminal.warn("note: \(note)") }
        if analysis.agreementZone.exists == false {
            Terminal.warn(
                "There is no package that every party prefers to its alternative. Lower a reservation value, add options "
                    + "or issues, or see the efficient packages with --no-reservation.")
            throw ExitCode(1)
        }
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

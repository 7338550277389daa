import Bargaining
import Foundation
import Synchronization

/// Set by the signal handler; searches look at it.
private let interrupted = Atomic<Bool>(false)

/// Ends a search at its time limit or on interrupt, and shows progress where standard error is a terminal.
///
/// The limit is shared out: each task may use an equal part of what is left for it and those after it, so that a hard
/// early one leaves time for the rest.
final class SearchWatch {
    private let clock = ContinuousClock()
    private let deadline: ContinuousClock.Instant
    private var task = ""
    private var taskDeadline: ContinuousClock.Instant
    private var shown: ContinuousClock.Instant
    private var wroteProgress = false
    private let isTerminal = isatty(STDERR_FILENO) == 1
    /// Tasks still to come, after each that a search may announce.
    private static let following = ["nash": 3, "utilitarian": 2, "weightedNash": 2, "egalitarian": 1]

    init(limit: Double) {
        deadline = clock.now + .seconds(limit)
        taskDeadline = deadline
        shown = clock.now
        signal(SIGINT) { _ in interrupted.store(true, ordering: .relaxed) }
    }

    var control: Control { Control { [self] in shouldStop($0) } }

    private func shouldStop(_ progress: SearchProgress) -> Bool {
        let now = clock.now
        if progress.task != task {
            task = progress.task
            taskDeadline = now + (deadline - now) / (1 + Self.following[task, default: 0])
        }
        if isTerminal, now - shown > .milliseconds(200) {
            shown = now
            wroteProgress = true
            let gap = progress.gap.map { " gap \((($0 * 10_000).rounded()) / 100) %" } ?? ""
            Terminal.writeError("\r\u{1B}[K\(task): \(progress.steps) steps\(gap)")
        }
        return now >= taskDeadline || interrupted.load(ordering: .relaxed)
    }

    /// Clears the progress line.
    func finish() { if wroteProgress { Terminal.writeError("\r\u{1B}[K") } }
}

import Dispatch
import Testing

@testable import Hosting

/// The search of the neutral may take a second: whoever answers requests on an event loop must not wait for it.
@Suite struct NeutralPlaceTests {
    /// One thread, as an event loop is.
    private final class OneThread: TaskExecutor {
        private static let mark = DispatchSpecificKey<Bool>()
        private let queue = DispatchQueue(label: "one thread")

        init() { queue.setSpecific(key: Self.mark, value: true) }

        static var isHere: Bool { DispatchQueue.getSpecific(key: mark) ?? false }

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    @Test func itWorksBesideTheExecutorOfItsCaller() async {
        let places = await withTaskExecutorPreference(OneThread()) {
            let before = OneThread.isHere
            let during = await LiveAlliance.besideCaller { OneThread.isHere }
            await Task.yield()
            return [before, during, OneThread.isHere]
        }
        #expect(places == [true, false, true])
    }
}

import HTTPTypes
import Hosting
import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// Server-sent events (WHATWG HTML, 9.2): an answer that goes on until the reader leaves or the server stops.
///
/// What is new is fetched when the reader has taken what came before. So a slow reader makes nothing pile up here, and nobody
/// misses any: who falls behind or was cut off gets the rest in its order.
struct EventStream: Sendable {
    /// One event.
    struct Event: Sendable {
        /// From where a reader that was cut off goes on.
        var id: Int
        var name: String
        /// One line: JSON has no line ends.
        var data: String

        var text: String { "id: \(id)\nevent: \(name)\ndata: \(data)\n\n" }
    }

    /// How long a reader waits before it comes back, in milliseconds.
    static let retry = 3_000
    /// The same for one that had to make room for a newer one: otherwise it would end the next at once.
    static let longRetry = 60_000
    /// Entries that are fetched at a time.
    static let most = 100

    /// A comment at least this often, so that neither side takes the connection for dead.
    let heartbeat: Duration
    /// What the reader knows already.
    let after: Revision
    /// What tells that there may be something new; it ends when the server stops.
    let updates: @Sendable () async -> AsyncStream<HistoryEntry>
    /// Some of what is new after a revision, and up to where that goes; an error ends the stream.
    let next: @Sendable (_ seen: Revision) async throws -> (events: [Event], seen: Revision)

    init(
        after: Revision, heartbeat: Duration = .seconds(15),
        updates: @escaping @Sendable () async -> AsyncStream<HistoryEntry>,
        next: @escaping @Sendable (_ seen: Revision) async throws -> (events: [Event], seen: Revision)
    ) {
        (self.after, self.heartbeat, self.updates, self.next) = (after, heartbeat, updates, next)
    }

    /// The answer that sends the events as they come.
    ///
    /// - Parameter account: who listens.
    func response(by account: String, _ listeners: Listeners) -> Response {
        let body = ResponseBody { writer in
            let (signals, source) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
            let isOneTooMany = Atomic(false)
            let number = listeners.came(account) {
                isOneTooMany.store(true, ordering: .relaxed)
                source.finish()
            }
            defer { listeners.went(account, number) }
            // Listen first, then catch up: nothing falls between.
            let updates = await updates()
            try await withThrowingTaskGroup(of: Void.self) { group in
                signal(source, of: updates, in: &group)
                var signals = signals.makeAsyncIterator()
                var seen = after
                try await writer.write(ByteBuffer(string: "retry: \(Self.retry)\n\n"))
                stream: repeat {
                    var isQuiet = true
                    repeat {
                        // Where it cannot be read, or not by this reader any more, the stream ends: the reader may ask anew.
                        guard let (events, last) = try? await next(seen) else { break stream }
                        guard last > seen else { break }
                        seen = last
                        for event in events {
                            isQuiet = false
                            try await writer.write(ByteBuffer(string: event.text))
                        }
                    } while true
                    if isQuiet { try await writer.write(ByteBuffer(string: ": still here\n\n")) }
                } while await signals.next() != nil
                group.cancelAll()
            }
            if isOneTooMany.load(ordering: .relaxed) {
                try await writer.write(ByteBuffer(string: "retry: \(Self.longRetry)\n\n"))
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store",
                HTTPField.Name("X-Accel-Buffering") ?? .via: "no",
            ], body: body)
    }

    /// Signals after each update and now and then between them, until the updates end or the server is asked to stop. One waits at
    /// most.
    private func signal(
        _ source: AsyncStream<Void>.Continuation, of updates: AsyncStream<HistoryEntry>,
        in group: inout ThrowingTaskGroup<Void, any Error>
    ) {
        group.addTask {
            await cancelWhenGracefulShutdown { for await _ in updates { source.yield() } }
            source.finish()
        }
        group.addTask { [heartbeat] in
            while !Task.isCancelled {
                try await Task.sleep(for: heartbeat)
                source.yield()
            }
        }
    }
}

import AllianceModel
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Server-sent events (WHATWG HTML, 9.2): a response that goes on until the reader leaves or the server stops.
enum EventStream {
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
    /// A comment at least this often, so that neither side takes the connection for dead.
    static let heartbeat = Duration.seconds(15)

    /// The answer that sends the events as they come.
    static func response<Events: AsyncSequence & Sendable>(
        to request: Request, _ events: Events, metrics: Metrics
    ) -> Response where Events.Element == Event {
        let body = ResponseBody { writer in
            metrics.listenerCame()
            defer { metrics.listenerWent() }
            let (lines, source) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(256))
            source.yield("retry: \(retry)\n\n")
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    await cancelWhenGracefulShutdown {
                        do {
                            for try await event in events { source.yield(event.text) }
                        } catch {
                            // The stream ends: the reader comes back and asks from where it was.
                        }
                    }
                    source.finish()
                }
                group.addTask {
                    while !Task.isCancelled {
                        try await Task.sleep(for: heartbeat)
                        source.yield(": still here\n\n")
                    }
                }
                for await line in lines { try await writer.write(ByteBuffer(string: line)) }
                group.cancelAll()
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
}

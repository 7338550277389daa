import HummingbirdCore
import Logging
import NIOCore

/// Runs tasks on the thread of an event loop.
///
/// A connection's requests are read and answered by one event loop. A task that runs elsewhere wakes another thread to read and the
/// loop's own to answer, which costs more than a short answer itself. What takes long leaves the loop: ``Routes``.
final class EventLoopExecutor: TaskExecutor {
    private let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Handles each connection on the event loop that reads it, where its address may have one more.
struct EventLoopChannel<Base: ServerChildChannel>: ServerChildChannel {
    let base: Base
    let connections: Connections

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        let peer = NetworkAddress(channel.remoteAddress)
        // Behind a proxy on this machine there are all who come through it.
        guard !peer.isLoopback else { return base.setup(channel: channel, logger: logger) }
        guard connections.open(from: peer.client) else {
            return channel.close().flatMapThrowing { throw ChannelError.alreadyClosed }
        }
        channel.closeFuture.whenComplete { _ in connections.closed(from: peer.client) }
        return base.setup(channel: channel, logger: logger)
    }

    func handle(value: Base.Value, logger: Logger) async {
        await withTaskExecutorPreference(EventLoopExecutor(value.channel.eventLoop)) {
            await base.handle(value: value, logger: logger)
        }
    }
}

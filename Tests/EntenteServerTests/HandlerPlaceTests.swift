import HTTPTypes
import Hosting
import Hummingbird
import NIOCore
import NIOPosix
import Testing

@testable import EntenteServer

/// What is short is answered on the event loop that read it; what may take long never is.
@Suite struct HandlerPlaceTests {
    private static func request(length: String?, ifMatch: String? = nil) -> Request {
        var fields = HTTPFields()
        fields[.contentLength] = length
        fields[.ifMatch] = ifMatch
        let head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/", headerFields: fields)
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }

    @Test func onlyWhatIsKnownToBeSmallStaysOnTheEventLoop() {
        let place = HandlerPlace.eventLoopIfSmall
        #expect(place.isOnEventLoop(Self.request(length: "120")))
        #expect(place.isOnEventLoop(Self.request(length: "\(HandlerPlace.small)")))
        #expect(!place.isOnEventLoop(Self.request(length: "\(HandlerPlace.small + 1)")))
        #expect(!place.isOnEventLoop(Self.request(length: nil)))
        #expect(!place.isOnEventLoop(Self.request(length: "many")))
        #expect(!place.isOnEventLoop(Self.request(length: "120", ifMatch: "\"7\"")))
        #expect(!HandlerPlace.pool.isOnEventLoop(Self.request(length: "0")))
        #expect(HandlerPlace.eventLoop.isOnEventLoop(Self.request(length: nil)))
    }

    @Test func tasksRunOnTheirEventLoopAndLeaveItForWhatTakesLong() async throws {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let places = try await withTaskExecutorPreference(EventLoopExecutor(loop)) {
            let before = loop.inEventLoop
            let during = try await onPool {
                await Task.yield()
                return loop.inEventLoop
            }
            await Task.yield()
            return [before, during, loop.inEventLoop]
        }
        #expect(places == [true, false, true])
    }

    @Test func aSubmissionKnowsWhetherItIsAlone() async throws {
        let inFlight = ChangesInFlight()
        let (first, second) = try await inFlight.count { first throws(HostingFailure) in
            (first, try await inFlight.count { second throws(HostingFailure) in second })
        }
        #expect(first && !second)
        let after = try await inFlight.count { isAlone throws(HostingFailure) in isAlone }
        #expect(after)
    }
}

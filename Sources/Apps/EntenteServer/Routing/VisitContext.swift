import Accounts
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What goes along with a request: where it comes from and who asks.
struct VisitContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    var address: NetworkAddress
    var visitor = Visitor.anonymous
    var account: Account?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = NetworkAddress(source.channel.remoteAddress)
    }
}

/// Who asks.
enum Visitor: Hashable, Sendable {
    case anonymous
    /// A browser with a session.
    case session(id: String, account: String)
    /// A program with a token, which may be good for one alliance alone.
    case token(id: String, account: String, alliance: String?)

    var account: String? {
        switch self {
        case .anonymous: nil
        case .session(_, let account), .token(_, let account, _): account
        }
    }
}

import Accounts
import NIOCore

/// Where a request comes from, as far as limits and the security log care.
struct NetworkAddress: Hashable, Sendable {
    /// The address as one client is told from another by it: of IPv6 the first 64 bits.
    let client: ClientAddress
    /// Whether it is this machine itself.
    let isLoopback: Bool

    /// The address of a peer; a peer that has none (a test, a Unix socket) is this machine.
    init(_ address: SocketAddress?) { self.init(address?.ipAddress ?? "127.0.0.1") }

    init(_ text: String) {
        client = ClientAddress(text)
        isLoopback = client.description.hasPrefix("127.") || text == "::1"
    }
}

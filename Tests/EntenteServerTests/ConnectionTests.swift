import Accounts
import Testing

@testable import EntenteServer

@Suite struct ConnectionTests {
    @Test func `one address cannot take all connections`() {
        let connections = Connections()
        let (one, other) = (ClientAddress("192.0.2.1"), ClientAddress("192.0.2.2"))
        for _ in 0..<Connections.mostOfOne { #expect(connections.open(from: one)) }
        #expect(!connections.open(from: one))
        #expect(connections.open(from: other))
        connections.closed(from: one)
        #expect(connections.open(from: one))
        #expect(!connections.open(from: one))
    }
}

import Testing

@testable import Accounts

@Suite struct ClientAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("192.0.2.001", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::1", "0:0:0:0::/64"),
        ("fe80::1%eth0", "fe80:0:0:0::/64"), ("", "unknown"), ("1.2.3", "unknown"), ("1.2.3.256", "unknown"),
        (":::", "unknown"), ("1::2::3", "unknown"), ("12345::", "unknown"), ("1:2:3:4:5:6:7:8:9", "unknown"),
    ])
    func countsAsOneClientWhatOneHouseholdHas(text: String, expected: String) {
        #expect(ClientAddress(text).description == expected)
    }
}

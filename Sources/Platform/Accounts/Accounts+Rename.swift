import Database

extension Accounts {
    /// Changes how a person is called.
    ///
    /// - Throws: `field` where the name cannot be one, `unknown` where there is no such account.
    public func rename(_ account: String, to name: String) async throws(AccountFailure) {
        let name = try AccountField.name(name)
        try await write { connection in
            guard try connection.execute("UPDATE account SET name = \(name) WHERE id = \(account)") == 1 else {
                throw AccountFailure.unknown
            }
        }
    }
}

import Database

extension Accounts {
    /// Makes sure that whoever is signed in knows the password: before acts that bind.
    ///
    /// - Throws: `credentials` where it does not fit or the account has none yet, `throttled`, `unknown`, `busy`, `storage`.
    public func confirm(password: String, of account: String) async throws(AccountFailure) {
        let now = clock()
        guard let row = try await read({ try AccountRow.find(id: account, $0) }) else { throw .unknown }
        let key = Throttle.Key.account(row.account.mail)
        let wait = throttle.wait([key], at: now)
        guard wait == 0 else { throw .throttled(seconds: Int(wait)) }
        throttle.failed([key], at: now)
        let isLong = password.utf8.count > AccountField.longestPassword
        let fits: Bool
        do throws(AccountFailure) {
            fits = try await hasher.verify(isLong ? "" : password, row.password.flatMap(PasswordHash.init))
        } catch {
            throttle.untried([key])
            throw error
        }
        guard fits, !isLong, row.password != nil else { throw .credentials }
        throttle.succeeded([key])
    }
}

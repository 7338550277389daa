public import AllianceModel
public import Ledger

extension LiveAlliance {
    /// The newest checkpoint, signed by the server, and kept.
    public func checkpoint() async throws(HostingFailure) -> SignedNote { try await signed().note }

    /// The ledger as a file, signed as it stands: with the content of what the viewer may see.
    ///
    /// - Parameters:
    ///   - viewer: nil for the operator's whole export, sealed entries too.
    ///   - output: takes the file piece by piece.
    /// - Throws: `HostingFailure`, and what `output` throws.
    public func exportLedger(
        for viewer: Viewer?, to output: ([UInt8]) throws -> Void
    ) async throws {
        let (head, note) = try await signed()
        do {
            try await LedgerExport.write(
                head, from: store, note: note,
                isVisible: { entry in
                    guard let viewer else { return true }
                    switch entry.envelope.audience {
                    case .everyone: return true
                    case .party(let party): return viewer.party?.text == party
                    case .sealed: return false
                    }
                }, to: output)
        } catch let failure as LedgerFailure {
            throw HostingFailure(failure)
        }
    }

    private func signed() async throws(HostingFailure) -> (head: LedgerHead, note: SignedNote) {
        let (store, id, serverKey) = (store, id, serverKey)
        return try await HostingFailure.wrapping {
            guard let head = try await store.head(of: id),
                let first = try await store.entries(of: id, in: 0..<1).first, let payload = first.payload
            else { throw HostingFailure.unknownAlliance(id) }
            // The origin of a ledger stays what its genesis says, whatever the server is called today.
            let genesis = try Genesis(payload)
            let key = try serverKey.signing(genesis.origin)
            guard key.verifier == genesis.key else {
                throw HostingFailure.damaged(
                    "the key of this data folder is not the one that \(id) was founded with; restore server.key")
            }
            let root = try await store.withTree(of: id) { tree throws(LedgerFailure) in
                try tree.root(size: head.size)
            }
            let note = try Checkpoint(origin: genesis.origin, size: head.size, root: root).signed(by: key)
            try await store.keep(note, of: id)
            return (head, note)
        }
    }
}

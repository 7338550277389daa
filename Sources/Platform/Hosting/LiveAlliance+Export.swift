public import AllianceModel
public import Ledger

extension LiveAlliance {
    /// The newest checkpoint, signed by the server, and kept.
    public func checkpoint() async throws(HostingFailure) -> SignedNote { try await signed().note }

    /// The ledger as a file, signed as it stands: with the content of what the viewer may see.
    ///
    /// - Parameter viewer: nil for the operator's whole export, sealed entries too.
    /// - Returns: the file piece by piece; what cannot be read is thrown as `LedgerFailure` on the way.
    public func ledgerPieces(for viewer: Viewer?) async throws(HostingFailure) -> LedgerPieces {
        let (head, note) = try await signed()
        return LedgerPieces(head, from: store, note: note) { entry in
            guard let viewer else { return true }
            switch entry.envelope.audience {
            case .everyone: return true
            case .party(let party): return viewer.party?.text == party
            case .sealed: return false
            }
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
            // It can be signed anew at any time: a full disk is no reason to refuse who takes the ledger home.
            try? await store.keep(note, of: id)
            return (head, note)
        }
    }
}

/// A ledger's size and root at one moment, as C2SP tlog-checkpoint writes it: origin, size, base64(root), a line each.
public struct Checkpoint: Hashable, Sendable {
    public var origin: String
    public var size: Int64
    public var root: Hash

    public init(origin: String, size: Int64, root: Hash) {
        (self.origin, self.size, self.root) = (origin, size, root)
    }

    public var text: String { "\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n" }

    /// Reads the text of a note; nil where it is no checkpoint. Extension lines are refused, since nobody could audit them.
    public init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3].isEmpty, !lines[0].isEmpty, let size = Int64(lines[1]), size >= 0,
            lines[1] == "\(size)", let bytes = Base64.decode(String(lines[2])), let root = Hash(bytes)
        else { return nil }
        self.init(origin: String(lines[0]), size: size, root: root)
    }

    /// The checkpoint as a note signed by the server.
    ///
    /// A server must never sign two checkpoints of which one does not extend the other.
    public func signed(by key: SigningKey) throws -> SignedNote {
        guard var note = SignedNote(text: text) else {
            throw EnvelopeFault.member("origin", "must not have control characters")
        }
        try note.sign(with: key)
        return note
    }
}

/// That an entry stands at an index of the tree with a given root (RFC 6962, section 2.1.1).
public struct InclusionProof: Hashable, Sendable {
    public var index: Int64
    public var size: Int64
    /// Sibling roots from the leaf upwards: at most ⌈log₂ size⌉.
    public var path: [Hash]

    public init(index: Int64, size: Int64, path: [Hash]) {
        (self.index, self.size, self.path) = (index, size, path)
    }

    /// Whether the proof leads from the leaf hash to the root (RFC 9162, section 2.1.3.2).
    ///
    /// - Complexity: O(log n) hashes.
    public func holds(leaf: Hash, root: Hash) -> Bool {
        guard index >= 0, index < size else { return false }
        var position = index
        var last = size - 1
        var hash = leaf
        for sibling in path {
            if last == 0 { return false }
            if position & 1 == 1 || position == last {
                hash = MerkleTree.node(sibling, hash)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                hash = MerkleTree.node(hash, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }
}

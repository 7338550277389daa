/// That a tree only grew: the first `oldSize` leaves are the same (RFC 6962, section 2.1.2).
public struct ConsistencyProof: Hashable, Sendable {
    public var oldSize: Int64
    public var newSize: Int64
    public var path: [Hash]

    public init(oldSize: Int64, newSize: Int64, path: [Hash]) {
        (self.oldSize, self.newSize, self.path) = (oldSize, newSize, path)
    }

    /// Whether the proof leads from the old root to the new one (RFC 9162, section 2.1.4.2).
    ///
    /// Edge cases: every tree extends the empty one, with an empty path; equal sizes need equal roots and an empty path.
    ///
    /// - Complexity: O(log n) hashes.
    public func holds(oldRoot: Hash, newRoot: Hash) -> Bool {
        guard oldSize >= 0, oldSize <= newSize else { return false }
        if oldSize == 0 { return path.isEmpty && oldRoot == MerkleTree.emptyRoot }
        if oldSize == newSize { return path.isEmpty && oldRoot == newRoot }
        // Where the old tree is one complete subtree, its root is the first node and is left out of the path.
        var nodes = oldSize & (oldSize - 1) == 0 ? [oldRoot] + path : path
        guard !nodes.isEmpty else { return false }
        let first = nodes.removeFirst()
        var position = oldSize - 1
        var last = newSize - 1
        while position & 1 == 1 {
            position >>= 1
            last >>= 1
        }
        var old = first
        var new = first
        for node in nodes {
            if last == 0 { return false }
            if position & 1 == 1 || position == last {
                old = MerkleTree.node(node, old)
                new = MerkleTree.node(node, new)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                new = MerkleTree.node(new, node)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}

/// Where the roots of complete subtrees are read from.
///
/// Only the levels 0, 8, 16, … are kept (level 0 are the leaves, level 8 roots over 256 leaves), as in C2SP tlog-tiles:
/// one row more for 255 entries, and any proof needs at most 256 hashes of each kept level.
public protocol MerkleNodes {
    /// The roots at `level` with these positions; fewer where the tree has fewer.
    func hashes(level: Int, positions: Range<Int64>) throws(LedgerFailure) -> [Hash]
}

extension MerkleNodes {
    /// The root of the first `size` leaves.
    ///
    /// - Throws: `LedgerFailure.damaged` where a node is missing.
    /// - Complexity: O(log n) reads of at most 256 hashes.
    public func root(size: Int64) throws(LedgerFailure) -> Hash {
        size == 0 ? MerkleTree.emptyRoot : try root(over: 0..<size)
    }

    /// The complete subtrees of the first `size` leaves, to go on from.
    public func frontier(size: Int64) throws(LedgerFailure) -> MerkleFrontier {
        var peaks: [Hash] = []
        var start: Int64 = 0
        for level in stride(from: 62, through: 0, by: -1) where size & (1 << Int64(level)) != 0 {
            peaks.append(try subtree(level: level, position: start >> Int64(level)))
            start += 1 << Int64(level)
        }
        guard let frontier = MerkleFrontier(size: size, peaks: peaks) else {
            throw .damaged("the tree has no size \(size)")
        }
        return frontier
    }

    /// A proof that the leaf at `index` is in the tree of the first `size` leaves; nil where it is not.
    public func inclusionProof(index: Int64, size: Int64) throws(LedgerFailure) -> InclusionProof? {
        guard index >= 0, index < size else { return nil }
        var path: [Hash] = []
        var range = 0..<size
        var siblings: [Range<Int64>] = []
        while range.count > 1 {
            let middle = range.lowerBound + MerkleTree.split(Int64(range.count))
            if index < middle {
                siblings.append(middle..<range.upperBound)
                range = range.lowerBound..<middle
            } else {
                siblings.append(range.lowerBound..<middle)
                range = middle..<range.upperBound
            }
        }
        for sibling in siblings.reversed() { path.append(try root(over: sibling)) }
        return InclusionProof(index: index, size: size, path: path)
    }

    /// A proof that the tree of `newSize` leaves extends the one of `oldSize`; nil where `oldSize` is the greater.
    public func consistencyProof(oldSize: Int64, newSize: Int64) throws(LedgerFailure) -> ConsistencyProof? {
        guard oldSize >= 0, oldSize <= newSize else { return nil }
        var nodes: [Range<Int64>] = []
        if oldSize > 0, oldSize < newSize {
            var range = 0..<newSize
            // Down to the subtree that ends where the old tree ends.
            while range.upperBound != oldSize {
                let middle = range.lowerBound + MerkleTree.split(Int64(range.count))
                if oldSize <= middle {
                    nodes.append(middle..<range.upperBound)
                    range = range.lowerBound..<middle
                } else {
                    nodes.append(range.lowerBound..<middle)
                    range = middle..<range.upperBound
                }
            }
            if range.lowerBound != 0 { nodes.append(range) }
        }
        var path: [Hash] = []
        for node in nodes.reversed() { path.append(try root(over: node)) }
        return ConsistencyProof(oldSize: oldSize, newSize: newSize, path: path)
    }

    /// The root over a range that the recursion of RFC 6962 reaches, so that its start is a multiple of its size rounded
    /// up to a power of two.
    private func root(over range: Range<Int64>) throws(LedgerFailure) -> Hash {
        let count = Int64(range.count)
        if count & (count - 1) == 0 {
            let level = count.trailingZeroBitCount
            return try subtree(level: level, position: range.lowerBound >> Int64(level))
        }
        let middle = range.lowerBound + MerkleTree.split(count)
        return MerkleTree.node(try root(over: range.lowerBound..<middle), try root(over: middle..<range.upperBound))
    }

    private func subtree(level: Int, position: Int64) throws(LedgerFailure) -> Hash {
        let kept = level / 8 * 8
        let width = Int64(1) << Int64(level - kept)
        let start = position * width
        let hashes = try hashes(level: kept, positions: start..<start + width)
        guard hashes.count == Int(width), let root = MerkleTree.fold(hashes) else {
            throw .damaged("nodes of level \(kept) from \(start) on are missing")
        }
        return root
    }
}

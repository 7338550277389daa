/// A growing tree, kept as the roots of its complete subtrees from left to right: all that is needed to add a leaf.
public struct MerkleFrontier: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size: Int64
    /// One root for each one bit of `size`, the largest subtree first.
    public private(set) var peaks: [Hash]

    public init() { (size, peaks) = (0, []) }

    /// A frontier kept elsewhere; nil where the number of peaks does not fit the size.
    public init?(size: Int64, peaks: [Hash]) {
        guard size >= 0, peaks.count == size.nonzeroBitCount else { return nil }
        (self.size, self.peaks) = (size, peaks)
    }

    /// Adds a leaf hash at the right.
    ///
    /// - Complexity: O(1) hashes amortised, O(log n) at most.
    public mutating func append(_ leaf: Hash) {
        var subtree = leaf
        for _ in 0..<size.trailingOneBitCount {
            guard let left = peaks.popLast() else { break }
            subtree = MerkleTree.node(left, subtree)
        }
        peaks.append(subtree)
        size += 1
    }

    /// The root of the tree so far.
    ///
    /// - Complexity: O(log n) hashes.
    public var root: Hash {
        guard var root = peaks.last else { return MerkleTree.emptyRoot }
        for peak in peaks.dropLast().reversed() { root = MerkleTree.node(peak, root) }
        return root
    }
}

extension Int64 {
    /// The number of one bits at the low end.
    fileprivate var trailingOneBitCount: Int { (~self).trailingZeroBitCount }
}

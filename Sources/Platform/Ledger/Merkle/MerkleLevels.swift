/// The kept levels of a tree whose leaves are in memory.
public struct MerkleLevels: MerkleNodes, Sendable {
    /// How many levels lie between two that are kept; each kept node stands for 2^8 below.
    static let step = 8

    private var levels: [[Hash]]

    /// - Complexity: O(n) hashes.
    public init(leaves: [Hash]) {
        levels = [leaves]
        while let below = levels.last, below.count >= 1 << Self.step {
            let width = 1 << Self.step
            levels.append(
                (0..<below.count / width).compactMap { MerkleTree.fold(Array(below[$0 * width..<($0 + 1) * width])) })
        }
    }

    public func hashes(level: Int, positions: Range<Int64>) throws(LedgerFailure) -> [Hash] {
        guard level.isMultiple(of: Self.step), levels.indices.contains(level / Self.step) else { return [] }
        let kept = levels[level / Self.step]
        let range = positions.clamped(to: 0..<Int64(kept.count))
        return Array(kept[Int(range.lowerBound)..<Int(range.upperBound)])
    }
}

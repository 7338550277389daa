import Crypto

/// The Merkle tree of RFC 6962, section 2.1: leaves and nodes are hashed with different first bytes, so that neither can
/// pass for the other, and a tree of n leaves splits at the largest power of two below n.
public enum MerkleTree {
    /// The root of the tree without leaves: SHA-256 of nothing.
    public static let emptyRoot = Hash(of: [])

    /// SHA-256(0x00 ‖ entry).
    public static func leaf(_ entry: [UInt8]) -> Hash {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hasher.update(bufferPointer: $0) }
        entry.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return Hash(hasher.finalize())
    }

    /// SHA-256(0x01 ‖ left ‖ right).
    public static func node(_ left: Hash, _ right: Hash) -> Hash {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { buffer in
            buffer[0] = 1
            left.withUnsafeBytes { buffer[1..<33].copyBytes(from: $0) }
            right.withUnsafeBytes { buffer[33..<65].copyBytes(from: $0) }
            return Hash(SHA256.hash(data: UnsafeRawBufferPointer(buffer)))
        }
    }

    /// The root over leaf hashes.
    ///
    /// - Complexity: O(n) hashes, O(log n) memory.
    public static func root(of leaves: some Sequence<Hash>) -> Hash {
        var frontier = MerkleFrontier()
        for leaf in leaves { frontier.append(leaf) }
        return frontier.root
    }

    /// The root of a complete subtree over 2^k hashes of one level; nil where their number is no power of two.
    static func fold(_ hashes: [Hash]) -> Hash? {
        guard hashes.count > 0, hashes.count & (hashes.count - 1) == 0 else { return nil }
        var level = hashes
        while level.count > 1 {
            level = stride(from: 0, to: level.count, by: 2).map { node(level[$0], level[$0 + 1]) }
        }
        return level.first
    }

    /// The largest power of two below `count`, for `count` of 2 and more.
    static func split(_ count: Int64) -> Int64 { 1 << Int64(63 - (count - 1).leadingZeroBitCount) }
}

import Ledger
import SeededRandom
import Testing

/// The tree of seven leaves that Certificate Transparency's reference code tests with, and its roots
/// (google/certificate-transparency, merkle tree tests; the same inputs are used by transparency-dev/merkle).
private let leafInputs = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
].map { text in
    stride(from: 0, to: text.count, by: 2).compactMap { offset in
        UInt8(text.dropFirst(offset).prefix(2), radix: 16)
    }
}

private let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]

@Suite("Merkle tree of RFC 6962")
struct MerkleTreeTests {
    private static let leaves = leafInputs.map(MerkleTree.leaf)

    @Test("has the published roots of the first eight sizes")
    func publishedRoots() {
        for size in 1...8 {
            #expect(MerkleTree.root(of: Self.leaves.prefix(size)).hexadecimal == roots[size - 1])
        }
        #expect(
            MerkleTree.emptyRoot.hexadecimal == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test("has the published inclusion proofs")
    func publishedInclusion() throws {
        let tree = MerkleLevels(leaves: Self.leaves)
        let proof = try #require(try tree.inclusionProof(index: 0, size: 8))
        #expect(
            proof.path.map(\.hexadecimal) == [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ])
        let last = try #require(try tree.inclusionProof(index: 2, size: 3))
        #expect(last.path.map(\.hexadecimal) == [roots[1]])
        #expect(try tree.inclusionProof(index: 0, size: 1)?.path == [])
    }

    @Test("has the published consistency proofs")
    func publishedConsistency() throws {
        let tree = MerkleLevels(leaves: Self.leaves)
        #expect(try tree.consistencyProof(oldSize: 1, newSize: 1)?.path == [])
        #expect(
            try tree.consistencyProof(oldSize: 2, newSize: 5)?.path.map(\.hexadecimal) == [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ])
        #expect(
            try tree.consistencyProof(oldSize: 6, newSize: 8)?.path.map(\.hexadecimal) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
    }

    @Test("every proof of every size holds, and no other leaf, index or size does")
    func everySize() throws {
        let leaves = (0..<70).map { MerkleTree.leaf([UInt8($0)]) }
        let tree = MerkleLevels(leaves: leaves)
        let wrong = MerkleTree.leaf([200])
        var faults: [String] = []
        for size in 1...Int64(leaves.count) {
            let root = MerkleTree.root(of: leaves.prefix(Int(size)))
            if try tree.root(size: size) != root { faults.append("root \(size)") }
            for index in 0..<size {
                let proof = try #require(try tree.inclusionProof(index: index, size: size))
                if !proof.holds(leaf: leaves[Int(index)], root: root) { faults.append("inclusion \(index) of \(size)") }
                if proof.holds(leaf: wrong, root: root) { faults.append("wrong leaf \(index) of \(size)") }
                let moved = InclusionProof(index: (index + 1) % size, size: size, path: proof.path)
                if size > 1, moved.holds(leaf: leaves[Int(index)], root: root) {
                    faults.append("moved \(index) of \(size)")
                }
                let longer = InclusionProof(index: index, size: size, path: proof.path + [wrong])
                if longer.holds(leaf: leaves[Int(index)], root: root) { faults.append("longer \(index) of \(size)") }
                // The rightmost leaf leads to the root by any smaller tree in which it would be the only one.
                let smaller = InclusionProof(index: 0, size: 1, path: proof.path)
                if size > 1, smaller.holds(leaf: leaves[Int(index)], root: root) {
                    faults.append("smaller \(index) of \(size)")
                }
            }
            for old in 0...size {
                let oldRoot = MerkleTree.root(of: leaves.prefix(Int(old)))
                let proof = try #require(try tree.consistencyProof(oldSize: old, newSize: size))
                if !proof.holds(oldRoot: oldRoot, newRoot: root) { faults.append("consistency \(old) to \(size)") }
                if old > 0, proof.holds(oldRoot: wrong, newRoot: root) { faults.append("wrong old \(old) to \(size)") }
                if old > 0, proof.holds(oldRoot: oldRoot, newRoot: wrong) {
                    faults.append("wrong new \(old) to \(size)")
                }
            }
        }
        #expect(faults == [])
    }

    @Test("proofs beyond the first kept level hold, with at most ⌈log₂ n⌉ hashes")
    func keptLevels() throws {
        let leaves = (0..<70_000).map { MerkleTree.leaf(withUnsafeBytes(of: UInt32($0)) { Array($0) }) }
        let tree = MerkleLevels(leaves: leaves)
        var generator = SplitMix64(seed: 3)
        var faults: [String] = []
        for _ in 0..<40 {
            let size = Int64.random(in: 1...70_000, using: &generator)
            let index = Int64.random(in: 0..<size, using: &generator)
            let old = Int64.random(in: 0...size, using: &generator)
            let root = MerkleTree.root(of: leaves.prefix(Int(size)))
            let inclusion = try #require(try tree.inclusionProof(index: index, size: size))
            if !inclusion.holds(leaf: leaves[Int(index)], root: root) || inclusion.path.count > 17 {
                faults.append("inclusion \(index) of \(size)")
            }
            let consistency = try #require(try tree.consistencyProof(oldSize: old, newSize: size))
            let oldRoot = MerkleTree.root(of: leaves.prefix(Int(old)))
            if !consistency.holds(oldRoot: oldRoot, newRoot: root) { faults.append("consistency \(old) to \(size)") }
            if try tree.frontier(size: size).root != root { faults.append("frontier \(size)") }
        }
        #expect(faults == [])
    }

    @Test("refuses sizes that make no sense, without a trap")
    func badSizes() throws {
        let tree = MerkleLevels(leaves: Self.leaves)
        #expect(try tree.inclusionProof(index: 8, size: 8) == nil)
        #expect(try tree.inclusionProof(index: -1, size: 8) == nil)
        #expect(try tree.consistencyProof(oldSize: 9, newSize: 8) == nil)
        #expect(throws: LedgerFailure.self) { try tree.root(size: 9) }
        #expect(throws: LedgerFailure.self) { try tree.inclusionProof(index: 0, size: .max) }
        let root = Self.leaves[0]
        #expect(!InclusionProof(index: .min, size: .max, path: []).holds(leaf: root, root: root))
        #expect(!ConsistencyProof(oldSize: -1, newSize: 5, path: []).holds(oldRoot: root, newRoot: root))
        #expect(!ConsistencyProof(oldSize: 3, newSize: 5, path: []).holds(oldRoot: root, newRoot: root))
        #expect(MerkleFrontier(size: 3, peaks: [root]) == nil)
        #expect(MerkleFrontier(size: -1, peaks: []) == nil)
    }
}

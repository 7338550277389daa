import Crypto
import CryptoExtras
import Database
import Dispatch
import FoundationEssentials
import Synchronization

/// How much work hashing a password is: scrypt (RFC 7914).
public struct PasswordCost: Hashable, Sendable {
    /// The binary logarithm of N. Memory is 128 · N · r bytes.
    public let logarithmOfN: Int
    public let blockSize: Int
    public let parallelism: Int

    /// N = 2^17, r = 8, p = 1: 128 MiB.
    public static let standard = PasswordCost(logarithmOfN: 17)

    /// - Parameter logarithmOfN: from 4 to 20; others are brought into this range.
    public init(logarithmOfN: Int) {
        self.logarithmOfN = min(max(logarithmOfN, 4), 20)
        (blockSize, parallelism) = (8, 1)
    }

    /// nil for parameters beyond 1 GiB of memory or four lanes: a stored row cannot make the server run out of either.
    init?(logarithmOfN: Int, blockSize: Int, parallelism: Int) {
        guard (1...20).contains(logarithmOfN), (1...8).contains(blockSize), (1...4).contains(parallelism) else {
            return nil
        }
        (self.logarithmOfN, self.blockSize, self.parallelism) = (logarithmOfN, blockSize, parallelism)
    }
}

/// A stored password as a PHC string: `$scrypt$ln=17,r=8,p=1$SALT$HASH`, base64 without padding.
struct PasswordHash: Hashable, Sendable {
    static let saltSize = 16
    static let hashSize = 32

    let cost: PasswordCost
    let salt: [UInt8]
    let hash: [UInt8]

    var text: String {
        "$scrypt$ln=\(cost.logarithmOfN),r=\(cost.blockSize),p=\(cost.parallelism)"
            + "$\(Self.encode(salt))$\(Self.encode(hash))"
    }

    init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
        (self.cost, self.salt, self.hash) = (cost, salt, hash)
    }

    /// Reads the text form; nil where it is malformed or asks for more than is allowed.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        guard numbers.count == 3, numbers.map(\.first) == ["ln", "r", "p"],
            let values = Optional(numbers.compactMap { $0.count == 2 ? Int($0[1]) : nil }), values.count == 3,
            let cost = PasswordCost(logarithmOfN: values[0], blockSize: values[1], parallelism: values[2]),
            let salt = Self.decode(parts[3]), salt.count == Self.saltSize,
            let hash = Self.decode(parts[4]), hash.count == Self.hashSize
        else { return nil }
        self.init(cost: cost, salt: salt, hash: hash)
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}

/// Hashes passwords, two at the same time at most: each takes much memory, and a core for a while. They run on threads of
/// their own, so that nothing else waits for them.
final class PasswordHasher: Sendable {
    /// The greatest number of passwords that may wait.
    static let maximumWaiting = 64

    let cost: PasswordCost
    private let lanes = [DispatchQueue(label: "entente.password.1"), DispatchQueue(label: "entente.password.2")]
    private struct Load {
        var waiting = 0
        var next = 0
        var work = 0
    }
    private let load = Mutex(Load())

    /// What has been hashed so far, as the sum of N · r · p: how long that takes, told without a clock.
    var work: Int { load.withLock { $0.work } }

    init(cost: PasswordCost) { self.cost = cost }

    /// - Parameter salt: 16 random bytes.
    func hash(_ password: String, salt: [UInt8]) async throws(AccountFailure) -> PasswordHash {
        PasswordHash(cost: cost, salt: salt, hash: try await derive(password, salt: salt, cost: cost))
    }

    /// Whether the password is the one; takes the same time where there is none to compare with.
    func verify(_ password: String, _ stored: PasswordHash?) async throws(AccountFailure) -> Bool {
        let salt = stored?.salt ?? [UInt8](repeating: 0, count: PasswordHash.saltSize)
        let hash = try await derive(password, salt: salt, cost: stored?.cost ?? cost)
        guard let stored else { return false }
        // In constant time: the library compares so.
        return SymmetricKey(data: hash) == SymmetricKey(data: stored.hash)
    }

    private func derive(
        _ password: String, salt: [UInt8], cost: PasswordCost
    ) async throws(AccountFailure) -> [UInt8] {
        let lane = load.withLock { load -> Int? in
            guard load.waiting < Self.maximumWaiting else { return nil }
            load.waiting += 1
            load.next = (load.next + 1) % lanes.count
            return load.next
        }
        guard let lane else { throw .busy }
        let bytes = Array(Self.normalised(password).utf8)
        let derived: [UInt8]? = await withCheckedContinuation { continuation in
            lanes[lane].async {
                let key = try? KDF.Scrypt.deriveKey(
                    from: bytes, salt: salt, outputByteCount: PasswordHash.hashSize,
                    rounds: 1 << cost.logarithmOfN, blockSize: cost.blockSize, parallelism: cost.parallelism)
                self.load.withLock { load in
                    load.waiting -= 1
                    load.work &+= (1 << cost.logarithmOfN) * cost.blockSize * cost.parallelism
                }
                continuation.resume(returning: key.map { key in key.withUnsafeBytes { Array($0) } })
            }
        }
        guard let derived else {
            throw .storage(
                DatabaseFailure(.statement, at: "Password", "cannot be hashed: not enough memory for scrypt"))
        }
        return derived
    }

    /// The same password from every keyboard.
    static func normalised(_ password: String) -> String { password.composed }
}

public import Database
import FoundationEssentials
import Ledger

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The key with which the server of a data folder signs the checkpoints of its ledgers.
///
/// It is made at the first start, in the file `server.key`, which its user alone may read.
public struct ServerKey: Sendable {
    /// RFC 8032's private key, 32 bytes.
    private let seed: [UInt8]

    /// A key of these 32 bytes; nil for any other number.
    public init?(seed: [UInt8]) {
        guard seed.count == 32 else { return nil }
        self.seed = seed
    }

    /// Reads the key of a data folder, making it where there is none.
    ///
    /// - Throws: `HostingFailure.storage` where the file cannot be read or written, others may read it, or it is no key.
    public init(in folder: DataFolder) throws(HostingFailure) {
        let path = folder.path + "/server.key"
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            guard errno == ENOENT else { throw Self.failure(path, String(cString: strerror(errno))) }
            seed = try Self.make(at: path)
            // Alliances are bound to the key: it must not lose its name at a power cut that they outlive.
            do throws(DatabaseFailure) { try folder.synchronise() } catch { throw .storage(error) }
            return
        }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw Self.failure(path, String(cString: strerror(errno))) }
        guard information.st_mode & 0o077 == 0 else {
            throw Self.failure(path, "others may read this secret key; set its mode to 0600")
        }
        var bytes = [UInt8](repeating: 0, count: 33)
        guard read(descriptor, &bytes, bytes.count) == 32 else { throw Self.failure(path, "is no key of 32 bytes") }
        seed = Array(bytes.prefix(32))
    }

    /// Written beside and renamed, so that a power cut leaves a whole key or none.
    private static func make(at path: String) throws(HostingFailure) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let seed = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path, String(cString: strerror(errno))) }
        let isWritten = write(descriptor, seed, seed.count) == seed.count && fsync(descriptor) == 0
        let reason = errno
        close(descriptor)
        guard isWritten, rename(draft, path) == 0 else {
            unlink(draft)
            throw failure(path, String(cString: strerror(isWritten ? errno : reason)))
        }
        return seed
    }

    private static func failure(_ path: String, _ reason: String) -> HostingFailure {
        .storage(DatabaseFailure(.folder, at: path, reason))
    }

    /// The public half, 32 bytes.
    ///
    /// - Throws: `HostingFailure.damaged` where the bytes are no key.
    public func publicKey() throws(HostingFailure) -> [UInt8] { try signing("key").verifier.publicKey }

    /// 32 bytes that nobody but this server can know, others for each purpose, and the same at every start.
    public func secret(for purpose: String) -> [UInt8] { Hash(of: Array("entente/\(purpose)\n".utf8) + seed).bytes }

    /// The key under the name of an alliance's origin.
    func signing(_ origin: String) throws(HostingFailure) -> SigningKey {
        guard let key = SigningKey(name: origin, algorithm: .ed25519, seed: seed) else {
            throw .damaged("the server's key or the origin “\(origin)” cannot be used")
        }
        return key
    }
}

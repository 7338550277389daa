import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder that holds everything a server keeps, locked while it is open.
///
/// The lock is the kernel's (`flock`), so it ends with the process however that ends; the file's text only tells who holds it.
public final class DataFolder: Sendable {
    public let path: String
    private let descriptor: Int32

    /// Opens the folder, making it for this user alone where it does not exist, and takes the lock.
    ///
    /// - Throws: `DatabaseFailure` with `folder`, `readOnly`, `full` or `inUse`.
    public init(path: String) throws(DatabaseFailure) {
        self.path = path
        var information = stat()
        if stat(path, &information) != 0 {
            do {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw DatabaseFailure(.folder, at: "Data folder \(path)", "cannot be made")
            }
        } else if information.st_mode & S_IFMT != S_IFDIR {
            throw DatabaseFailure(.folder, at: "Data folder \(path)", "is no folder")
        }
        let lock = path + "/lock"
        descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(errno, lock) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(descriptor)
            close(descriptor)
            throw DatabaseFailure(.inUse, at: "Data folder \(path)", "is in use by another server\(holder)")
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count else {
            let reason = errno
            close(descriptor)
            throw Self.failure(reason, lock)
        }
    }

    deinit { close(descriptor) }

    /// Makes an empty file that this user alone may read, where there is none of that name.
    func makePrivateFile(_ name: String) throws(DatabaseFailure) {
        let file = open(path + "/" + name, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.failure(errno, path + "/" + name) }
        close(file)
    }

    /// Makes names of new files durable: a file that was synchronised can still lose its name at a power cut.
    public func synchronise() throws(DatabaseFailure) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Self.failure(errno, path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw Self.failure(errno, path) }
    }

    private static func holder(_ descriptor: Int32) -> String {
        var text = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &text, text.count, 0)
        let digits = text.prefix(max(count, 0)).prefix { $0 >= 0x30 && $0 <= 0x39 }
        return digits.isEmpty ? "" : " (process \(String(decoding: digits, as: UTF8.self)))"
    }

    private static func failure(_ code: Int32, _ path: String) -> DatabaseFailure {
        let kind: DatabaseFailure.Code =
            switch code {
            case EACCES, EPERM, EROFS: .readOnly
            case ENOSPC, EDQUOT: .full
            case EIO: .disk
            default: .folder
            }
        return DatabaseFailure(kind, at: path, String(cString: strerror(code)))
    }
}

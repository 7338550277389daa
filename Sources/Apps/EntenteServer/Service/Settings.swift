public import Configuration
import SystemPackage

/// How the server is set up. Each setting is a flag, an environment variable or a line of a file; the first that is given holds.
///
/// | flag | environment | file (JSON) |
/// |---|---|---|
/// | `--port 8080` | `ENTENTE_PORT` | `"port": 8080` |
/// | `--public-url https://…` | `ENTENTE_PUBLIC_URL` | `"public": {"url": "https://…"}` |
public struct Settings: Sendable {
    /// The folder that holds everything.
    public var data: String
    /// The address to listen on: this machine alone unless said otherwise.
    public var address = "127.0.0.1"
    public var port = 8080
    /// Where people reach the server, `https://entente.example.org`: given where a proxy stands before it.
    public var publicAddress: SiteOrigin?
    public var tls: TLS?
    public var logLevel = "info"
    /// What a metrics collector has to show where it is not on this machine.
    public var metricsToken: String?
    var rates = RateLimiter.Rates()
    /// Folders in which programs are looked for; those of the variable PATH where none are given.
    var programs: String?
    /// How often live updates say that they are still there, and look whether their reader is.
    var heartbeat = Duration.seconds(15)

    /// The files of the certificate chain and its key, in PEM.
    public struct TLS: Hashable, Sendable {
        public var certificate: String
        public var key: String
    }

    public init(data: String) { self.data = data }

    /// Where people reach the server.
    public var origin: SiteOrigin {
        publicAddress
            ?? SiteOrigin(
                scheme: tls == nil ? "http" : "https",
                host: ["0.0.0.0", "::"].contains(address) ? "localhost" : address,
                port: port)
    }

    /// Reads the settings.
    ///
    /// - Throws: ``StartFailure`` that names the setting and what to write.
    public init(_ reader: ConfigReader) throws(StartFailure) {
        guard let data = reader.string(forKey: "data"), !data.isEmpty else {
            throw StartFailure("data", "no data folder is named", "Give --data DIR.")
        }
        self.init(data: data)
        address = reader.string(forKey: "address", default: address)
        if let text = reader.string(forKey: "port") ?? reader.int(forKey: "port").map({ "\($0)" }) {
            guard let port = Int(text), (0...65_535).contains(port) else {
                throw StartFailure("port", "“\(text)” is no port", "Give a number from 1 to 65535, as --port 8080.")
            }
            self.port = port
        }
        if let text = reader.string(forKey: "public.url") {
            guard let origin = SiteOrigin(text) else {
                throw StartFailure(
                    "public-url", "“\(text)” is no address of a site",
                    "Give scheme and host alone, as --public-url https://entente.example.org.")
            }
            publicAddress = origin
        }
        switch (reader.string(forKey: "tls.certificate"), reader.string(forKey: "tls.key")) {
        case (nil, nil): break
        case (let certificate?, let key?): tls = TLS(certificate: certificate, key: key)
        default:
            throw StartFailure(
                "tls", "a certificate needs its key and the reverse", "Give both --tls-certificate and --tls-key.")
        }
        logLevel = reader.string(forKey: "log.level", default: logLevel)
        metricsToken = reader.string(forKey: "metrics.token", isSecret: true)
        if let text = reader.string(forKey: "requests.per.second")
            ?? reader.int(forKey: "requests.per.second").map({ "\($0)" })
        {
            guard let number = Double(text), number >= 1 else {
                throw StartFailure(
                    "requests-per-second", "“\(text)” is no number from 1 on", "Leave it out for 100 an address.")
            }
            rates.address = .init(perSecond: number, burst: number * 6)
            rates.account = .init(perSecond: number / 2, burst: number * 4)
            rates.party = rates.account
        }
    }

    /// Reads flags, then the environment (`ENTENTE_…`), then the file where one is named.
    public static func read(flags: [String: String], file: String?) async throws(StartFailure) -> Settings {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (name, value) in flags {
            values[AbsoluteConfigKey(name.split(separator: "-").map(String.init))] = ConfigValue(
                .string(value), isSecret: false)
        }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: values),
            EnvironmentVariablesProvider().prefixKeys(with: "entente"),
        ]
        if let file {
            try checkNames(in: file)
            do {
                providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
            } catch {
                throw StartFailure(
                    "config", "\(file) cannot be read as JSON", "Check that it is there, readable, and one JSON object."
                )
            }
        }
        return try Settings(ConfigReader(providers: providers))
    }
}

/// Why the server does not start: what is wrong, and what to do. The program ends with status 2.
public struct StartFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let place: String
    public let reason: String
    public let remedy: String

    public init(_ place: String, _ reason: String, _ remedy: String) {
        self.place = place
        self.reason = reason
        self.remedy = remedy
    }

    public var description: String { "\(place): \(reason). \(remedy)" }
}

import HTTPTypes
import Hummingbird
import Markup

/// The cookies of the site.
enum Cookies {
    /// The name of the session's cookie. `__Host-` makes browsers refuse it unless it is secure, for this host alone and for all
    /// paths; plain HTTP, on this machine only, cannot have it.
    static func sessionName(isSecure: Bool) -> String { isSecure ? "__Host-entente" : "entente" }

    static let themeName = "entente-theme"

    /// Seven days, as long as a session lasts at most.
    static let sessionAge = 7 * 86_400

    static func session(of request: Request, isSecure: Bool) -> String? {
        value(sessionName(isSecure: isSecure), request)
    }

    static func theme(of request: Request) -> Page.Theme {
        value(themeName, request).flatMap { Page.Theme(rawValue: $0) } ?? .system
    }

    static func setSession(_ token: String, isSecure: Bool) -> String {
        "\(sessionName(isSecure: isSecure))=\(token); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(sessionAge)"
            + (isSecure ? "; Secure" : "")
    }

    static func endSession(isSecure: Bool) -> String {
        "\(sessionName(isSecure: isSecure))=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0" + (isSecure ? "; Secure" : "")
    }

    static func setTheme(_ theme: Page.Theme, isSecure: Bool) -> String {
        "\(themeName)=\(theme.rawValue); Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"
            + (isSecure ? "; Secure" : "")
    }

    private static func value(_ name: String, _ request: Request) -> String? {
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let pair = pair.drop { $0 == " " }
                if pair.hasPrefix(name), pair.dropFirst(name.count).first == "=" {
                    return String(pair.dropFirst(name.count + 1))
                }
            }
        }
        return nil
    }
}

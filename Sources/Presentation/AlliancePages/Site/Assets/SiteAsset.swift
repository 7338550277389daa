public import Markup

/// A file that pages link to: the style sheet, the icon and the scripts. Its name changes with its content, so that browsers may
/// keep it for ever.
public struct SiteAsset: Sendable {
    /// The last part of its address.
    public let name: String
    public let contentType: String
    public let text: String

    init(_ name: String, _ ending: String, _ contentType: String, _ text: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        self.name = "\(name)-\(String(hash, radix: 36)).\(ending)"
        self.contentType = contentType
        self.text = text
    }

    var link: WebLink { SiteLink.asset(name).webLink }

    static let stylesheet = SiteAsset("site", "css", "text/css; charset=utf-8", Stylesheet.siteText)
    static let icon = SiteAsset("icon", "svg", "image/svg+xml", Stylesheet.icon)
    static let modules = [
        SiteAsset("form", "mjs", "text/javascript; charset=utf-8", formScript),
        SiteAsset("palette", "mjs", "text/javascript; charset=utf-8", paletteScript),
        SiteAsset("live", "mjs", "text/javascript; charset=utf-8", liveScript),
        SiteAsset("package", "mjs", "text/javascript; charset=utf-8", packageScript),
    ]

    /// All of them, to be served under ``SiteLink/asset(_:)``.
    public static let all = [stylesheet, icon] + modules
}

extension PageAssets {
    /// What the pages of the site link to.
    public static let site = PageAssets(
        stylesheet: SiteAsset.stylesheet.link, icon: SiteAsset.icon.link, modules: SiteAsset.modules.map(\.link))
}

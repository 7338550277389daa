import AlliancePages
import Markup

/// The files of the site, kept ready: style sheet, icon, scripts, and the description of the API.
struct SiteAssets: Sendable {
    /// By the last part of their address, which changes with their content.
    let files: [String: StaticFile]
    /// What every page links to.
    let page = PageAssets.site
    let openAPI: StaticFile

    init() {
        files = Dictionary(
            SiteAsset.all.map {
                ($0.name, StaticFile(Array($0.text.utf8), type: $0.contentType, isForever: true))
            }, uniquingKeysWith: { first, _ in first })
        openAPI = StaticFile(Array(OpenAPI.json.utf8), type: "application/json")
    }
}

import AlliancePages
import Markup

/// The files of the site: style sheet, icon, modules, and the description of the API.
struct SiteAssets: Sendable {
    /// By the last part of their address.
    let files: [String: StaticFile]
    /// What every page links to.
    let page: PageAssets
    let openAPI: StaticFile

    init() {
        var files: [String: StaticFile] = [:]
        /// Names of files that pages link to hold their content's fingerprint, so that browsers keep them for ever.
        func add(_ name: String, _ ending: String, _ text: String, type: String) -> WebLink {
            let bytes = Array(text.utf8)
            let file = "\(name)-\(Fingerprint.of(bytes)).\(ending)"
            files[file] = StaticFile(bytes, type: type, isForever: true)
            return SiteLink.asset(file).webLink
        }
        let style = add("style", "css", Stylesheet.text, type: "text/css; charset=utf-8")
        let icon = add("icon", "svg", Stylesheet.icon, type: "image/svg+xml")
        page = PageAssets(stylesheet: style, icon: icon, modules: [])
        openAPI = StaticFile(Array(OpenAPI.json.utf8), type: "application/json")
        self.files = files
    }
}

import Markup

extension Site {
    func page(_ title: String, _ content: HTML) -> HTML {
        document(Page(title: title, content: content), assets: assets)
    }
}
extension AllianceSite {
    func page(_ title: String, _ content: HTML) -> HTML {
        document(Page(title: title, place: context.name, content: content), assets: site.assets)
    }
}

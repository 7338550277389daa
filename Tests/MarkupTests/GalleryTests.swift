import Foundation
import Testing

@testable import Markup

/// Writes every component and picture to a folder, to be looked at: `MARKUP_GALLERY=/some/folder swift test --filter GalleryTests`.
struct GalleryTests {
    @Test func galleryIsWritten() throws {
        let named = ProcessInfo.processInfo.environment["MARKUP_GALLERY"].map { URL(fileURLWithPath: $0) }
        let folder =
            named
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("markup-gallery-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if named == nil { try? FileManager.default.removeItem(at: folder) } }

        let assets = PageAssets(stylesheet: "app.css", icon: "icon.svg")
        let files = [
            "app.css": Stylesheet.text, "icon.svg": Stylesheet.icon,
            "index.html": document(Gallery.readiness, assets: assets).text,
            "components.html": document(Gallery.components, assets: assets).text,
            "pictures.html": document(Gallery.pictures, assets: assets).text,
            "edges.html": document(Gallery.edges, assets: assets).text,
            "rtl.html": document(Gallery.rightToLeft, assets: assets).text,
            "report.html": report(Gallery.report).text,
        ]
        for (name, text) in files {
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }

        let report = report(Gallery.report).text
        #expect(Samples.figures.allSatisfy { report.contains("id=\"\($0.id)\"") })
        #expect(files.values.allSatisfy { !$0.contains(" style=\"") })
    }
}

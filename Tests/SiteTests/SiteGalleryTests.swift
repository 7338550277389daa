import AllianceModel
import Foundation
import Markup
import Testing

@testable import AlliancePages

/// Writes every page to a folder, to be looked at: `SITE_GALLERY=/some/folder swift test --filter SiteGalleryTests`. An alliance
/// file of one's own is named by `SITE_GALLERY_FILE`.
@Suite struct SiteGalleryTests {
    @Test func galleryIsWritten() throws {
        let environment = ProcessInfo.processInfo.environment
        let named = environment["SITE_GALLERY"].map { URL(fileURLWithPath: $0) }
        let folder =
            named ?? FileManager.default.temporaryDirectory.appendingPathComponent("site-gallery-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "assets"), withIntermediateDirectories: true)
        defer { if named == nil { try? FileManager.default.removeItem(at: folder) } }
        for asset in SiteAsset.all {
            try asset.text.write(to: folder.appending(path: "assets/\(asset.name)"), atomically: true, encoding: .utf8)
        }
        let alliance =
            try environment["SITE_GALLERY_FILE"].map { try SampleAlliance.read(URL(fileURLWithPath: $0)) }
            ?? SampleAlliance.corridor()
        var pages = SamplePages(alliance)
        pages.site.notice = Site.Notice(
            "Objective “Shorter waits” was saved. All parties see it.", undo: .alliance("corridor", .undo(entry: 41)))
        var empty = SamplePages(Alliance())
        empty.newCount = 0
        let all =
            pages.all
            + empty.ofAlliance.filter { $0.name.hasPrefix("step-") || $0.name == "overview" }.map {
                ("empty-\($0.name)", $0.page)
            }
        for (name, page) in all {
            try page.text.write(to: folder.appending(path: "\(name).html"), atomically: true, encoding: .utf8)
        }
        let written = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter {
            $0.hasSuffix(".html")
        }
        #expect(written.count >= all.count)
    }
}

import Foundation

/// The examples that come with the program.
enum InstalledFiles {
    /// The folder that holds `Examples`: beside the program, where packages put shared files, or the source
    /// folder that it was built from; nil where there is none.
    static var folder: URL? {
        let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        var folder =
            (try? URL(filePath: FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))) ?? program
        for _ in 0..<6 {
            folder = folder.deletingLastPathComponent()
            for place in [folder, folder.appending(path: "share/entente")]
            where FileManager.default.fileExists(atPath: place.appending(path: "Examples").path) {
                return place
            }
        }
        return nil
    }
}

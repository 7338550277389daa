import Bargaining
import Foundation
import Interchange

/// A negotiation as files, for programs that know the forms in which negotiations are exchanged.
enum BargainOutput {
    /// Writes Entente's own form where the name ends in `.json`, and else a new folder with GENIUS's domain and profiles.
    ///
    /// - Throws: `InterchangeError` where the form cannot hold the negotiation, `Failure` where nothing can be written.
    static func write(_ problem: BargainingProblem, to path: String) throws {
        if path.hasSuffix(".json") { return try Files.write(OwnWriter.write(problem), to: path) }
        let files = try GeniusWriter.write(problem)
        let folder = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        } catch {
            throw Failure("\(path): the folder cannot be made. Name one that is not there yet, in a folder that is.")
        }
        for file in files { try Files.write(file.bytes, to: folder.appending(path: file.name).path, replacing: false) }
    }
}
